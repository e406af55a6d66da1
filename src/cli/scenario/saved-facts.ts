import { basename, join } from "node:path";
import { fileReason } from "../../files/file-reason.ts";
import { directoryEntries, exists, isDirectory, strangerInFolder } from "../../files/folder.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import { readAddresses } from "../../node-facts/addresses.ts";
import { readNat } from "../../node-facts/nat.ts";
import { readRoutes } from "../../node-facts/routes.ts";
import { type Facts, mergedFacts, type SavedFacts } from "../../scenario/node-facts.ts";
import type { Io } from "../shell/io/io.ts";
import { readSource, skippedInFolder } from "../shell/io/sources.ts";
import { UsageError } from "../shell/usage.ts";

/** What was saved on nodes, each `[NODE=]PATH`, as the options of these names list it. */
export interface FactsOptions {
  readonly facts: readonly string[];
  readonly addresses: readonly string[];
  readonly routes: readonly string[];
  readonly nat: readonly string[];
}

/** The saved facts, with the findings about their files; no facts where one of the files cannot be used. */
export interface SavedFactsResult {
  readonly saved: SavedFacts | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

type Kind = "addresses" | "routes" | "nat";

const READERS: Readonly<Record<Kind, (source: SourceText) => Facts & { readonly diagnostics: readonly Diagnostic[] }>> =
  {
    addresses: ({ text, name }) => readAddresses(text, name),
    routes: ({ text, name }) => readRoutes(text, name),
    nat: ({ text, name }) => readNat(text, name),
  };

/** What a file of a folder holds, by its name: `addr.json`, `ip-6-route.json`, `nat.txt`, `iptables-save`. */
const NAMES: readonly (readonly [RegExp, Kind])[] = [
  [/addr/i, "addresses"],
  [/route/i, "routes"],
  [/nat|ip6?tables/i, "nat"],
];
const NAMES_HELP =
  "save `ip -j addr` as addr.json, `ip -j route` as route.json and `iptables-save -t nat` as nat.txt; or one folder a node with these";

/** One file of facts. */
interface FactsFile {
  readonly node: string | undefined;
  readonly kind: Kind;
  readonly file: string;
  /** Whether the node's name is its folder's. */
  readonly isFolder?: true;
}

/** Reads what `--addresses`, `--routes`, `--nat` and `--facts` name; prints nothing. */
export function readSavedFacts(options: FactsOptions, io: Io): SavedFactsResult {
  const files: FactsFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const kind of ["addresses", "routes", "nat"] as const) {
    for (const value of options[kind]) files.push({ ...ofNode(value), kind });
  }
  for (const value of options.facts) {
    const ofFolder = inFolder(ofNode(value), diagnostics);
    if (Array.isArray(ofFolder)) files.push(...ofFolder);
    else diagnostics.push(ofFolder);
  }
  const sources: SourceText[] = [];
  let unnamed: Facts = {};
  const byNode = new Map<string, Facts>();
  const named = new Set<string>();
  for (const { node, kind, file, isFolder } of files) {
    if (node !== undefined && !isFolder) named.add(node);
    const read = readSource(file, io);
    diagnostics.push(...read.diagnostics);
    sources.push(...read.sources);
    for (const source of read.sources) {
      const { diagnostics: problems, ...facts } = READERS[kind](source);
      diagnostics.push(...problems);
      if (node === undefined) unnamed = joined(unnamed, facts);
      else byNode.set(node, joined(byNode.get(node) ?? {}, facts));
    }
  }
  return { saved: hasErrors(diagnostics) ? undefined : { unnamed, byNode, named }, diagnostics, sources };
}

/** `NODE=PATH`; a path that itself holds a `=` can be written with a `/` before it. */
function ofNode(value: string): { readonly node: string | undefined; readonly file: string } {
  const match = /^([a-z0-9][a-z0-9.-]*)=(.*)$/i.exec(value);
  const file = match?.[2] ?? value;
  if (file === "") throw new UsageError(`\`${value}\` does not name a file`, "write PATH or NODE=PATH");
  return { node: match?.[1], file };
}

/**
 * The files of a folder by their names; where it has none, its folders are those of the nodes they are called after. What
 * has such a name and is not a file is reported among `skipped`.
 */
function inFolder(
  { node, file }: { readonly node: string | undefined; readonly file: string },
  skipped: Diagnostic[],
): FactsFile[] | Diagnostic {
  const error = (message: string, help?: string): Diagnostic => ({
    severity: "error",
    code: "facts.folder",
    message,
    ...(help !== undefined && { help }),
  });
  if (!isDirectory(file)) {
    const kind = kindOf(file);
    if (kind !== undefined) return [{ node, kind, file }];
    if (!exists(file)) return error(`cannot read \`${file}\`: no such file or directory`);
    return error(`the name of \`${file}\` does not say what it holds: addresses, routes or NAT`, NAMES_HELP);
  }
  try {
    const entries = directoryEntries(file);
    const own = filesOf(
      file,
      entries.flatMap((entry) => (entry.isDirectory ? [] : [entry.name])),
      node,
      skipped,
    );
    if (own.length > 0) return own;
    const below = entries.flatMap((entry) => {
      if (node !== undefined || !entry.isDirectory) return [];
      const folder = join(file, entry.name);
      const own = filesOf(
        folder,
        directoryEntries(folder).map(({ name }) => name),
        entry.name,
        skipped,
      );
      return own.map((one) => ({ ...one, isFolder: true as const }));
    });
    return below.length > 0 ? below : error(`folder \`${file}\` holds no facts of a node`, NAMES_HELP);
  } catch (fault) {
    return error(`cannot read \`${file}\`: ${fileReason(fault)}`);
  }
}

function filesOf(
  folder: string,
  names: readonly string[],
  node: string | undefined,
  skipped: Diagnostic[],
): FactsFile[] {
  return names.flatMap((name) => {
    const kind = kindOf(name);
    if (kind === undefined) return [];
    const file = join(folder, name);
    const stranger = strangerInFolder(file);
    if (stranger === undefined) return [{ node, kind, file }];
    skipped.push(skippedInFolder(file, stranger));
    return [];
  });
}

function kindOf(path: string): Kind | undefined {
  const name = basename(path);
  // Hidden files, backups, and manifests or flow files, which YAML ones are.
  if (/^\.|~$|\.ya?ml$/i.test(name)) return undefined;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Two files' facts together: of one interface both families' addresses. */
function joined(first: Facts, second: Facts): Facts {
  const interfaces = new Map(Object.entries(first.interfaces ?? {}));
  for (const [name, addresses] of Object.entries(second.interfaces ?? {})) {
    interfaces.set(name, [...new Set([...(interfaces.get(name) ?? []), ...addresses])]);
  }
  return {
    ...mergedFacts(first, second),
    ...((first.interfaces ?? second.interfaces) && { interfaces: Object.fromEntries(interfaces) }),
  };
}
