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
