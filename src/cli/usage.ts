/** Every command ends with one of these. */
export const EXIT = { ok: 0, failed: 1, usage: 2, unmet: 3 } as const;

/** A wrong command line: the message is for the user, the exit code 2. */
export class UsageError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "UsageError";
    this.help = help;
  }
}

/**
 * Long options may be cut to any unique prefix, as calicoctl's parser has it (`--file=x` is `--filename=x`). Gives
 * the argument list with known prefixes written out; throws `UsageError` for a prefix of several options.
 */
export function expandPrefixes(argv: readonly string[], longOptions: readonly string[]): string[] {
  return argv.map((arg) => {
    const match = /^--([a-z][a-z-]*)(=.*)?$/s.exec(arg);
    if (!match) return arg;
    const [, word = "", value = ""] = match;
    const fitting = longOptions.filter((option) => option.startsWith(word));
    if (fitting.length === 0 || fitting.includes(word)) return arg;
    if (fitting.length > 1) {
      const names = fitting.map((option) => `--${option}`).join(", ");
      throw new UsageError(`option \`--${word}\` is not unique`, `it could be ${names}`);
    }
    return `--${fitting[0]}${value}`;
  });
}

const seen = (flag: string) => {
  let times = 0;
  return (value: string): string => {
    if (++times > 1) throw new UsageError(`option \`${flag}\` is given more than once`);
    return value;
  };
};

/** For an option that may be given once: passes the value through, complains the second time. */
export const once = seen;

/** For an option that may be repeated: collects the values. */
export function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
