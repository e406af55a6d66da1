import { resourceNameFault } from "../../manifest/checks/metadata.ts";
import { isDnsLabel } from "../../manifest/checks/names.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds, kindForAlias } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { wordsForKind } from "../resources/kind.ts";
import { namespaceOf } from "../resources/selection.ts";
import type { ArgumentDeclaration, Declaration } from "./command.ts";
import { type CommandContext, contextOf } from "./context.ts";
import type { Io } from "./io/io.ts";
import { SILENT } from "./io/out.ts";
import { type OptionDeclaration, optionName } from "./option.ts";
import { COMMANDS, commandNamed } from "./registry.ts";
import { optionsOf } from "./shared-options.ts";
import { TOOL } from "./tool.ts";
import { EXIT } from "./usage.ts";
import { withDatastore } from "./with-datastore.ts";

/** A shell waits for completion, so the wait for a datastore is short. */
const TIMEOUT_MS = 2000;

/** What no shell acts on, quoted or not: nothing else is offered, wherever it comes from. */
const HARMLESS_WORD = /^[-A-Za-z0-9._/,:=@+]+$/;

/** `__complete -- WORD...`: prints what the last word may become, a line each. Errors are not reported. */
export async function complete(words: readonly string[], io: Io): Promise<number> {
  const given = (short: string, long: string): string | undefined => {
    const attached = words.find((word) => word.startsWith(`${long}=`));
    if (attached !== undefined) return attached.slice(long.length + 1);
    const at = words.findIndex((word) => word === short || word === long);
    return at < 0 ? undefined : words[at + 1];
  };
  const kept = { namespace: given("-n", "--namespace"), config: given("-c", "--config") };
  const context = { ...contextOf({ ...io, stderr: SILENT }, kept, {}), timeoutMs: TIMEOUT_MS };
  const [current = "", ...before] = [...words].reverse();
  const candidates = await candidatesFor(before.reverse(), current, context);
  for (const word of new Set(candidates))
    if (word.startsWith(current) && HARMLESS_WORD.test(word)) io.stdout.writeData(`${word}\n`);
  return EXIT.ok;
}

async function candidatesFor(
  before: readonly string[],
  current: string,
  context: CommandContext,
): Promise<readonly string[]> {
  const at = before.findIndex((word) => Object.hasOwn(COMMANDS, word));
  const command = await commandNamed(before[at] ?? "");
  if (command === undefined) return current.startsWith("-") ? flagsOf(TOOL) : Object.keys(COMMANDS);
  const { declaration } = command;
  const attached = /^(--[a-z-]+)=/.exec(current);
  if (attached !== null) {
    const [start, name = ""] = attached;
    return (await valuesFor(optionNamed(declaration, name), context)).map((value) => start + value);
  }
  const option = optionNamed(declaration, before.at(-1) ?? "");
  if (option?.flags.includes("<")) return valuesFor(option, context);
  if (current.startsWith("-")) return flagsOf(declaration);
  return wordsFor(declaration, operands(declaration, before.slice(at + 1)), current, context);
}

async function valuesFor(option: OptionDeclaration | undefined, context: CommandContext): Promise<readonly string[]> {
  return option?.values === "namespaces" ? storedNamespaces(context) : (option?.values ?? []);
}

/** What the next word without a dash may be, as the argument in its place declares. */
async function wordsFor(
  { arguments: declared = [] }: Declaration,
  given: readonly string[],
  current: string,
  context: CommandContext,
): Promise<readonly string[]> {
  const [kind = "", ...names] = given;
  const takesNames = declared.some(({ completes }) => completes === "names");
  // With KIND/NAME every word is one of them.
  const slashed = kind.includes("/");
  const argument = slashed ? declared[0] : (declared[given.length] ?? repeated(declared));
  if (argument === undefined) return [];
  if (argument.completes === "names") {
    const stored = await Promise.all(kind.split(",").map((word) => storedNames(word, context)));
    return stored.flat().filter((name) => !names.includes(name));
  }
  if (argument.completes !== "kinds") return argument.values ?? [];
  const slash = current.indexOf("/");
  if (takesNames && slash >= 0) {
    const stored = await storedNames(current.slice(0, slash), context);
    return stored.map((name) => current.slice(0, slash + 1) + name);
  }
  if (slashed) return [];
  const listed = current.slice(0, current.lastIndexOf(",") + 1);
  if (!listed.split(",").every((word) => word === "" || kindForAlias(word) !== undefined)) return [];
  const others = listed === "" ? (argument.values ?? []) : [];
  return [...allKinds().flatMap(wordsForKind), ...others].map((word) => listed + word);
}

/** The argument that takes the rest of the line, where there is one. */
function repeated(declared: readonly ArgumentDeclaration[]): ArgumentDeclaration | undefined {
  const last = declared.at(-1);
  return last?.syntax.includes("...") ? last : undefined;
}

const flagsOf = (declaration: Declaration): string[] => [
  ...optionsOf(declaration).flatMap(({ flags, hidden }) => (hidden ? [] : optionName(flags))),
  "--help",
];

const optionNamed = (declaration: Declaration, word: string): OptionDeclaration | undefined =>
  optionsOf(declaration).find(({ flags }) => word !== "" && flags.split(/[ ,]+/).includes(word));

/** The words that are neither options nor their values. */
function operands(declaration: Declaration, words: readonly string[]): string[] {
  return words.filter((word, i) => {
    const valued = optionNamed(declaration, words[i - 1] ?? "")?.flags.includes("<") ?? false;
    return !word.startsWith("-") && !valued;
  });
}

async function storedNames(word: string, context: CommandContext): Promise<readonly string[]> {
  const info = kindForAlias(word);
  if (info === undefined) return [];
  const stored = await storedMetadata(
    () => [info],
    context,
    (one) => namespaceOf(one, context, false),
  );
  return stored.map(({ name }) => name);
}

/** The namespaces of stored resources. */
async function storedNamespaces(context: CommandContext): Promise<readonly string[]> {
  const namespaced = (calico: CalicoVersionRules) => allKinds(calico).filter((info) => info.namespaced);
  const stored = await storedMetadata(namespaced, context, () => undefined);
  return stored.flatMap(({ namespace }) => namespace ?? []).sort();
}

/** Names and namespaces of stored resources; only those that Calico's API accepts, because a shell may run any other text. */
async function storedMetadata(
  kinds: (calico: CalicoVersionRules) => readonly KindInfo[],
  context: CommandContext,
  namespaceFor: (info: KindInfo) => string | undefined,
): Promise<readonly { readonly name: string; readonly namespace?: string }[]> {
  const stored: { readonly name: string; readonly namespace?: string }[] = [];
  await withDatastore(context, async (store) => {
    for (const info of kinds(store.calico)) {
      const namespace = namespaceFor(info);
      const { items } = await store.list(info.kind, namespace === undefined ? {} : { namespace });
      for (const { metadata } of items) {
        const valid =
          resourceNameFault(info.kind, metadata.name, store.calico) === undefined &&
          (metadata.namespace === undefined || isDnsLabel(metadata.namespace));
        if (valid) stored.push(metadata);
      }
    }
    return EXIT.ok;
  });
  return stored;
}
