/**
 * What a failed call changed: `refused` and `none`: surely nothing, because the store said so, or because it was never
 * asked to change anything; `unknown`: it may have been done all the same.
 */
export type Effect = "refused" | "none" | "unknown";

/** A fault of the store or of the way to it: unreachable, timed out, TLS, not ours, unwritable. `help` says what to try. */
export class DatastoreError extends Error {
  readonly code: string;
  readonly help: string | undefined;
  readonly effect: Effect;

  constructor(code: string, message: string, help?: string, effect: Effect = "none") {
    super(message);
    this.name = "DatastoreError";
    this.code = code;
    this.help = help;
    this.effect = effect;
  }
}
