import type { Command } from "commander";
import { resourceNameFault } from "../../manifest/meaning/metadata.ts";
import { isDnsLabel } from "../../manifest/meaning/names.ts";
import { allKinds, type KindInfo, kindForAlias } from "../../model/kinds.ts";
import { CALICO_VERSIONS } from "../../model/version.ts";
import type { Common } from "../common.ts";
import { program } from "../program.ts";
import { namespaceOf } from "../selection.ts";
import { withDatastore } from "../store.ts";
import { EXIT } from "../usage.ts";

/** A shell waits for this: a datastore that does not answer is given up soon. */
const TIMEOUT_MS = 2000;

const WRITTEN = ["name", "json"];
/** Values of options, by option and command (`""`: any); nothing for the rest, so that the shell completes files. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "--output": {
    get: ["ps", "wide", "yaml", "json", "name", "custom-columns=", "go-template=", "go-template-file="],
    validate: ["text", "json", "sarif", "junit", "github"],
    simulate: ["table", "json", "yaml"],
    test: ["table", "junit", "tap", "json"],
    apply: WRITTEN,
    create: WRITTEN,
    replace: WRITTEN,
    import: WRITTEN,
  },
  "--type": { patch: ["strategic", "merge", "json"] },
  "--calico-version": { "": CALICO_VERSIONS },
  "--dry-run": { "": ["client", "server"] },
};

/** The commands whose words are a kind, then names of resources; and those whose only word is one. */
const NAMED = new Set(["get", "delete", "label", "patch"]);
const KINDS_ONLY = new Set(["explain", "export"]);
/** Kinds that are asked which namespaces there are: an endpoint or policy is in each that matters. */
const NAMESPACED = ["NetworkPolicy", "NetworkSet", "WorkloadEndpoint"];

/** `__complete -- WORD...`: what the last word may become, a line each. Nothing is told of errors. */
export async function run(common: Common, words: readonly string[]): Promise<number> {
  const silent = { write: () => {}, drained: () => Promise.resolve(), onClose: () => () => {}, isTTY: false };
  const given = (short: string, long: string): string | undefined => {
    const attached = words.find((word) => word.startsWith(`${long}=`));
    if (attached !== undefined) return attached.slice(long.length + 1);
    const at = words.findIndex((word) => word === short || word === long);
    return at < 0 ? undefined : words[at + 1];
  };
  const quiet: Common = {
    ...common,
    namespace: given("-n", "--namespace") || undefined,
    config: given("-c", "--config"),
    timeoutMs: TIMEOUT_MS,
    io: { ...common.io, stderr: silent },
  };
  const [current = "", ...before] = [...words].reverse();
  const found = await candidates(before.reverse(), current, quiet);
  for (const word of new Set(found)) if (word.startsWith(current)) common.io.stdout.write(`${word}\n`);
  return EXIT.ok;
}

async function candidates(before: readonly string[], current: string, common: Common): Promise<readonly string[]> {
  const root = program(common.io, () => {});
  const known = new Set(root.commands.map((one) => one.name()));
  const at = before.findIndex((word) => known.has(word));
  const command = root.commands.find((one) => one.name() === before[at]);
  if (command === undefined) {
    const names = root.commands.map((one) => one.name()).filter((name) => !name.startsWith("__"));
    return current.startsWith("-") ? flags(root) : names;
  }
  const attached = /^(--[a-z-]+)=/.exec(current);
  if (attached !== null) {
    const [start, flag = ""] = attached;
    const values = await valuesOf(command, optionOf(command, flag)?.long, common);
    return values.map((value) => start + value);
  }
  const option = optionOf(command, before.at(-1) ?? "");
  if (option?.required) return valuesOf(command, option.long, common);
  if (current.startsWith("-")) return flags(command);
  if (command.name() === "completion") return ["bash", "zsh", "fish"];
  return words(command, operands(command, before.slice(at + 1)), current, common);
}

async function valuesOf(command: Command, long: string | undefined, common: Common): Promise<readonly string[]> {
  if (long === "--namespace") return namespaces(common);
  const values = VALUES[long ?? ""];
  return values?.[command.name()] ?? values?.[""] ?? [];
}

/** What the next word without a dash may be: kinds, lists of kinds and KIND/NAME, then names. */
async function words(
  command: Command,
  [kind, ...names]: readonly string[],
  current: string,
  common: Common,
): Promise<readonly string[]> {
  const named = NAMED.has(command.name());
  if (kind !== undefined && !kind.includes("/")) {
    if (!named || (names.length > 0 && command.name() !== "get" && command.name() !== "delete")) return [];
    const kinds = await Promise.all(kind.split(",").map((word) => storedNames(word, common)));
    return kinds.flat().filter((name) => !names.includes(name));
  }
  if (!named && !KINDS_ONLY.has(command.name())) return [];
  const slash = current.indexOf("/");
  if (named && slash >= 0) {
    const stored = await storedNames(current.slice(0, slash), common);
    return stored.map((name) => current.slice(0, slash + 1) + name);
  }
  if (kind !== undefined) return [];
  const listed = current.slice(0, current.lastIndexOf(",") + 1);
  if (!listed.split(",").every((word) => word === "" || kindForAlias(word) !== undefined)) return [];
  const all = command.name() === "get" && listed === "" ? ["all"] : [];
  return [...kindWords(), ...all].map((word) => listed + word);
}

const flags = (command: Command): string[] =>
  [...command.options.flatMap(({ long }) => long ?? []), "--help"].filter((flag) => !flag.startsWith("--__"));

const optionOf = (command: Command, word: string) =>
  command.options.find(({ long, short }) => word !== "" && (word === long || word === short));

/** The words that are neither options nor their values. */
function operands(command: Command, given: readonly string[]): string[] {
  return given.filter((word, i) => {
    const valued = optionOf(command, given[i - 1] ?? "")?.required ?? false;
    return !word.startsWith("-") && !valued;
  });
}

/** The shortest alias of each kind and its long name. */
function kindWords(): string[] {
  return allKinds().flatMap(({ plural, aliases }) => {
    const short = aliases.reduce((best, alias) => (alias.length < best.length ? alias : best), plural);
    return short === plural ? [plural] : [short, plural];
  });
}

async function storedNames(word: string, common: Common): Promise<readonly string[]> {
  const info = kindForAlias(word);
  if (info === undefined) return [];
  const metadata = await stored([info], common, (one) => namespaceOf(one, common, false));
  return metadata.map(({ name }) => name);
}

async function namespaces(common: Common): Promise<readonly string[]> {
  const infos = allKinds().filter(({ kind }) => NAMESPACED.includes(kind));
  const metadata = await stored(infos, common, () => undefined);
  return metadata.flatMap(({ namespace }) => namespace ?? []).sort();
}

/** Names and namespaces of stored resources; only those that Calico's API accepts, for a shell may run any others. */

async function stored(
  infos: readonly KindInfo[],
  common: Common,
  within: (info: KindInfo) => string | undefined,
): Promise<readonly { readonly name: string; readonly namespace?: string }[]> {
  const found: { readonly name: string; readonly namespace?: string }[] = [];
  await withDatastore(common, async (store) => {
    for (const info of infos) {
      const namespace = within(info);
      const { items } = await store.list(info.kind, namespace === undefined ? {} : { namespace });
      const valid = items.filter(
        ({ metadata: { name, namespace } }) =>
          resourceNameFault(info.kind, name, store.profile) === undefined &&
          (namespace === undefined || isDnsLabel(namespace)),
      );
      found.push(...valid.map(({ metadata }) => metadata));
    }
    return EXIT.ok;
  });
  return found;
}
