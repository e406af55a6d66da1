import type { Address } from "../../model/net/address.ts";
import { formatAddress } from "../../model/net/address.ts";

/**
 * Guesses about Kubernetes services, whose addresses no resource here says: which of the questions asked so far were
 * answered how. A question is a service with the address and port it is asked about; what is not `given` is answered no.
 */
export interface ServiceGuesses {
  readonly given: ReadonlyMap<string, boolean>;
  /** Questions in the order in which they were first asked, beyond those given. */
  readonly asked: Set<string>;
}

/** Guesses to begin with. */
export function guesses(given: ReadonlyMap<string, boolean> = new Map()): ServiceGuesses {
  return { given, asked: new Set() };
}

/** Whether, by these guesses, the address and port belong to the service. */
export function guess({ given, asked }: ServiceGuesses, service: string, address: Address, port?: number): boolean {
  const question = `${service}: ${formatAddress(address)} port ${port ?? "(none)"}`;
  const known = given.get(question);
  if (known === undefined) asked.add(question);
  return known ?? false;
}

/** What else the answers might have been: for each question of a run, yes, with those before it as they were. */
export function otherGuesses({ given, asked }: ServiceGuesses): ReadonlyMap<string, boolean>[] {
  const questions = [...asked];
  return questions.map((question, index) => {
    const before = questions.slice(0, index).map((earlier): [string, boolean] => [earlier, false]);
    return new Map([...given, ...before, [question, true]]);
  });
}
