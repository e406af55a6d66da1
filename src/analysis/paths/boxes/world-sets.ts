import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { ServiceMembers } from "../../../model/net/service-members.ts";
import type { CompiledRule, Net, SetRef, World } from "../../../policy/world/compiled.ts";
import { type AddressSet, addressSet, namedPortSet } from "../../../policy/world/ip-sets.ts";
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

const memos = new WeakMap<Universe, WeakMap<World["members"], WorldSets>>();

/** The sets of a World in a universe: one object for all Worlds that have the same members and services. */
export function setsOf(world: World, universe: Universe): WorldSets {
  const memo = memos.get(universe) ?? new WeakMap<World["members"], WorldSets>();
  memos.set(universe, memo);
  const known = memo.get(world.members);
  if (known !== undefined && known.world.services === world.services) return known;
  const made = new WorldSets(world, universe);
  memo.set(world.members, made);
  return made;
}

/** Value sets of address sets, which Worlds with other members may share. */
const selectorMemos = new WeakMap<Universe, Record<AddressSide, WeakMap<AddressSet, ValueSet>>>();

/** The sets of addresses and ports that rules name, by the members and services of a World, as value sets of one universe. */
export class WorldSets {
  readonly world: Pick<World, "members" | "services">;
  readonly universe: Universe;
  readonly #atPorts = new Map<string, readonly AddressesAtPorts[]>();

  constructor(world: Pick<World, "members" | "services">, universe: Universe) {
    this.world = world;
    this.universe = universe;
  }

  /** The addresses of networks. */
  nets(nets: readonly Net[], side: AddressSide): ValueSet {
    return this.universe.values(side, netIntervals(nets, this.universe.family));
  }

  /** The addresses of everything that a selector matches. */
  selector(ref: SetRef, side: AddressSide): ValueSet {
    const { universe } = this;
    const memo = selectorMemos.get(universe) ?? { source: new WeakMap(), destination: new WeakMap() };
    selectorMemos.set(universe, memo);
    const set = addressSet(this.world, ref);
    const known = memo[side].get(set) ?? universe.values(side, intervalsOf(set, universe.family));
    memo[side].set(set, known);
    return known;
  }

  /** All that the boxes of a rule depend on besides the rule. */
  inputs({ protocol = PROTOCOL_NUMBERS.TCP, source, destination }: CompiledRule): readonly unknown[] {
    const inputs: unknown[] = [];
    for (const { set, notSet, ports, notPorts, service } of [source, destination]) {
      if (set) inputs.push(addressSet(this.world, set));
      if (notSet) inputs.push(addressSet(this.world, notSet));
      for (const port of [...ports, ...notPorts])
        if (port.kind === "name") inputs.push(namedPortSet(this.world, port.name, protocol, set));
      if (service !== undefined) inputs.push(this.world.services);
    }
    return inputs;
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

function intervalsOf(set: AddressSet, family: 4 | 6): Interval[] {
  const intervals: Interval[] = [];
  for (const [hostBits, numbers] of set[family]) {
    const size = 1n << hostBits;
    for (const number of numbers) {
      const first = number << hostBits;
      const last = first + size - 1n;
      intervals.push(family === 4 ? [Number(first), Number(last)] : [first, last]);
    }
  }
  return intervals;
}
