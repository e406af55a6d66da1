import { DEFAULT_CONFIG_PATH, loadConfig } from "../../src/datastore/config.ts";
import type { ConfigSources } from "../../src/datastore/config-sources.ts";
import { calicoVersionRules } from "../../src/model/kinds/version.ts";

/** Where settings may come from in a test. */
export interface Given {
  readonly env?: Readonly<Record<string, string>>;
  /** `--config`'s file, as the value its text stands for. */
  readonly file?: unknown;
  readonly defaultFile?: unknown;
  /** Whether `--config` names the default path. */
  readonly namesDefault?: boolean;
  /** Other files that are there: their values, or texts. */
  readonly others?: Readonly<Record<string, unknown>>;
  /** `--context`. */
  readonly context?: string;
  /** The Calico version that was chosen. */
  readonly version?: string;
}

/** A password that no message may hold. */
export const SECRET = "s3cret-word";
/** The value of a configuration file with this `spec`. */
export const api = (spec: unknown): unknown => ({
  apiVersion: "projectcalico.org/v3",
  kind: "CalicoAPIConfig",
  metadata: null,
  spec,
});

/** Loads the configuration from these sources, as on a host whose HOME is `/home/x`. */
export function load(given: Given) {
  const { env = {}, file, defaultFile, namesDefault = false, others = {}, context, version } = given;
  const files: Record<string, string> = {};
  for (const [path, value] of Object.entries(others))
    files[path] = typeof value === "string" ? value : JSON.stringify(value);
  if (file !== undefined) files["c.cfg"] = JSON.stringify(file);
  if (defaultFile !== undefined) files[DEFAULT_CONFIG_PATH] = JSON.stringify(defaultFile);
  const sources: ConfigSources = {
    env: { HOME: "/home/x", ...env },
    ...(context === undefined ? {} : { context }),
    ...(version === undefined ? {} : { calico: calicoVersionRules(version) }),
    ...(file === undefined ? {} : { configPath: "c.cfg" }),
    ...(namesDefault ? { configPath: DEFAULT_CONFIG_PATH } : {}),
    readFile: (path) => files[path],
    parse: async (text) => JSON.parse(text),
  };
  return loadConfig(sources);
}
