import type { Command } from "commander";
import { allKinds, kindForAlias } from "../../model/kinds.ts";
import type { Common } from "../common.ts";
import { DEFAULT_NAMESPACE } from "../input.ts";
import { program } from "../program.ts";
import { withDatastore } from "../store.ts";
import { EXIT } from "../usage.ts";

/** A shell waits for this: a datastore that does not answer is given up soon. */
const TIMEOUT_MS = 2000;

/** Values of options, by option and command; nothing for the rest, so that the shell completes files. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "--output": {
    get: ["ps", "wide", "yaml", "json", "name", "custom-columns=", "go-template=", "go-template-file="],
    validate: ["text", "json", "sarif", "junit", "github"],
    simulate: ["table", "json", "yaml"],
    test: ["table", "junit", "tap", "json"],
    apply: ["name", "json"],
    create: ["name", "json"],
    replace: ["name", "json"],
    import: ["name", "json"],
  },
  "--type": { patch: ["strategic", "merge", "json"] },
};

/** The commands whose words are a kind, then names of resources. */
const NAMED = new Set(["get", "delete", "label", "patch"]);
const KINDS_ONLY = new Set(["explain", "export"]);

/** `__complete -- WORD...`: what the last word may become, a line each. Nothing is told of errors. */
export async function run(common: Common, words: readonly string[]): Promise<number> {
  const silent = { write: () => {}, drained: () => Promise.resolve(), isTTY: false };
  const given = (...flags: string[]): string | undefined => {
    const at = words.findIndex((word) => flags.includes(word));
    return at < 0 ? undefined : words[at + 1];
  };
  const quiet: Common = {
    ...common,
    namespace: given("-n", "--namespace"),
    config: given("-c", "--config"),
    timeoutMs: TIMEOUT_MS,
    io: { ...common.io, stderr: silent },
  };
  const [current = "", ...before] = [...words].reverse();
  const found = await candidates(before.reverse(), current, quiet);
  for (const word of found) if (word.startsWith(current)) common.io.stdout.write(`${word}\n`);
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
  const option = optionOf(command, before.at(-1) ?? "");
  if (option?.required) return VALUES[option.long ?? ""]?.[command.name()] ?? [];
  if (current.startsWith("-")) return flags(command);
  if (command.name() === "completion") return ["bash", "zsh", "fish"];
  const [kind, ...names] = operands(command, before.slice(at + 1));
  if (kind === undefined) return NAMED.has(command.name()) || KINDS_ONLY.has(command.name()) ? kindWords() : [];
  if (!NAMED.has(command.name()) || kind.includes("/")) return [];
  const stored = await storedNames(kind, common);
  return stored.filter((name) => !names.includes(name));
}

const flags = (command: Command): string[] =>
  [...command.options.flatMap(({ long }) => long ?? []), "--help"].filter((flag) => !flag.startsWith("--__"));

const optionOf = (command: Command, word: string) =>
  command.options.find(({ long, short }) => word !== "" && (word === long || word === short));

/** The words that are neither options nor their values. */
function operands(command: Command, words: readonly string[]): string[] {
  return words.filter((word, i) => {
    const valued = optionOf(command, words[i - 1] ?? "")?.required ?? false;
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
  let names: readonly string[] = [];
  await withDatastore(common, async (store) => {
    const namespace = info.namespaced ? (common.namespace ?? DEFAULT_NAMESPACE) : undefined;
    const { items } = await store.list(info.kind, namespace === undefined ? {} : { namespace });
    names = items.map(({ metadata }) => metadata.name);
    return EXIT.ok;
  });
  return names;
}
