import type { StoreConfig } from "../../datastore/config.ts";
import type { WriteRecorder } from "../../datastore/way-back/recorded-write.ts";
import {
  CALICO_VERSIONS,
  type CalicoVersionRules,
  calicoVersionRules,
  DEFAULT_CALICO,
} from "../../model/kinds/version.ts";
import { wordList } from "../../model/word-list.ts";
import type { Io } from "./io/io.ts";
import { type KeptValues, optionValues } from "./option.ts";
import { DATASTORE_OPTIONS, TIMEOUT_SECONDS, VERSION_OPTION } from "./shared-options.ts";
import { UsageError } from "./usage.ts";

const CONTEXT_OPTIONS = { ...DATASTORE_OPTIONS, calicoVersion: VERSION_OPTION };

/** What every command gets besides its own options. */
export interface CommandContext {
  readonly io: Io;
  /** The Calico version that the command line or the environment chose; `undefined`: the datastore's own, else the default. */
  readonly chosenVersion: CalicoVersionRules | undefined;
  /** Continue although the cluster runs another release. */
  readonly allowVersionMismatch: boolean;
  /** The datastore configuration file, if the line names one. */
  readonly config: string | undefined;
  /** The context of the kubeconfig that the line names. */
  readonly cluster: string | undefined;
  /** How long any one command may wait for a remote datastore. */
  readonly timeoutMs: number;
  readonly namespace: string | undefined;
  /** The command and its words as they are typed, without options; for what a message says to type instead. */
  readonly line: readonly string[];
  /** Called before the datastore is opened; returns where writes are recorded, if they may have to be taken back. */
  readonly recordWrites?: (config: StoreConfig) => Promise<WriteRecorder | undefined>;
}

/** A command's context, from the options of its line and of the tool; throws `UsageError` for an unknown version. */
export function contextOf(
  io: Io,
  kept: KeptValues,
  keptByTool: KeptValues,
  line: readonly string[] = [],
): CommandContext {
  const options = optionValues(CONTEXT_OPTIONS, kept);
  const tool = optionValues(CONTEXT_OPTIONS, keptByTool);
  const named = options.calicoVersion ?? tool.calicoVersion ?? io.env.CALICO_VERSION;
  const chosenVersion = named ? calicoVersionRules(named) : undefined;
  if (named && chosenVersion === undefined) {
    throw new UsageError(`unsupported Calico version \`${named}\``, `use ${wordList(CALICO_VERSIONS, "or")}`);
  }
  return {
    io,
    chosenVersion,
    allowVersionMismatch: options.allowVersionMismatch || tool.allowVersionMismatch,
    config: options.config,
    cluster: options.context ?? tool.context,
    timeoutMs: (options.timeout ?? TIMEOUT_SECONDS) * 1000,
    namespace: options.namespace || undefined,
    line,
  };
}

/** The Calico version where no datastore is opened: the chosen one, else the default. */
export function versionWithoutStore({ chosenVersion }: Pick<CommandContext, "chosenVersion">): CalicoVersionRules {
  return chosenVersion ?? DEFAULT_CALICO;
}
