import type { Flow } from "../../../model/flow.ts";
import { governingEndpoints } from "../../../policy/path/node-view.ts";
import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import { applicable } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { minusBoxes, product } from "../../paths/boxes/box-algebra.ts";
import { boxesOf } from "../../paths/boxes/boxes-of.ts";
import { PACKET_PROTOCOLS, PORT_PROTOCOLS } from "../../paths/boxes/dimension-values.ts";
import { type ForwardedEnds, forwardedWays } from "../../paths/forwarded-ways.ts";
import { openPaths } from "../../paths/paths.ts";
import type { Way } from "../../paths/way.ts";
import { witnessOf } from "../../paths/witness.ts";
import type { Budget } from "../../sets/budget.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { type TakenPackets, takenPacketsOf } from "../dead/taken-packets.ts";
import { rulesOfWorld, type WorldRule } from "../rules-of-world.ts";
import { likeness } from "./alike-endpoints.ts";

/** The ports that Linux gives to clients, where nobody has changed `net.ipv4.ip_local_port_range`. */
const CLIENT_PORTS = [[32768, 60999]] as const;

/** A rule that lets packets through untracked that are forwarded, and whose answers are dropped, with such a packet. */
export interface ForwardedOneSided {
  readonly rule: WorldRule;
  readonly flow: Flow;
  /** Where the packet goes. */
  readonly to: CompiledEndpoint;
}

/**
 * Untracked rules of a host endpoint that let packets to other endpoints of its node through, workloads and other host
 * endpoints, whose answers are dropped. Each packet was replayed. Only packets from the ports of clients are
 * asked: rules that let answers through match others, and what a node never answers (to ports of tunnels) is no mistake. Only
 * rules that are not in `known`; each is returned once. Asked once of endpoints at both ends that are alike (`examined`), and
 * whose addresses the same of the rules may match. Ends as
 * `within` catches it where the budget is spent.
 */
export function forwardedOneSided(
  world: World,
  endpoint: CompiledEndpoint,
  {
    known,
    examined,
    budget,
  }: { readonly known: ReadonlySet<WorldRule>; readonly examined: Set<string>; readonly budget: Budget },
): readonly ForwardedOneSided[] {
  const owners = new Set<unknown>(applicable(world, endpoint, "untracked", "ingress"));
  let left = rulesOfWorld(world).filter(
    (one) =>
      owners.has(one.owner) && one.name.direction === "ingress" && one.rule.action === "Allow" && !known.has(one),
  );
  if (left.length === 0) return [];
  const rules = left;
  const here = likeness(world, endpoint);
  const isNew = (ends: ForwardedEnds): boolean => {
    const to = otherEnd(ends, endpoint);
    if (to === undefined) return false;
    const meant = rules.map((rule) => Number(mayGoTo(world, rule, to)));
    if (!meant.includes(1)) return false;
    const key = `${here} ${to.kind} ${likeness(world, to)} ${meant.join("")}`;
    if (examined.has(key)) return false;
    examined.add(key);
    return true;
  };
  const found: ForwardedOneSided[] = [];
  const ways = forwardedWays([{ world, facts: { node: endpoint.node } }], [], isNew);
  // What is found first is named, and a workload is certainly there.
  for (const way of [...ways].sort((a, b) => Number(a.to.kind !== "workload") - Number(b.to.kind !== "workload"))) {
    const to = otherEnd(way, endpoint);
    const family = takenPacketsOf(world).families.find(({ universe }) => universe.family === way.family);
    if (to === undefined || family === undefined || left.length === 0) continue;
    for (const one of oneSidedOn(world, way, { family, rules: left, to, budget })) {
      found.push({ ...one, to });
      left = left.filter((rule) => rule !== one.rule);
    }
  }
  return found;
}

/** The endpoint that a way from a host endpoint is to, other than itself; `undefined` where it is not such a way. */
function otherEnd(
  { view, from, to, laterTarget }: Pick<Way, "view" | "from" | "to" | "laterTarget">,
  endpoint: CompiledEndpoint,
): CompiledEndpoint | undefined {
  // Untracked packets are not translated.
  if (laterTarget !== undefined || from.kind !== "host" || to.kind === "process") return undefined;
  if (governingEndpoints(view, from.interface).governing !== endpoint) return undefined;
  if (to.kind === "workload") return to.endpoint;
  const { governing, wildcard } = governingEndpoints(view, to.interface);
  const other = governing ?? wildcard;
  return other === endpoint ? undefined : other;
}

