import { RequestError } from "../../scenario/request-error.ts";

/** Every command ends with one of these. */
export const EXIT = { ok: 0, failed: 1, usage: 2, unmet: 3 } as const;

/** What exit codes mean, by code. */
export type ExitMeanings = Readonly<Partial<Record<(typeof EXIT)[keyof typeof EXIT], string>>>;

const MEANINGS: ExitMeanings = { 0: "done", 1: "failed, or the input is invalid", 2: "wrong usage" };

/** Each exit code of a command with its meaning; `declared` are those that mean more than for every command. */
export function exitCodes(declared: ExitMeanings = {}): readonly (readonly [code: string, meaning: string])[] {
  return Object.entries({ ...MEANINGS, ...declared });
}

/** A wrong command line: the message is for the user, the exit code 2. */
export class UsageError extends RequestError {
  override readonly name = "UsageError";
}
