import { type Address, addressKey } from "./address.ts";

/** Who stands behind a Kubernetes Service, as Felix puts it into IP sets for rules with `services`. */
export interface ServiceMembers {
  /** What a source is compared with: the addresses, by what `addressKey` writes of them. */
  readonly addresses: ReadonlyMap<string, Address>;
  /** What a destination is compared with: protocol, address and port, by what `memberPortKey` writes of them. */
  readonly ports: ReadonlyMap<string, { readonly protocol: number; readonly address: Address; readonly port: number }>;
}

/** The members of all Services that have any, by `NAMESPACE/NAME`. */
export type ServicesByName = ReadonlyMap<string, ServiceMembers>;

/** The text by which an address with a protocol's port is looked up. */
export function memberPortKey(protocol: number, address: Address, port: number): string {
  return `${protocol}/${addressKey(address)}/${port}`;
}
