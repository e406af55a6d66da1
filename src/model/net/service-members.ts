import { type Address, addressKey } from "./address.ts";

/** Who stands behind a Kubernetes Service, as Felix puts it into IP sets for rules with `services`. */
export interface ServiceMembers {
  /** What a source is compared with: the addresses, as `addressKey` writes them. */
  readonly addresses: ReadonlySet<string>;
  /** What a destination is compared with: protocol, address and port, as `memberPortKey` writes them. */
  readonly ports: ReadonlySet<string>;
}

/** The members of all Services that have any, by `NAMESPACE/NAME`. */
export type ServicesByName = ReadonlyMap<string, ServiceMembers>;

/** The text by which an address with a protocol's port is looked up. */
export function memberPortKey(protocol: number, address: Address, port: number): string {
  return `${protocol}/${addressKey(address)}/${port}`;
}
