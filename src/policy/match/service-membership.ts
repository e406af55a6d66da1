import type { Address } from "../../model/net/address.ts";
import { formatAddress } from "../../model/net/address.ts";

/**
 * What is assumed about the members of Kubernetes services where the World does not have them: for each (service,
 * address, port) that was looked up, whether it is a member. What is not `given` is assumed not to be one.
 */
export interface AssumedMembership {
  readonly given: ReadonlyMap<string, boolean>;
  /** The lookups that were not `given`, in the order in which they were first made. */
  readonly defaulted: Set<string>;
}

/** Returns the assumptions to begin with. */
export function assumedMembership(given: ReadonlyMap<string, boolean> = new Map()): AssumedMembership {
  return { given, defaulted: new Set() };
}

/** Whether the address and port are assumed to be a member of the service. */
export function isAssumedMember(
  { given, defaulted }: AssumedMembership,
  service: string,
  address: Address,
  port?: number,
): boolean {
  const lookup = `${service}: ${formatAddress(address)} port ${port ?? "(none)"}`;
  const known = given.get(lookup);
  if (known === undefined) defaulted.add(lookup);
  return known ?? false;
}

/** The other assumptions to try: for each defaulted lookup, that it is a member, with those before it as they were. */
export function otherMemberships({ given, defaulted }: AssumedMembership): ReadonlyMap<string, boolean>[] {
  const lookups = [...defaulted];
  return lookups.map((lookup, index) => {
    const before = lookups.slice(0, index).map((earlier): [string, boolean] => [earlier, false]);
    return new Map([...given, ...before, [lookup, true]]);
  });
}
