import { allKinds, kindForAlias } from "../../../model/kinds/kinds.ts";
import { wordsForKind } from "../../resources/kind.ts";
import type { ArgumentDeclaration, Declaration } from "../command.ts";
import { type CommandContext, contextOf } from "../context.ts";
import type { Io } from "../io/io.ts";
import { SILENT } from "../io/out.ts";
import { type OptionDeclaration, optionName } from "../option.ts";
import { allCommands, COMMANDS, commandNamed } from "../registry.ts";
import { optionsOf } from "../shared-options.ts";
import { TOOL } from "../tool.ts";
import { EXIT } from "../usage.ts";
import { aboutText, type Candidate, plain } from "./candidate.ts";
import { storedNames } from "./stored.ts";
import { isList, type Typed, valuesOf } from "./values.ts";

/** A shell waits for completion, so the wait for a datastore is short. */
const TIMEOUT_MS = 2000;

/** What no shell acts on, quoted or not: nothing else is offered, wherever it comes from. */
const HARMLESS_WORD = /^[-A-Za-z0-9._/,:=@+]+$/;

/**
 * `__complete [--describe] [--new-word] -- WORD...`: prints what the last word may become, a line each; with `--describe` a blank
 * and what it is after it. `--new-word`: the last word is empty, for a shell that cannot pass an empty one. Errors are not
 * reported.
 */
export async function complete(argv: readonly string[], io: Io): Promise<number> {
  const end = argv.indexOf("--");
  const options = argv.slice(0, Math.max(end, 0));
  const words = [...argv.slice(end + 1), ...(options.includes("--new-word") ? [""] : [])];
  const given = (short: string, long: string): string | undefined => {
    const attached = words.find((word) => word.startsWith(`${long}=`));
    if (attached !== undefined) return attached.slice(long.length + 1);
    const at = words.findIndex((word) => word === short || word === long);
    return at < 0 ? undefined : words[at + 1];
  };
  const kept = { namespace: given("-n", "--namespace"), config: given("-c", "--config") };
  const context = { ...contextOf({ ...io, stderr: SILENT }, kept, {}), timeoutMs: TIMEOUT_MS };
  const [current = "", ...before] = [...words].reverse();
  const typed = { node: given("--node", "--node"), kind: undefined };
  const candidates = await candidatesFor(before.reverse(), current, { ...context, typed });
  const offered = new Map<string, string>();
  for (const { word, about = "" } of candidates)
    if (word.startsWith(current) && HARMLESS_WORD.test(word) && !offered.get(word)) offered.set(word, aboutText(about));
  const shown = ([word, about]: readonly [string, string]): string =>
    options.includes("--describe") && about !== "" ? `${word} ${about}` : word;
  for (const one of offered) io.stdout.writeData(`${shown(one)}\n`);
  return EXIT.ok;
}

/** A context of a command, and what the line says so far. */
type CompletionContext = CommandContext & { readonly typed: Typed };

async function candidatesFor(
  before: readonly string[],
  current: string,
  context: CompletionContext,
): Promise<readonly Candidate[]> {
  const at = before.findIndex((word) => Object.hasOwn(COMMANDS, word));
  const command = await commandNamed(before[at] ?? "");
  if (command === undefined) return current.startsWith("-") ? flagsOf(TOOL) : commandNames();
  const { declaration } = command;
  const given = operands(declaration, before.slice(at + 1));
  const within = { ...context, typed: { ...context.typed, kind: given[0]?.split("/")[0] } };
  const attached = /^(--[a-z-]+)=/.exec(current);
  if (attached !== null) {
    const [start, name = ""] = attached;
    const values = await valuesFor(optionNamed(declaration, name), current.slice(start.length), within);
    return values.map(({ word, ...more }) => ({ word: start + word, ...more }));
  }
  const option = optionNamed(declaration, before.at(-1) ?? "");
  if (option?.flags.includes("<")) return valuesFor(option, current, within);
  if (current.startsWith("-")) return flagsOf(declaration);
  return wordsFor(declaration, given, current, within);
}

/** The names of all commands, with what they are for. */
async function commandNames(): Promise<readonly Candidate[]> {
  return (await allCommands()).map(({ declaration: { name, summary } }) => ({ word: name, about: summary }));
}

async function valuesFor(
  option: Pick<OptionDeclaration, "values"> | undefined,
  current: string,
  context: CompletionContext,
): Promise<readonly Candidate[]> {
  const { values = [] } = option ?? {};
  if (typeof values !== "string") return plain(values);
  const candidates = await valuesOf(values, context.typed, context);
  const listed = isList(values) ? current.slice(0, current.lastIndexOf(",") + 1) : "";
  const given = listed.split(",");
  return candidates.flatMap(({ word, ...more }) => (given.includes(word) ? [] : { word: listed + word, ...more }));
}

/** What the next word without a dash may be, as the argument in its place declares. */
async function wordsFor(
  { arguments: declared = [] }: Declaration,
  given: readonly string[],
  current: string,
  context: CompletionContext,
): Promise<readonly Candidate[]> {
  const [kind = "", ...names] = given;
  const takesNames = declared.some(({ completes }) => completes === "names");
  // With KIND/NAME every word is one of them.
  const slashed = kind.includes("/");
  const argument = slashed ? declared[0] : (declared[given.length] ?? repeated(declared));
  if (argument === undefined) return [];
  if (argument.completes === "names") {
    const stored = await Promise.all(kind.split(",").map((word) => storedNames(word, context)));
    return stored.flat().filter(({ word }) => !names.includes(word));
  }
  if (argument.completes !== "kinds") return valuesFor(argument, current, context);
  const slash = current.indexOf("/");
  if (takesNames && slash >= 0) {
    const stored = await storedNames(current.slice(0, slash), context);
    return stored.map(({ word, ...more }) => ({ word: current.slice(0, slash + 1) + word, ...more }));
  }
  if (slashed) return [];
  const listed = current.slice(0, current.lastIndexOf(",") + 1);
  if (!listed.split(",").every((word) => word === "" || kindForAlias(word) !== undefined)) return [];
  const others = listed === "" ? await valuesFor(argument, current, context) : [];
  const kinds = allKinds().flatMap((info) =>
    wordsForKind(info).map((word) => ({ word: listed + word, about: info.kind })),
  );
  return [...kinds, ...others];
}

/** The argument that takes the rest of the line, where there is one. */
function repeated(declared: readonly ArgumentDeclaration[]): ArgumentDeclaration | undefined {
  const last = declared.at(-1);
  return last?.syntax.includes("...") ? last : undefined;
}

const flagsOf = (declaration: Declaration): Candidate[] => [
  ...optionsOf(declaration).flatMap(({ flags, help, hidden }) =>
    hidden ? [] : { word: optionName(flags), about: help },
  ),
  { word: "--help", about: "how the command is used" },
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