/** Whether packets that a rule may match can lead to an endpoint, by their destinations. */
function mayGoTo(world: World, rule: WorldRule, to: CompiledEndpoint): boolean {
  return takenPacketsOf(world).families.some((family) => {
    const hasAny = to.kind === "HostEndpoint" || to.nets.some((net) => net.family === family.universe.family);
    const isAnywhere = () => fromClients(family, rule).some(({ parts }) => parts.destination === undefined);
    return hasAny && (isAnywhere() || packetsTo(world, family, rule, to).length > 0);
  });
}

const memos = new WeakMap<TakenPackets, Map<WorldRule, readonly Box[]>>();

/** The packets of clients that a rule may match. */
function fromClients(family: TakenPackets, rule: WorldRule): readonly Box[] {
  const byRule = memos.get(family) ?? new Map<WorldRule, readonly Box[]>();
  memos.set(family, byRule);
  const boxes = byRule.get(rule) ?? product(family.universe, family.mayMatch(rule.rule), ofClients(family.universe));
  byRule.set(rule, boxes);
  return boxes;
}

/** The packets of clients that a rule may match, without those that certainly do not lead to an endpoint. */
function packetsTo(world: World, family: TakenPackets, rule: WorldRule, to: CompiledEndpoint): readonly Box[] {
  const { universe } = family;
  const boxes = fromClients(family, rule);
  if (to.kind === "WorkloadEndpoint") {
    const { destination } = family.addresses(to.nets);
    const box = universe.box({ destination });
    return box === undefined ? [] : boxes.filter((one) => universe.meets(one, box));
  }
  const { destination } = family.addresses(ownAddresses(world, to.node));
  const own = universe.box({ destination });
  return own === undefined ? boxes : minusBoxes(universe, boxes, [own]);
}

/** What clients send: all protocols, those with ports from a client's port. */
function ofClients(universe: Universe): readonly Box[] {
  const ported = boxesOf(universe, { protocol: PORT_PROTOCOLS });
  const without = minusBoxes(universe, boxesOf(universe, { protocol: PACKET_PROTOCOLS }), ported);
  return [...boxesOf(universe, { protocol: PORT_PROTOCOLS, sourcePort: CLIENT_PORTS }), ...without];
}

/** The addresses that certainly lead to a node's own processes or workloads. */
function ownAddresses({ nodes, hostEndpoints, workloadEndpoints }: World, node: string) {
  const endpoints = [...(hostEndpoints.get(node) ?? []), ...(workloadEndpoints.get(node) ?? [])];
  return [...(nodes.get(node)?.nets ?? []), ...endpoints.flatMap(({ nets }) => nets)];
}

function* oneSidedOn(
  world: World,
  way: Way,
  {
    family,
    rules,
    to,
    budget,
  }: {
    readonly family: TakenPackets;
    readonly rules: readonly WorldRule[];
    readonly to: CompiledEndpoint;
    readonly budget: Budget;
  },
): Generator<Omit<ForwardedOneSided, "to">> {
  const start = rules.flatMap((rule) => packetsTo(world, family, rule, to));
  if (start.length === 0) return;
  const paths = openPaths([{ world, way }], {
    universe: family.universe,
    start,
    deciders: false,
    replies: true,
    budget,
  });
  const { space } = paths;
  let dropped = space.none;
  for (const { verdict, reply, packets } of paths.decide(0))
    if (verdict === "allow" && reply?.verdict === "deny") dropped = space.union(dropped, packets);
  if (dropped === space.none) return;
  // Without those that answers come to: what let the packet itself through is asked.
  const reached = paths.reach(0, false).filter(({ stage }) => stage === "untracked");
  for (const rule of rules) {
    const reach = reached.find(
      (one) => one.rules === rule.owner && one.direction === "ingress" && one.index === rule.name.rule - 1,
    );
    const witness = reach && witnessOf(paths, 0, space.intersect(dropped, reach.matched));
    if (witness) yield { rule, flow: witness.flow };
  }
}
