import type { CalicoVersion } from "../../model/kinds/version.ts";
import type { CommandContext } from "./context.ts";
import { alternatives, UsageError } from "./usage.ts";

/** An option of a command, as data; `T` is the type of its value in `Line.options`. */
export interface OptionDeclaration<T = unknown> {
  /** As help shows it: `-o, --output <format>`. */
  readonly flags: string;
  readonly help: string;
  /** Left out of help, completion and the reference page. */
  readonly hidden?: boolean;
  /** What a shell completes its value with: these words, or the namespaces that the datastore has. */
  readonly values?: readonly string[] | "namespaces";
  /** The first Calico version whose calicoctl has the option for this command (recorded: the --help cases); absent: calicoctl does not have it. */
  readonly calicoctl?: CalicoVersion;
  /** What happens when a line has it twice: wrong usage, unless declared otherwise. */
  readonly again?: "collects" | "last counts";
  /** Reads one value as it is typed, or throws `UsageError`. */
  readonly check?: (value: string) => unknown;
  /** The value for `Line.options`, from what the parser has kept. */
  readonly read: (kept: unknown) => T;
}

/** The options of a command, by the names under which `Line.options` has them. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** An argument of a command: `[kind]`, or `[names...]` for the rest of the line. */
export interface ArgumentDeclaration {
  readonly syntax: string;
  readonly help: string;
  /**
   * What a shell completes it with: these words; kinds; or names of stored resources of the kind before it. Where an
   * argument completes names, the one before it completes KIND/NAME, too.
   */
  readonly completes?: "kinds" | "names";
  readonly values?: readonly string[];
}

/** A command line that shows what the command is for. */
export interface Example {
  readonly line: string;
  readonly shows: string;
}

/** A command as data: help, completion, abbreviations and the reference page are made from it. */
export interface Declaration<O extends OptionDeclarations = OptionDeclarations> {
  readonly name: string;
  /** One line without a full stop. */
  readonly summary: string;
  /** The first Calico version whose calicoctl has the command; absent: it is only in this tool. */
  readonly calicoctl?: CalicoVersion;
  readonly arguments?: readonly ArgumentDeclaration[];
  readonly options: O;
  /** Paragraphs below the options in help. */
  readonly notes?: readonly string[];
  readonly examples?: readonly Example[];
}

/** A parsed command line: the words after the command's name, and its options with the types that they are declared with. */
export interface Line<O extends OptionDeclarations = OptionDeclarations> {
  readonly words: readonly string[];
  readonly options: { readonly [K in keyof O]: O[K] extends OptionDeclaration<infer T> ? T : never };
}

/** What a file of commands/ exports. */
export interface CommandModule<O extends OptionDeclarations, P> {
  readonly declaration: Declaration<O>;
  /** The command's own options from its line; throws `UsageError` where they do not fit together. */
  readonly parse: (line: Line<O>) => P;
  /** Does the work and returns the exit code. */
  readonly run: (options: P, context: CommandContext) => Promise<number>;
}

/** A command of any options. */
export interface Command {
  readonly declaration: Declaration;
  /** Parses the line and does the work; `kept` has the option values by commander's names for them. */
  readonly run: (words: readonly string[], kept: KeptValues, context: () => CommandContext) => Promise<number>;
}

/** Option values as commander keeps them, by its names. */
export type KeptValues = Readonly<Record<string, unknown>>;

/** Checks a declaration's types, and keeps them. */
export function declare<const O extends OptionDeclarations>(declaration: Declaration<O>): Declaration<O> {
  return declaration;
}

/** The module of one command, its types put away. */
export function commandOf<O extends OptionDeclarations, P>(module: CommandModule<O, P>): Command {
  const { declaration, parse, run } = module;
  return {
    declaration,
    run: async (words, kept, context) => run(parse(lineOf(declaration, words, kept)), context()),
  };
}

/** The line with its options as they are declared; `kept` by commander's names for them. */
export function lineOf<O extends OptionDeclarations>(
  { options }: Declaration<O>,
  words: readonly string[],
  kept: KeptValues,
): Line<O> {
  const values = Object.entries(options).map(([name, { flags, read }]) => [name, read(kept[keptName(flags)])]);
  return { words, options: Object.fromEntries(values) };
}

/** The name under which commander keeps an option's value: of `-o, --dry-run [how]`, `dryRun`. */
export function keptName(flags: string): string {
  const long = /--([a-z0-9-]+)/.exec(flags)?.[1] ?? /-(\w)/.exec(flags)?.[1] ?? "";
  return long.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The long option of such flags, `--output`; else the short one. */
export function optionName(flags: string): string {
  return /--[a-z0-9-]+/.exec(flags)?.[0] ?? flags;
}

type More = Pick<OptionDeclaration, "calicoctl" | "hidden" | "values">;

/** An option without a value. */
export function flag(flags: string, help: string, more: More = {}): OptionDeclaration<boolean> {
  return { flags, help, ...more, read: (kept) => kept === true };
}

/** An option whose value is any text. */
export function text(
  flags: string,
  help: string,
  more: More & Pick<OptionDeclaration, "again"> = {},
): OptionDeclaration<string | undefined> {
  return { flags, help, ...more, read: (kept) => (typeof kept === "string" ? kept : undefined) };
}

/** An option that may be repeated. */
export function list(flags: string, help: string, more: More = {}): OptionDeclaration<readonly string[]> {
  return { flags, help, ...more, again: "collects", read: (kept) => (Array.isArray(kept) ? kept : []) };
}

/** An option whose value is one of these words; `alone` is what it means without a value (`--dry-run [how]`). */
export function oneOf<const V extends string>(
  flags: string,
  help: string,
  values: readonly V[],
  { alone, ...more }: Pick<OptionDeclaration, "calicoctl" | "again"> & { readonly alone?: V } = {},
): OptionDeclaration<V | undefined> {
  const check = (value: string): V => {
    const chosen = values.find((one) => one === value);
    if (chosen !== undefined) return chosen;
    const name = optionName(flags);
    throw new UsageError(`unknown ${name.slice(2)} \`${value}\``, `${name} is ${alternatives(values)}`);
  };
  return {
    flags,
    help,
    values,
    ...more,
    check,
    read: (kept) => (kept === true ? alone : values.find((v) => v === kept)),
  };
}

/** An option whose value is a number that is `valid`; `what` describes these numbers to the user. */
export function number(
  flags: string,
  help: string,
  what: string,
  valid: (value: number) => boolean,
): OptionDeclaration<number | undefined> {
  const check = (value: string): number => {
    const read = value.trim() === "" ? Number.NaN : Number(value);
    if (valid(read)) return read;
    throw new UsageError(`invalid ${optionName(flags).slice(2)} \`${value}\``, `it is ${what}`);
  };
  return { flags, help, again: "last counts", check, read: (kept) => (typeof kept === "number" ? kept : undefined) };
}
