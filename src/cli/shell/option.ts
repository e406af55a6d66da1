import type { CalicoVersion } from "../../model/kinds/version.ts";
import { wordList } from "../../model/word-list.ts";
import { UsageError } from "./usage.ts";

/** Values that completion gets from the datastore, or that are too many for a declaration. */
export type ValueSource =
  | "namespaces"
  | "nodes"
  | "host interfaces"
  | "interfaces"
  | "workloads"
  | "endpoints"
  | "protocols"
  | "codes"
  | "labels"
  | "lifelines"
  | "kinds to skip"
  | "changes"
  | "field paths";

/** An option of a command, as data; `T` is the type of its value in `Line.options`. */
export interface OptionDeclaration<T = unknown> {
  /** As help shows it: `-o, --output <format>`. */
  readonly flags: string;
  readonly help: string;
  /** Left out of help, completion and the reference page. */
  readonly hidden?: boolean;
  /** What a shell completes its value with: these words, or those of a source. */
  readonly values?: readonly string[] | ValueSource;
  /**
   * The first Calico version whose calicoctl has the option for this command (recorded: the --help cases); absent: calicoctl does
   * not have it.
   */
  readonly calicoctl?: CalicoVersion;
  /** What happens when a line has it twice: wrong usage, unless declared otherwise. */
  readonly again?: "collects" | "last counts";
  /** Other long names that it is known by; they are in neither help nor completion. */
  readonly aliases?: readonly string[];
  /** Reads one value as it is typed, or throws `UsageError`. */
  readonly check?: (value: string) => unknown;
  /** The value for `Line.options`, from what the parser has kept. */
  readonly read: (kept: unknown) => T;
}

/** The options of a command, by the names under which `Line.options` has them. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** The values of such options, by the names they are declared with. */
export type OptionValues<O extends OptionDeclarations> = {
  readonly [K in keyof O]: O[K] extends OptionDeclaration<infer T> ? T : never;
};

/** Option values as commander keeps them, by its names. */
export type KeptValues = Readonly<Record<string, unknown>>;

/** The values of the options as they are declared, from what commander has kept. */
export function optionValues<O extends OptionDeclarations>(options: O, kept: KeptValues): OptionValues<O> {
  const values = Object.entries(options).map(([name, { flags, read }]) => [name, read(kept[keptName(flags)])]);
  return Object.fromEntries(values);
}

/** The name under which commander keeps an option's value: of `-o, --dry-run [how]`, `dryRun`; of `--no-headers`, `headers`. */
export function keptName(flags: string): string {
  const long = /--(?:no-)?([a-z0-9-]+)/.exec(flags)?.[1] ?? /-(\w)/.exec(flags)?.[1] ?? "";
  return long.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The long option of such flags, `--output`; else the short one. */
export function optionName(flags: string): string {
  return /--[a-z0-9-]+/.exec(flags)?.[0] ?? flags;
}

type More = Pick<OptionDeclaration, "calicoctl" | "hidden" | "values">;

/** An option without a value; of `--no-headers` commander keeps that headers are `false`. */
export function flag(flags: string, help: string, more: More = {}): OptionDeclaration<boolean> {
  const given = !flags.includes("--no-");
  return { flags, help, ...more, read: (kept) => kept === given };
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
    throw new UsageError(`unknown ${name.slice(2)} \`${value}\``, `${name} is ${wordList(values, "or")}`);
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
