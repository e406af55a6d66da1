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
