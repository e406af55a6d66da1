import { referenceText } from "../../kubernetes/ends/end-reference.ts";
import type { EndPacket, EndTarget } from "../../kubernetes/ends/end-result.ts";
import { serviceAddresses, serviceTarget } from "../../kubernetes/ends/end-service.ts";
import { backendsText, type ClusterEnds, resolveEnd } from "../../kubernetes/ends/resolve-end.ts";
import { formatAddress, parseAddress } from "../../model/net/address.ts";
import { protocolName } from "../../model/net/protocol.ts";
import { shellWord } from "../../model/shell-word.ts";
import {
  type EndName,
  type FactsByNode,
  findPlace,
  otherVersionOf,
  placesOf,
} from "../../policy/end-to-end/endpoint-places.ts";
import type { EndToEndRequest } from "../../policy/end-to-end/path-types.ts";
import { chooseHelp } from "../choices.ts";
import { sourcePortText } from "../flow/flow-request.ts";
import type { Facts } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import type { Scenario } from "../scenario.ts";
import { type ClusterScene, clusterEnds } from "./cluster-ends.ts";
import { type EndToEndQuery, packetTo, type QueryEnd } from "./end-to-end-args.ts";

/** One of the packets that a question may mean. */
export interface EndToEndCase {
  /** What distinguishes it from the others, as text. */
  readonly name: string;
  /** Its ends in Kubernetes' words, where they are given so: each is one thing, not several. */
  readonly from?: string;
  readonly to?: string;
  /** What of a Service its destination is. */
  readonly service?: string;
  readonly request: EndToEndRequest;
  readonly assumptions: readonly string[];
}

/** The packets that a question may mean, and its ends in Kubernetes' words where they are given so. */
export interface EndToEndCases {
  readonly cases: readonly EndToEndCase[];
  readonly from?: string;
  readonly to?: string;
}

/** What ends are found in: the scenario, the facts of its nodes, and what its objects say. */
interface Scene {
  readonly world: Scenario["world"];
  readonly facts: FactsByNode;
  readonly cluster: ClusterEnds;
}

/** More packets than anyone can read, and more nodes that one may enter. */
const MOST_CASES = 100;
const MOST_ENTERED = 20;

/**
 * Finds what the ends of a question stand for: a packet for each pair, and from outside to the address of a Service one for
 * each node that it may enter; throws `RequestError` where there is none. `node` is the node that such a packet enters.
 */
export function endToEndCases(
  scenario: ClusterScene,
  facts: FactsByNode,
  query: EndToEndQuery & { readonly node: string | undefined; readonly facts: Facts },
): EndToEndCases {
  const { port, node } = query;
  const protocol = query.protocol === undefined ? undefined : protocolName(query.protocol);
  const scene = { world: scenario.world, facts, cluster: clusterEnds(scenario) };
  const packet = {
    ...(protocol !== undefined && { protocol }),
    ...(port !== undefined && { port }),
    needsBackends: !isNatGiven(scenario, query.facts),
  };
  const [from, to] = [meant(scene, query.from, "from", {}), meant(scene, query.to, "to", packet)];
  const sources = targetsOf(scene, from, "from", {});
  const targets = targetsOf(scene, to, "to", packet);
  const count = sources.length * targets.length;
  if (count > MOST_CASES)
    throw new RequestError(
      `\`${from.text}\` and \`${to.text}\` stand for ${count} pairs of ends`,
      "name one pod of each",
    );
  const cases = sources.flatMap((source) => {
    const reached = to.reference?.kind === "service" ? ofSameVersion(scene, source, targets) : targets;
    return reached.flatMap((target) => {
      const names = [
        ...(sources.length > 1 ? [`from ${source.name}`] : []),
        ...(reached.length > 1 ? [`to ${target.name}`] : []),
      ];
      const ends = { ...written("from", from, sources, source), ...written("to", to, targets, target) };
      const oneCase = caseOf(query, source, target, names.join(" "));
      const service = to.reference?.kind === "service" ? undefined : serviceOf(scene, oneCase.request);
      const made = { ...oneCase, ...ends, ...(service !== undefined && { service }) };
      const nodes = nodesEntered(scene, source, target, node);
      return nodes.map((enters) => entering(made, enters, nodes.length > 1));
    });
  });
  return { cases, ...written("from", from), ...written("to", to) };
}

/**
 * The targets of a Service that a sender reaches, each by its first address of an IP version that the sender has; all as they
 * are where there is none, which is then asked about.
 */
function ofSameVersion(
  { world, facts }: Scene,
  source: EndTarget,
  targets: readonly EndTarget[],
): readonly EndTarget[] {
  const result = findPlace(world, facts, source.endpoint, "from");
  if (!result.ok) return targets;
  const families = new Set(result.place.addresses.map(({ family }) => family));
  const reached = targets.flatMap((target) => {
    const { endpoint, otherAddresses = [] } = target;
    if (typeof endpoint !== "string") return [target];
    const address = [endpoint, ...otherAddresses].find((text) => {
      const family = parseAddress(text)?.family;
      return family === undefined || families.has(family);
    });
    if (address === undefined) return [];
    const chosen = parseAddress(address);
    if (chosen === undefined) return [target];
    const all = [endpoint, ...otherAddresses].flatMap((text) => parseAddress(text) ?? []);
    const assumptions = [...target.assumptions, ...otherVersionOf(result.place.addresses, all, chosen)];
    return [{ ...target, endpoint: address, assumptions }];
  });
  return reached.length > 0 ? reached : targets;
}

