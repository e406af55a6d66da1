import type { Code } from "../model/diagnostic.ts";

/**
 * What a failed call changed. `refused`: nothing, because the store refused it; `none`: nothing, because it was no write or
 * was never sent; `unknown`: the write may have been stored.
 */
export type Effect = "refused" | "none" | "unknown";

/**
 * A fault of the store or of the connection to it: unreachable, timed out, TLS, another program's file, unwritable. `help` says
 * what to try.
 */
export class DatastoreError extends Error {
  readonly code: Code;
  readonly help: string | undefined;
  readonly effect: Effect;

  constructor(code: Code, message: string, help?: string, effect: Effect = "none") {
    super(message);
    this.name = "DatastoreError";
    this.code = code;
    this.help = help;
    this.effect = effect;
  }
}

/** A stored value that cannot be read as a resource of its kind: of one key, so that the others can be read all the same. */
export class UnreadableValue extends DatastoreError {
  /** Why, without saying of which value. */
  readonly reason: string;

  constructor(key: string, what: string, reason: string) {
    super("value.unreadable", `cannot read ${what}: ${reason}`, unreadableHelp(key));
    this.reason = reason;
  }
}

/** What to do about a stored value that cannot be read; `isNameless` where no name reaches it. */
export function unreadableHelp(key: string, isNameless = false): string {
  if (isNameless) return "delete or repair the key with other tools: no name reaches it";
  return `delete it, or repair the value of the key \`${key}\` with other tools`;
}

/** The store refused a request because the user may not make it, whoever they are. */
export class ForbiddenError extends DatastoreError {}

/** Does something that the user may not be allowed to do; returns `undefined` where that is so. */
export async function ifAllowed<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ForbiddenError) return undefined;
    throw error;
  }
}
