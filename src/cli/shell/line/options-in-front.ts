import { type OptionDeclaration, optionName } from "../option.ts";
import { UsageError } from "../usage.ts";

/** A line, cut at its command's name. */
export interface CutLine {
  /** The first word that is neither an option nor an option's value; `undefined` where there is none. */
  readonly name: string | undefined;
  /** The tool's own options in front of the name. */
  readonly before: readonly string[];
  /** Options in front of the name that are not the tool's own: a command's, as in `-n shop get np`. */
  readonly moved: readonly string[];
  /** What stands behind the name. */
  readonly after: readonly string[];
}

/**
 * Cuts a line at its command's name. `tool` are the options of the tool, which calicoctl takes in front of the name; `others`
 * returns those of the commands, and is called only where a line has another option there. The long ones may be abbreviated.
 */
export async function cutAtCommand(
  argv: readonly string[],
  tool: readonly OptionDeclaration[],
  others: () => Promise<readonly OptionDeclaration[]>,
): Promise<CutLine> {
  const before: string[] = [];
  const moved: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at] ?? "";
    if (arg === "-" || !arg.startsWith("-")) return { name: arg, before, moved, after: argv.slice(at + 1) };
    const ofTool = isHelp(arg) || matching(arg, tool).length > 0;
    const hasValue = expectsNext(arg, ofTool ? tool : await others());
    const part = argv.slice(at, hasValue ? at + 2 : at + 1);
    (ofTool ? before : moved).push(...part);
    at += part.length - 1;
  }
  return { name: undefined, before: [...before, ...moved], moved: [], after: [] };
}

const isHelp = (arg: string): boolean => arg === "-h" || arg === "--help";

/** Whether the next word of the line is the value of this one. Throws `UsageError` where that depends on the command. */
function expectsNext(arg: string, declared: readonly OptionDeclaration[]): boolean {
  if (arg.startsWith("--")) {
    if (arg.includes("=")) return false;
    return agreed(arg, matching(arg, declared));
  }
  for (let at = 1; at < arg.length; at++)
    if (agreed(arg, matching(`-${arg[at]}`, declared))) return at === arg.length - 1;
  return false;
}

function agreed(arg: string, options: readonly OptionDeclaration[]): boolean {
  const valued = options.filter(takesValue);
  if (valued.length === 0 || valued.length === options.length) return valued.length > 0;
  throw new UsageError(`option \`${arg}\` in front of the command is ambiguous`, "write it after the command's name");
}

/** The options that the word may stand for: itself, and else those it abbreviates. */
function matching(arg: string, declared: readonly OptionDeclaration[]): readonly OptionDeclaration[] {
  const name = arg.replace(/=.*/s, "");
  if (!name.startsWith("--")) return declared.filter(({ flags }) => shortOf(flags) === name.slice(0, 2));
  const same = declared.filter(({ flags, aliases = [] }) => optionName(flags) === name || aliases.includes(name));
  return same.length > 0 ? same : declared.filter(({ flags }) => optionName(flags).startsWith(name));
}

/** The short form of such flags: of `-o, --output <format>`, `-o`. */
export function shortOf(flags: string): string | undefined {
  return /^-\w/.exec(flags)?.[0];
}

/** Whether an option always has a value. */
export function takesValue({ flags }: OptionDeclaration): boolean {
  return flags.includes("<");
}