/** Whether the translations of a node are given, which then count instead of what Services say. */
function isNatGiven({ saved }: Pick<Scenario, "saved">, flags: Facts): boolean {
  const all = [flags, saved.unnamed, ...saved.byNode.values()];
  return all.some(({ dnat, outputDnat }) => dnat !== undefined || outputDnat !== undefined);
}

function caseOf(query: EndToEndQuery, source: EndTarget, target: EndTarget, name: string): EndToEndCase {
  const { packet, assumptions } = packetTo(query, target);
  const isPortAssumed = query.sourcePort === undefined && packet.srcPort !== undefined;
  const { in: inInterface, out } = query.options;
  return {
    name,
    request: {
      ...{ from: source.endpoint, to: target.endpoint, packet },
      ...(inInterface !== undefined && { in: inInterface }),
      ...(out !== undefined && { out }),
    },
    assumptions: [
      ...source.assumptions,
      ...target.assumptions,
      ...assumptions,
      ...(isPortAssumed ? [sourcePortText(packet)] : []),
    ],
  };
}

/** The nodes that a packet may enter first; `undefined` for the one that its ends show. */
function nodesEntered(
  { world, facts, cluster }: Scene,
  source: EndTarget,
  target: EndTarget,
  node: string | undefined,
): readonly (string | undefined)[] {
  const isOutside = (name: EndName, side: "from" | "to"): boolean => {
    const result = findPlace(world, facts, name, side);
    return result.ok && result.place.kind === "outside";
  };
  if (!isOutside(target.endpoint, "to") || !isOutside(source.endpoint, "from")) return [undefined];
  if (node !== undefined) return [node];
  const { endpoint: address } = target;
  const isOfService =
    typeof address === "string" && cluster.services.some((service) => serviceAddresses(service).includes(address));
  const { nodes } = cluster;
  if (!isOfService || nodes.length === 0) return [undefined];
  if (nodes.length <= MOST_ENTERED) return nodes;
  throw new RequestError(`the packet may enter any of ${nodes.length} nodes`, "name one with --node");
}

/** What of a Service a node's port or an address is; `undefined` where it is of none. */
function serviceOf({ world, facts, cluster }: Scene, { to, packet }: EndToEndRequest): string | undefined {
  const result = findPlace(world, facts, to, "to");
  const isHost = result.ok && result.place.kind === "process";
  const protocol = typeof packet.protocol === "string" ? packet.protocol : undefined;
  return serviceTarget(cluster.services, {
    ...(!isHost && typeof to === "string" && { address: to }),
    ...{ port: packet.dstPort, protocol },
  });
}

function entering(one: EndToEndCase, node: string | undefined, isChoice: boolean): EndToEndCase {
  if (node === undefined) return one;
  const name = isChoice ? [one.name, `into ${node}`].filter(Boolean).join(" ") : one.name;
  return { ...one, name, request: { ...one.request, enters: node } };
}

/** An end in Kubernetes' words: as it is asked for, or of several targets the one. */
function written(
  side: "from" | "to",
  { reference }: QueryEnd,
  all: readonly EndTarget[] = [],
  one?: EndTarget,
): { readonly from?: string; readonly to?: string } {
  if (reference === undefined) return {};
  return { [side]: one === undefined || all.length === 1 ? referenceText(reference) : one.name };
}

function targetsOf(
  scene: Scene,
  { text, reference }: QueryEnd,
  side: "from" | "to",
  packet: EndPacket,
): readonly EndTarget[] {
  if (reference === undefined) {
    const port = typeof packet.port === "number" ? { port: packet.port } : {};
    return [{ endpoint: text, name: text, ...port, assumptions: [] }];
  }
  if (reference.kind === "external") checkOutside(scene, side, reference.address);
  if (reference.kind === "service" && side === "from") refuseService(scene, reference);
  const result = resolveEnd(reference, scene.cluster, packet);
  if (result.ok) return result.targets;
  const otherwise = `another end for --${side}`;
  throw new RequestError(
    result.message,
    chooseHelp(result.fitting, (end) => `--${side} ${shellWord(end)}`, otherwise),
  );
}

/**
 * An end as it is meant: `pod/web` may be `web` in a namespace that is called `pod`, and then no pod of the default one;
 * throws where it is both.
 */
function meant(scene: Scene, end: QueryEnd, side: "from" | "to", packet: EndPacket): QueryEnd {
  const { text, reference } = end;
  if (reference === undefined || !findPlace(scene.world, scene.facts, text, side).ok) return end;
  if (!resolveEnd(reference, scene.cluster, packet).ok) return { text };
  const message = `\`${text}\` is the name of an endpoint, and \`${referenceText(reference)}\` as well`;
  const help = chooseHelp([`pod/${text}`, referenceText(reference)], (one) => `--${side} ${shellWord(one)}`, "");
  throw new RequestError(message, help);
}

/** Throws where an address that is given as one outside is one of the cluster. */
function checkOutside({ world, facts }: Scene, side: "from" | "to", text: string): void {
  const address = parseAddress(text);
  const [place] = address === undefined ? [] : placesOf(world, facts, address);
  if (place === undefined || place.kind === "outside") return;
  const held = place.addresses.map(formatAddress).join();
  const message = `\`${held}\` is not outside the cluster: it is an address of ${place.name}`;
  throw new RequestError(message, `use --${side} ${shellWord(place.name)}`);
}

function refuseService({ cluster }: Scene, service: { readonly namespace: string; readonly name: string }): never {
  const pods = backendsText(service, cluster);
  const message = `Service \`${service.namespace}/${service.name}\` sends no packets: its pods do`;
  throw new RequestError(message, `use --from ${pods === undefined ? "pod/NAMESPACE/NAME" : shellWord(pods)}`);
}
