import type { CalicoVersion } from "../../model/kinds/version.ts";
import type { CommandContext } from "./context.ts";
import {
  type KeptValues,
  type OptionDeclarations,
  type OptionValues,
  optionValues,
  type ValueSource,
} from "./option.ts";
import type { ExitMeanings } from "./usage.ts";

/** An argument of a command: `[kind]`, or `[names...]` for the rest of the line. */
export interface ArgumentDeclaration {
  readonly syntax: string;
  readonly help: string;
  /**
   * What a shell completes it with: these words; kinds; or names of stored resources of the kind before it. Where an
   * argument completes names, the one before it also completes KIND/NAME.
   */
  readonly completes?: "kinds" | "names";
  readonly values?: readonly string[] | ValueSource;
}

/** A command line that shows what the command is for; `examples/reference` has the files that it names, and what is stored. */
export interface Example {
  readonly line: string;
  readonly shows: string;
  /** Lines that make what it needs beside that; help leaves them out. */
  readonly before?: readonly string[];
}

/** A command as data: help, completion, abbreviations and the reference page are made from it. */
export interface Declaration<O extends OptionDeclarations = OptionDeclarations> {
  readonly name: string;
  /** One line without a full stop. */
  readonly summary: string;
  /** The first Calico version whose calicoctl has the command; absent: it is only in this tool. */
  readonly calicoctl?: CalicoVersion;
  readonly arguments?: readonly ArgumentDeclaration[];
  /** Whether its words are files as those of `-f`, and whether it reads a pipe where none is named; absent: neither. */
  readonly takesFiles?: "words" | "words or a pipe";
  readonly options: O;
  /** Paragraphs below the options in help. */
  readonly notes?: readonly string[];
  /** The exit codes that mean more than for every command. */
  readonly exits?: ExitMeanings;
  readonly examples?: readonly Example[];
}

/** A parsed command line: the words after the command's name, and its options with the types that they are declared with. */
export interface Line<O extends OptionDeclarations = OptionDeclarations> {
  readonly words: readonly string[];
  readonly options: OptionValues<O>;
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
  /** Parses the line, whose option values are as commander keeps them; the result does the work. */
  readonly parse: (words: readonly string[], kept: KeptValues) => (context: CommandContext) => Promise<number>;
}

/** Checks a declaration's types, and keeps them. */
export function declare<const O extends OptionDeclarations>(declaration: Declaration<O>): Declaration<O> {
  return declaration;
}

/** The command that a file of commands/ exports, its types put away. */
export function commandOf<O extends OptionDeclarations, P>({ declaration, parse, run }: CommandModule<O, P>): Command {
  return {
    declaration,
    parse: (words, kept) => {
      const options = parse({ words, options: optionValues(declaration.options, kept) });
      return (context) => run(options, context);
    },
  };
}
