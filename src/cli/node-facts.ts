import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileReason } from "../datastore/file-reason.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { NodeFacts, Route } from "../model/flow.ts";
import { readAddresses } from "../node-facts/addresses.ts";
import { readNat } from "../node-facts/nat.ts";
import { readRoutes } from "../node-facts/routes.ts";
import { reportDiagnostics } from "./output/report.ts";
import type { Io } from "./shell/io/io.ts";
import { UsageError } from "./shell/usage.ts";
import { isDirectory, readSources, type Source } from "./sources.ts";

/** Facts of a node, without its name. */
export type Facts = Omit<NodeFacts, "node">;

/** What was given of nodes: `unnamed` is of the node that a packet enters, whichever it is. */
export interface GivenFacts {
  readonly unnamed: Facts;
  readonly byNode: ReadonlyMap<string, Facts>;
  /** The nodes that were named one by one, not by a folder of many. */
  readonly named: ReadonlySet<string>;
}

/** Nothing was given. */
export const NONE_GIVEN: GivenFacts = { unnamed: {}, byNode: new Map(), named: new Set() };

type Options = Readonly<Record<string, unknown>>;
type Kind = "addresses" | "routes" | "nat";

const READERS: Readonly<Record<Kind, (source: Source) => Facts & { readonly diagnostics: readonly Diagnostic[] }>> = {
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

interface Named {
  readonly node: string | undefined;
  readonly kind: Kind;
  readonly file: string;
  /** Whether the node is called as the folder is. */
  readonly isFolder?: true;
}

/**
 * Reads `--addresses`, `--routes`, `--nat` and `--facts`, each `[NODE=]PATH` and repeatable. Prints what is odd about
 * the files; `undefined` when one of them cannot be used.
 */
export function readGivenFacts(options: Options, io: Io): GivenFacts | undefined {
  const files: Named[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const kind of ["addresses", "routes", "nat"] as const) {
    for (const value of valuesOf(options[kind])) files.push({ ...ofNode(value), kind });
  }
  for (const value of valuesOf(options.facts)) {
    const found = inFolder(ofNode(value));
    if (Array.isArray(found)) files.push(...found);
    else diagnostics.push(found);
  }
  const sources: Source[] = [];
  let unnamed: Facts = {};
  const byNode = new Map<string, Facts>();
  const named = new Set<string>();
  for (const { node, kind, file, isFolder } of files) {
    if (node !== undefined && !isFolder) named.add(node);
    const read = readSources([file], {}, io);
    diagnostics.push(...read.diagnostics);
    sources.push(...read.sources);
    for (const source of read.sources) {
      const { diagnostics: found, ...facts } = READERS[kind](source);
      diagnostics.push(...found);
      if (node === undefined) unnamed = joined(unnamed, facts);
      else byNode.set(node, joined(byNode.get(node) ?? {}, facts));
    }
  }
  reportDiagnostics(diagnostics, sources, io);
  return hasErrors(diagnostics) ? undefined : { unnamed, byNode, named };
}

function valuesOf(option: unknown): readonly string[] {
  return Array.isArray(option) ? option.map(String) : [];
}

/** `NODE=PATH`; a path that itself holds a `=` can be written with a `/` before it. */
function ofNode(value: string): { readonly node: string | undefined; readonly file: string } {
  const match = /^([a-z0-9][a-z0-9.-]*)=(.*)$/i.exec(value);
  const file = match?.[2] ?? value;
  if (file === "") throw new UsageError(`\`${value}\` names no file`, "write PATH or NODE=PATH");
  return { node: match?.[1], file };
}

/** The files of a folder by their names; where it has none, its folders are those of the nodes they are called after. */
function inFolder({ node, file }: { readonly node: string | undefined; readonly file: string }): Named[] | Diagnostic {
  const error = (message: string, help?: string): Diagnostic => ({
    severity: "error",
    code: "facts.folder",
    message,
    ...(help !== undefined && { help }),
  });
  if (!isDirectory(file)) {
    const kind = kindOf(file);
    if (kind !== undefined) return [{ node, kind, file }];
    return error(`it cannot be told what \`${file}\` is: it is no folder, and its name does not say`, NAMES_HELP);
  }
  try {
    const entries = readdirSync(file, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const own = filesOf(
      file,
      entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])),
      node,
    );
    if (own.length > 0) return own;
    const below = entries.flatMap((entry) => {
      if (node !== undefined || !entry.isDirectory()) return [];
      const folder = join(file, entry.name);
      const own = filesOf(folder, readdirSync(folder).sort(), entry.name);
      return own.map((one) => ({ ...one, isFolder: true as const }));
    });
    return below.length > 0 ? below : error(`folder \`${file}\` holds no facts of a node`, NAMES_HELP);
  } catch (fault) {
    return error(`cannot read \`${file}\`: ${fileReason(fault)}`);
  }
}

function filesOf(folder: string, names: readonly string[], node: string | undefined): Named[] {
  return names.flatMap((name) => {
    const kind = kindOf(name);
    return kind === undefined ? [] : [{ node, kind, file: join(folder, name) }];
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
    ...merged(first, second),
    ...((first.interfaces ?? second.interfaces) && { interfaces: Object.fromEntries(interfaces) }),
  };
}

/**
 * What two sources say of a node, where the first has the last word: on an interface, on the route to a destination,
 * and on a packet that DNATs of both match.
 */
export function merged(first: Facts, second: Facts): Facts {
  const keyOf = ({ dst, table = "main" }: Route): string => `${table} ${dst}`;
  const said = new Set(first.routes?.map(keyOf));
  const others = second.routes?.filter((route) => !said.has(keyOf(route))) ?? [];
  return {
    ...((first.interfaces ?? second.interfaces) && { interfaces: { ...second.interfaces, ...first.interfaces } }),
    ...((first.dnat ?? second.dnat) && { dnat: [...(first.dnat ?? []), ...(second.dnat ?? [])] }),
    ...((first.routes ?? second.routes) && { routes: [...(first.routes ?? []), ...others] }),
  };
}

/** All that is given of one node: what was said first, then what was saved under its name, then what under none. */
export function factsOf({ unnamed, byNode }: GivenFacts, node: string, said: Facts = {}): NodeFacts {
  return { node, ...merged(said, merged(byNode.get(node) ?? {}, unnamed)) };
}

/** Every node that facts were given of by name. */
export function namedFacts(given: GivenFacts): NodeFacts[] {
  return [...given.byNode].map(([node, facts]) => ({ node, ...facts }));
}

/**
 * Warns of nodes whose facts were given though no packet enters them. A folder of the whole cluster's nodes may hold
 * more than are asked about: of its nodes it is only told when none is entered.
 */
export function unusedFacts({ byNode, named }: GivenFacts, entered: Iterable<string>): Diagnostic[] {
  const asked = [...new Set(entered)].sort();
  const isUnused = (node: string): boolean => !asked.includes(node);
  const others = [...byNode.keys()].filter((node) => !named.has(node));
  const unused = [...[...named].filter(isUnused), ...(others.every(isUnused) ? others : [])];
  return asked.length === 0 ? [] : unused.map((node) => unusedWarning(node, asked));
}

function unusedWarning(node: string, asked: readonly string[]): Diagnostic {
  const which = asked.length > 10 ? `${asked.slice(0, 10).join(", ")} and others` : asked.join(", ");
  return {
    severity: "warning",
    code: "facts.unused",
    message: `the facts given of node \`${node}\` are not used: no packet enters it`,
    help: `packets enter ${which}`,
  };
}
