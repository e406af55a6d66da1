import type { NodeFacts } from "../../../model/flow.ts";
import { parseInterfaceAddress } from "../../../model/net/address.ts";
import type { CompiledEndpoint, Net } from "../../../policy/world/compiled.ts";
import { mergedNetIntervals } from "../../net-intervals.ts";
import { addressNumber } from "../../paths/boxes/dimension-values.ts";
import { allValues, type Family } from "../../sets/dimension.ts";
import { complementOf, type IntervalList, intersectionOf, mergeIntervals } from "../../sets/interval-list.ts";

/** The addresses of an end by IP version: none of it where the list is empty; `undefined` where they are unknown. */
export type EndAddresses = Readonly<Record<Family, IntervalList | undefined>>;

/** A row or column of a matrix: an endpoint, addresses that have a name, or all addresses of no other end. */
export type MatrixEnd = { readonly addresses: EndAddresses } & (
  | { readonly kind: "endpoint"; readonly endpoint: CompiledEndpoint }
  | { readonly kind: "addresses"; readonly name: string }
  | { readonly kind: "elsewhere" }
);

/** An endpoint as an end. One without addresses of its own has those of its interface, where facts have them. */
export function endpointEnd(endpoint: CompiledEndpoint, facts: NodeFacts): MatrixEnd {
  const { nets, interfaceName } = endpoint;
  if (nets.length > 0) return { kind: "endpoint", endpoint, addresses: addressesOf(nets) };
  const found = (facts.interfaces?.[interfaceName] ?? []).flatMap((text) => parseInterfaceAddress(text) ?? []);
  if (found.length === 0) return { kind: "endpoint", endpoint, addresses: { 4: undefined, 6: undefined } };
  const ofFamily = (family: Family): IntervalList =>
    mergeIntervals(
      found.filter((one) => one.family === family).map((one) => [addressNumber(one), addressNumber(one)] as const),
    );
  return { kind: "endpoint", endpoint, addresses: { 4: ofFamily(4), 6: ofFamily(6) } };
}

/** Networks with a name as an end, without the addresses of ends before them: the rows of a matrix are disjoint. */
export function addressesEnd(name: string, nets: readonly Net[], before: readonly MatrixEnd[]): MatrixEnd {
  return { kind: "addresses", name, addresses: withoutEnds(addressesOf(nets), before) };
}

/** All addresses that none of the ends has. */
export function elsewhereEnd(ends: readonly MatrixEnd[]): MatrixEnd {
  return {
    kind: "elsewhere",
    addresses: withoutEnds({ 4: [allValues("source", 4)], 6: [allValues("source", 6)] }, ends),
  };
}

function addressesOf(nets: readonly Net[]): EndAddresses {
  return { 4: mergedNetIntervals(4, nets), 6: mergedNetIntervals(6, nets) };
}

function withoutEnds(addresses: EndAddresses, ends: readonly MatrixEnd[]): EndAddresses {
  const left = (family: Family): IntervalList => {
    const others = mergeIntervals(ends.flatMap((end) => end.addresses[family] ?? []));
    return intersectionOf(addresses[family] ?? [], complementOf(others, allValues("source", family)));
  };
  return { 4: left(4), 6: left(6) };
}
