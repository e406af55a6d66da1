import { BITS } from "../../../model/net/address.ts";
import type { ServiceMembers } from "../../../model/net/service-members.ts";
import type { Net, SetRef, World } from "../../../policy/world/compiled.ts";
import { addressSet, namedPortSet } from "../../../policy/world/ip-sets.ts";
import type { Interval } from "../../sets/dimension.ts";
import type { Universe } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";
import { addressInterval, netIntervals } from "./dimension-values.ts";

/** One side of a packet's addresses. */
export type AddressSide = "source" | "destination";

/** Addresses with the ports that they have for one protocol. */
export interface AddressesAtPorts {
  readonly protocol: number;
  readonly addresses: ValueSet;
  readonly ports: readonly Interval[];
}

type Member = ServiceMembers["ports"] extends ReadonlyMap<string, infer One> ? One : never;

/** The sets of addresses and ports that the rules of one World name, as value sets of one universe; each is computed once. */
export class WorldSets {
  readonly world: World;
  readonly universe: Universe;
  readonly #selectors = new Map<string, ValueSet>();
  readonly #atPorts = new Map<string, readonly AddressesAtPorts[]>();

  constructor(world: World, universe: Universe) {
    this.world = world;
    this.universe = universe;
  }

  /** The addresses of networks. */
  nets(nets: readonly Net[], side: AddressSide): ValueSet {
    return this.universe.values(side, netIntervals(nets, this.universe.family));
  }

  /** The addresses of everything that a selector matches. */
  selector(ref: SetRef, side: AddressSide): ValueSet {
    return this.#once(this.#selectors, `${side} ${ref.key}`, () => {
      const { family } = this.universe;
      const intervals: Interval[] = [];
      for (const [hostBits, numbers] of addressSet(this.world, ref)[family]) {
        const size = 1n << hostBits;
        for (const number of numbers) {
          const first = number << hostBits;
          const last = first + size - 1n;
          intervals.push(BITS[family] === 32 ? [Number(first), Number(last)] : [first, last]);
        }
      }
      return this.universe.values(side, intervals);
    });
  }

  /** Where endpoints have a named port for a protocol, `within` a selector where there is one. */
  namedPort(
    name: string,
    protocol: number,
    within: SetRef | undefined,
    side: AddressSide,
  ): readonly AddressesAtPorts[] {
    return this.#once(this.#atPorts, `${side} port ${protocol}/${name}/${within?.key ?? ""}`, () => {
      const members = namedPortSet(this.world, name, protocol, within);
      const of = (key: string) => ({ family: Number(key[0]), value: BigInt(key.slice(2)) });
      const entries = [...members].flatMap(([key, ports]) => {
        const { family, value } = of(key);
        if (family !== this.universe.family) return [];
        return [...ports].map((port) => ({ protocol, address: { family: this.universe.family, value }, port }));
      });
      return this.#grouped(entries, side);
    });
  }

  /** The addresses of a service's members, as a source is compared with them. */
  serviceAddresses(service: string): ValueSet {
    const members = this.world.services?.get(service)?.addresses.values() ?? [];
    const addresses = [...members].filter(({ family }) => family === this.universe.family);
    return this.universe.values("source", addresses.map(addressInterval));
  }

  /** The members of a service with protocol and port, as a destination is compared with them. */
  servicePorts(service: string): readonly AddressesAtPorts[] {
    return this.#once(this.#atPorts, `service ${service}`, () => {
      const members = [...(this.world.services?.get(service)?.ports.values() ?? [])];
      return this.#grouped(
        members.filter(({ address }) => address.family === this.universe.family),
        "destination",
      );
    });
  }

  /** Addresses with a protocol's port, as few groups: first those of one port, then those ports that are at the same addresses. */
  #grouped(members: readonly Member[], side: AddressSide): readonly AddressesAtPorts[] {
    const byPort = new Map<string, { protocol: number; port: number; addresses: Interval[] }>();
    for (const { protocol, address, port } of members) {
      const group = byPort.get(`${protocol}/${port}`) ?? { protocol, port, addresses: [] };
      byPort.set(`${protocol}/${port}`, group);
      group.addresses.push(addressInterval(address));
    }
    const groups = new Map<string, { protocol: number; addresses: ValueSet; ports: Interval[] }>();
    for (const { protocol, port, addresses } of byPort.values()) {
      const set = this.universe.values(side, addresses);
      const group = groups.get(`${protocol}/${set.id}`) ?? { protocol, addresses: set, ports: [] };
      groups.set(`${protocol}/${set.id}`, group);
      group.ports.push([port, port]);
    }
    return [...groups.values()];
  }

  #once<T>(memo: Map<string, T>, key: string, make: () => T): T {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const made = make();
    memo.set(key, made);
    return made;
  }
}
