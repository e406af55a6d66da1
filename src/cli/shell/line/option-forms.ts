import { didYouMean } from "../../../model/nearest.ts";
import { shellWord } from "../../../model/shell-word.ts";
import { type OptionDeclaration, optionName } from "../option.ts";
import { UsageError } from "../usage.ts";
import { shortOf, takesValue } from "./options-in-front.ts";
import { refusedOption } from "./refused-options.ts";

/** Go's words for true and false, as kubectl takes them. */
const TRUE = ["true", "TRUE", "True", "t", "T", "1"];
const FALSE = ["false", "FALSE", "False", "f", "F", "0"];

/**
 * The words after a command's name in the forms that the parser knows, from those of kubectl's: `-o=yaml` is `-oyaml`,
 * `--watch=false` nothing, `--request-timeout=2s` the option it is another name of. Throws `UsageError` for options of kubectl's
 * that promise what this tool does not do.
 */
export function plainForms(
  args: readonly string[],
  command: string,
  declared: readonly OptionDeclaration[],
): readonly string[] {
  const plain: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") return [...plain, ...args.slice(at)];
    if (!arg.startsWith("-") || arg === "-") {
      plain.push(arg);
      continue;
    }
    const { words, expectsValue } = arg.startsWith("--")
      ? longForm(arg, command, declared)
      : shortForm(arg, command, declared);
    plain.push(...words);
    const next = args[at + 1];
    if (!expectsValue || next === undefined) continue;
    plain.push(next);
    at++;
  }
  return plain;
}

interface Form {
  readonly words: readonly string[];
  /** Whether the next word is the value. */
  readonly expectsValue: boolean;
}

function longForm(arg: string, command: string, declared: readonly OptionDeclaration[]): Form {
  const [, name = "", value] = /^(--[^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const option = declared.find(({ flags, aliases = [] }) => optionName(flags) === name || aliases.includes(name));
  if (option === undefined) {
    refusedOption(name, command);
    return { words: [arg], expectsValue: false };
  }
  const own = optionName(option.flags);
  if (value === undefined) return { words: [own], expectsValue: takesValue(option) };
  const isFlag = !takesValue(option) && !option.flags.includes("[");
  if (isFlag) return { words: isOn(value, name) ? [own] : [], expectsValue: false };
  return { words: [`${own}=${value}`], expectsValue: false };
}

/** A word of short options, the last of which may have its value behind it: `-Ao=wide`. */
function shortForm(arg: string, command: string, declared: readonly OptionDeclaration[]): Form {
  refuseLongName(arg, declared);
  for (let at = 1; at < arg.length; at++) {
    const letter = `-${arg[at]}`;
    const option = declared.find(({ flags }) => shortOf(flags) === letter);
    if (option === undefined) {
      if (letter !== "-h") refusedOption(letter, command);
      return { words: [arg], expectsValue: false };
    }
    const rest = arg.slice(at + 1);
    if (takesValue(option)) {
      const value = rest.startsWith("=") ? rest.slice(1) : rest;
      // Commander would take an empty value for none, and the next word for it.
      if (rest === "=") throw new UsageError(`option \`${letter}\` has no value`);
      return { words: [arg.slice(0, at + 1) + value], expectsValue: rest === "" };
    }
    if (rest.startsWith("=")) {
      const kept = isOn(rest.slice(1), letter) ? arg.slice(0, at + 1) : arg.slice(0, at);
      return { words: kept === "-" ? [] : [kept], expectsValue: false };
    }
  }
  return { words: [arg], expectsValue: false };
}

/** Refuses a long option with one dash, as Go's `flag` takes it: `-output` would be `-o` with the value `utput`. */
function refuseLongName(arg: string, declared: readonly OptionDeclaration[]): void {
  const [, name = "", value = ""] = /^-([^=]{2,})(=.*)?$/s.exec(arg) ?? [];
  const isLong = declared.some(({ flags, aliases = [] }) => [optionName(flags), ...aliases].includes(`--${name}`));
  if (isLong) throw new UsageError(`unknown option \`-${name}\``, didYouMean(`--${name}${value && shellWord(value)}`));
}

function isOn(value: string, name: string): boolean {
  if (TRUE.includes(value)) return true;
  if (FALSE.includes(value)) return false;
  throw new UsageError(`invalid value \`${value}\` of option \`${name}\``, `write ${name}, or ${name}=false`);
}
