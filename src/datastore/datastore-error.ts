/**
 * What a failed call changed. `refused`: nothing, because the store refused it; `none`: nothing, because it was no write or
 * was never sent; `unknown`: the write may have been stored.
 */
export type Effect = "refused" | "none" | "unknown";

/** A fault of the store or of the connection to it: unreachable, timed out, TLS, another program's file, unwritable. `help` says what to try. */
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
