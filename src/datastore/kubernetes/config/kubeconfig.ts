import { dirname, resolve } from "node:path";
import { fileReason } from "../../../files/file-reason.ts";
import { objectsOf } from "../../../kubernetes/kubernetes-object.ts";
import { type JsonObject, objectOf, textOrEmpty } from "../../../model/json.ts";
import type { ConfigProblems, ConfigSources } from "../../config-sources.ts";
import type { Setting } from "../../settings.ts";

/** A cluster or a user of a kubeconfig, and the folder that its paths begin in. */
export interface KubeconfigEntry {
  readonly fields: JsonObject;
  readonly folder: string;
}

/** One kubeconfig, or several as one: of each name the first entry counts. */
export interface Kubeconfig {
  /** How messages call it: its path, or the setting that names it. */
  readonly name: string;
  readonly currentContext: string;
  readonly contexts: ReadonlyMap<string, JsonObject>;
  readonly clusters: ReadonlyMap<string, KubeconfigEntry>;
  readonly users: ReadonlyMap<string, KubeconfigEntry>;
}

/** A kubeconfig's text and where it is from. */
interface KubeconfigText {
  readonly name: string;
  readonly text: string;
  readonly folder: string;
}

/** How a file is called: by its path, or by the setting where the word is hardly a path and may be the value of another setting. */
export function fileName(path: string, from: string): string {
  return path.length < 300 && /^[^\s:]*\/[^\s:]*$/.test(path) ? `\`${path}\`` : `that ${from} names`;
}

/**
 * The kubeconfig of a setting; with `isList` it may name several files, of which those that are not there are passed over
 * (one alone must be there). `undefined` where there is none, with its problem told unless all files of a list are missing.
 */
export async function readKubeconfigFiles(
  { value, from }: Setting,
  isList: boolean,
  sources: ConfigSources,
  problems: ConfigProblems,
): Promise<Kubeconfig | undefined> {
  const paths = isList ? [...new Set(value.split(":").filter((path) => path !== ""))] : [value];
  const texts: KubeconfigText[] = [];
  let failed = false;
  for (const path of paths) {
    const name = fileName(path, from);
    try {
      const text = sources.readFile(path);
      if (text !== undefined) texts.push({ name, text, folder: dirname(resolve(path)) });
      else if (paths.length === 1) {
        problems.add("config.kubeconfig", `the kubeconfig ${name} does not exist`, `it is from ${from}`);
        failed = true;
      }
    } catch (error) {
      problems.add(
        "config.kubeconfig",
        `cannot read the kubeconfig ${name}: ${fileReason(error)}`,
        `it is from ${from}`,
      );
      failed = true;
    }
  }
  return failed ? undefined : mergeKubeconfigs(texts, sources, problems);
}

/** The kubeconfigs as one; `undefined` where there is none, or one cannot be read, which is told. */
export async function mergeKubeconfigs(
  texts: readonly KubeconfigText[],
  sources: ConfigSources,
  problems: ConfigProblems,
): Promise<Kubeconfig | undefined> {
  const contexts = new Map<string, JsonObject>();
  const clusters = new Map<string, KubeconfigEntry>();
  const users = new Map<string, KubeconfigEntry>();
  let currentContext = "";
  let failed = false;
  for (const { name, text, folder } of texts) {
    const root = await parsed(name, text, sources, problems);
    failed ||= root === undefined;
    currentContext ||= textOrEmpty(root?.["current-context"]);
    for (const [key, context] of entries(root?.contexts, "context")) if (!contexts.has(key)) contexts.set(key, context);
    for (const [key, fields] of entries(root?.clusters, "cluster"))
      if (!clusters.has(key)) clusters.set(key, { fields, folder });
    for (const [key, fields] of entries(root?.users, "user")) if (!users.has(key)) users.set(key, { fields, folder });
  }
  if (failed || texts.length === 0) return undefined;
  return { name: texts.map(({ name }) => name).join(", "), currentContext, contexts, clusters, users };
}

async function parsed(
  name: string,
  text: string,
  { parse }: ConfigSources,
  problems: ConfigProblems,
): Promise<JsonObject | undefined> {
  let value: unknown;
  try {
    value = await parse(text);
  } catch (error) {
    // Of other errors nothing is repeated: they may quote the text.
    const place = error instanceof Error && "place" in error ? objectOf(error.place) : undefined;
    const at = place === undefined ? "" : `, line ${place.line}, column ${place.column}`;
    const why = error instanceof Error && "place" in error ? error.message : "neither YAML nor JSON";
    problems.add("config.kubeconfig", `the kubeconfig ${name}${at}: ${why}`);
    return undefined;
  }
  const root = objectOf(value);
  const { kind = "Config", apiVersion = "v1" } = root ?? {};
  if (root !== undefined && kind === "Config" && apiVersion === "v1") return root;
  problems.add("config.kubeconfig", `invalid kubeconfig ${name}`, "it needs `apiVersion: v1` and `kind: Config`");
  return undefined;
}

/** The entries of a list of named things; those without a name are left out, as the first of a name counts. */
function entries(list: unknown, field: string): readonly (readonly [string, JsonObject])[] {
  return objectsOf(list).flatMap((entry) => {
    const fields = objectOf(entry[field]);
    return typeof entry.name === "string" && fields !== undefined ? [[entry.name, fields] as const] : [];
  });
}
