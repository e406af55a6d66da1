import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { type Address, formatAddress, isLoopbackAddress } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { hostInterfaces, type NextHop, nextHopTo } from "../end-to-end/next-hop.ts";
import { translate, translateOutput } from "../path/apply-dnat.ts";
import { LOOPBACK } from "../path/chains.ts";
import type { End } from "../path/end.ts";
import {
  addressOnlyEndpoints,
  isNodeAddress,
  isWorkloadInterface,
  type NodeView,
  nodeView,
} from "../path/node-view.ts";
import { isWorkloadOwner, ownersOf } from "../world/address-owners.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import { type Report, readPacket, reporter } from "./flow-input.ts";
import { hostEndpointAssumptions } from "./host-endpoint-assumptions.ts";
import type { Packet } from "./packet.ts";

/** A flow with everything that the walk needs. */
export interface ResolvedFlow {
  /** The flow as given, with `to` filled in. */
  readonly flow: Flow;
  readonly view: NodeView;
  readonly packet: Packet;
  readonly from: End;
  readonly to: End;
  /** Where a local process's packet was routed before nat OUTPUT translated it; absent for other packets. */
  readonly routedBefore?: End;
}

/** The resolved flow and what had to be assumed for it, or why it cannot be evaluated. */
export type ResolveResult =
  | ({ readonly ok: true; readonly assumptions: readonly string[] } & ResolvedFlow)
  | {
      readonly ok: false;
      readonly diagnostics: readonly Diagnostic[];
      /** The ends that fit, where all that is missing is where the packet goes. */
      readonly candidates?: readonly FlowEnd[];
    };

/**
 * Checks a flow and resolves its ends on the node. `to` may be left out: an address of the node is a local process, one of
 * a local workload that workload, anything else leaves through a host interface. What the facts do not make certain is
 * named in `assumptions`; where several ends fit, a `flow.*` diagnostic lists them.
 */
export function resolveFlow(world: World, facts: NodeFacts, flow: Flow): ResolveResult {
  const diagnostics: Diagnostic[] = [];
  const assumptions: string[] = [];
  const report = reporter(diagnostics);
  const packet = readPacket(flow, report);
  const known = nodeView(world, facts);
  for (const { code, path, message } of known.problems) report(code, path, message);
  const sender = findEnd(known, flow.from, "from", report);
  const givenTo = flow.to === undefined ? undefined : findEnd(known, flow.to, "to", report);
  if (!packet || !sender || diagnostics.length > 0) return { ok: false, diagnostics };
  const [from, given] = overLoopback(sender, givenTo);
  const log: ResolveLog = { report, assumptions, candidates: [] };
  const to = given ?? findDestination(world, known, from, afterDnat(known, packet, from).destination, log);
  if (!to) return { ok: false, diagnostics, candidates: log.candidates };
  const isSent = from.kind === "process" && translateOutput(known, packet).kind === "translated";
  const routedBefore = isSent ? routeBeforeOutput(world, known, packet.destination, assumptions) : undefined;
  if (from.kind === "process" && !known.outputDnat && translate(known, packet, LOOPBACK_NAME).kind !== "none") {
    const text = formatAddress(packet.destination);
    assumptions.push(
      `${text} is taken not to be translated: the DNATs given are of packets that come in, those of packets that the node sends itself are unknown`,
    );
  }
  const view = assumeAddresses(known, packet, from, to, assumptions);
  if (!world.nodes.has(facts.node) && view.hostEndpoints.length + view.workloadEndpoints.length === 0) {
    assumptions.push(`nothing is known about a node ${facts.node}: no Node, HostEndpoint or WorkloadEndpoint names it`);
  }
  assumptions.push(...hostEndpointAssumptions(world, view));
  return {
    ok: true,
    assumptions,
    flow: { ...flow, to: flowEnd(to) },
    view,
    packet,
    from,
    to,
    ...(routedBefore && { routedBefore }),
  };
}

/**
 * The ends of a packet whose user names the loopback interface: what a local process sends out of it comes in through it
 * again, and what comes in through it was sent by a local process.
 */
function overLoopback(from: End, to: End | undefined): readonly [End, End | undefined] {
  const isLoopback = (end: End | undefined) => end?.kind === "host" && end.interface === LOOPBACK_NAME;
  const process = { kind: "process" } as const;
  if (from.kind === "process" && isLoopback(to)) return [from, process];
  return isLoopback(from) && to?.kind === "process" ? [process, to] : [from, to];
}

function afterDnat(view: NodeView, packet: Packet, from: End): Packet {
  const translation = from.kind === "process" ? translateOutput(view, packet) : translate(view, packet, from.interface);
  return translation.kind === "translated" ? translation.packet : packet;
}

/**
 * Where a local process's packet is routed before nat OUTPUT translates it. Where nothing says so it is taken to leave
 * through the first interface with addresses, which is reported: that is where default routes mostly lead.
 */
export function routeBeforeOutput(world: World, view: NodeView, destination: Address, assumptions: string[]): End {
  const end = destinationEnd(world, view, destination);
  if (end) return end.kind === "process" ? LOOPBACK : end;
  const names = hostInterfaces(view);
  const name = names.find((each) => view.interfaces.get(each)?.length) ?? names[0];
  if (name === undefined) return { kind: "host", interface: "" };
  assumptions.push(
    `${formatAddress(destination)} is taken to be routed through ${name} before it is translated: no route was given`,
  );
  return { kind: "host", interface: name };
}

function flowEnd(end: End): FlowEnd {
  switch (end.kind) {
    case "process":
      return { process: true };
    case "host":
      return { interface: end.interface };
    case "workload":
      return end.endpoint ? { workload: end.endpoint.name } : { interface: end.interface };
  }
}

function findEnd(view: NodeView, end: FlowEnd, path: string, report: Report): End | undefined {
  if (typeof end !== "object" || end === null) {
    report("flow.end", path, `\`${path}\` must be {interface: NAME}, {workload: NAME} or {process: true}`);
    return undefined;
  }
  if ("process" in end && end.process === true) return { kind: "process" };
  if ("workload" in end) return findWorkload(view, end.workload, path, report);
  if (!("interface" in end) || typeof end.interface !== "string" || end.interface === "") {
    report("flow.end", path, `\`${path}\` must be {interface: NAME}, {workload: NAME} or {process: true}`);
    return undefined;
  }
  const { interface: name } = end;
  if (!isWorkloadInterface(view, name)) return { kind: "host", interface: name };
  const endpoint = view.workloadEndpoints.find(({ interfaceName }) => interfaceName === name);
  return { kind: "workload", interface: name, ...(endpoint ? { endpoint } : {}) };
}

/** A workload of the node by its endpoint's name, its pod or its workload, with or without its namespace before a slash. */
function findWorkload(view: NodeView, name: unknown, path: string, report: Report): End | undefined {
  const isNamed = ({ namespace, name: own }: CompiledEndpoint) => `${namespace}/${own}` === name;
  const named = view.workloadEndpoints.find(isNamed);
  if (named) return workloadEnd(named);
  const matching = view.workloadEndpoints.filter((endpoint) =>
    [endpoint.name, ...endpoint.aliases].some((each) => each === name || `${endpoint.namespace}/${each}` === name),
  );
  const [endpoint] = matching;
  if (endpoint && matching.length === 1) return workloadEnd(endpoint);
  if (endpoint) {
    const names = matching.map((candidate) => `${candidate.namespace}/${candidate.name}`).join(", ");
    report(
      "flow.workload",
      path,
      `\`${String(name)}\` is the name of several workloads: ${names}`,
      "give one of these names",
    );
    return undefined;
  }
  const known = [...new Set(view.workloadEndpoints.map((candidate) => candidate.aliases[0] ?? candidate.name))];
  report(
    "flow.workload",
    path,
    `node \`${view.node}\` has no workload \`${String(name)}\``,
    known.length === 0 ? "no WorkloadEndpoint names this node" : `it has ${known.slice(0, 10).join(", ")}`,
  );
  return undefined;
}

function workloadEnd(endpoint: CompiledEndpoint): End {
  return { kind: "workload", interface: endpoint.interfaceName, endpoint };
}

interface ResolveLog {
  readonly report: Report;
  readonly assumptions: string[];
  readonly candidates: FlowEnd[];
}

function findDestination(
  world: World,
  view: NodeView,
  from: End,
  destination: Address,
  log: ResolveLog,
): End | undefined {
  const text = formatAddress(destination);
  const owners = ownersOf(world.owners.onNode(view.node), destination);
  const isLocal =
    isLoopbackAddress(destination) ||
    isNodeAddress(view, destination) ||
    owners.some((owner) => !isWorkloadOwner(owner));
  if (isLocal) return { kind: "process" };
  const [workload] = owners;
  if (workload?.endpoint) return workloadEnd(workload.endpoint);
  const hop = nextHopTo(view, destination);
  return hop ? routed(view, hop, text, log) : onlyRoute(view, from, text, log);
}

/** The end that packets to an address lead to on a node; `undefined` where that is unknown, or nowhere. */
export function destinationEnd(world: World, view: NodeView, destination: Address): End | undefined {
  const ignored: ResolveLog = { report: () => undefined, assumptions: [], candidates: [] };
  return findDestination(world, view, { kind: "process" }, destination, ignored);
}

/** The end that the node's routes lead to, or the networks of its interfaces. */
function routed(view: NodeView, { answer, isAssumed }: NextHop, text: string, log: ResolveLog): End | undefined {
  const { report, assumptions } = log;
  switch (answer.kind) {
    case "local":
      if (isAssumed) assumptions.push(`${text} is for the node itself: a network of its loopback holds it`);
      return { kind: "process" };
    case "interface":
      if (isAssumed)
        assumptions.push(`${text} leaves through ${answer.name}, whose network holds it: no route was given`);
      return findEnd(view, { interface: answer.name }, "to", report);
    case "several":
      report(
        "flow.route",
        "to",
        `\`${text}\` is routed through one of several interfaces`,
        `give \`to\`, one of ${answer.names.join(", ")}`,
      );
      return undefined;
    case "dropped": {
      const message = `node \`${view.node}\` has a route of type ${answer.why} for \`${text}\`: the packet goes nowhere`;
      report("flow.route", "to", message, "give `to`, to see what policy does before that");
      return undefined;
    }
    case "none":
      report("flow.route", "to", `node \`${view.node}\` has no route to \`${text}\``, "give `to`, or the route");
      return undefined;
  }
}

/**
 * Without a route it is unknown where the packet goes, unless only one end is possible: it may be for the node itself
 * while the addresses of an interface are unknown, or leave through any host interface, also the one it came in by.
 */
function onlyRoute(
  view: NodeView,
  from: End,
  text: string,
  { report, assumptions, candidates }: ResolveLog,
): End | undefined {
  const known = hostInterfaces(view);
  const names = from.kind === "host" ? [...new Set([...known, from.interface])] : known;
  const isLocalPossible = from.kind !== "process" && names.some((name) => !view.interfaces.get(name)?.length);
  candidates.push(
    ...(isLocalPossible ? [{ process: true } as const] : []),
    ...names.map((name) => ({ interface: name })),
  );
  const [only] = names;
  if (only !== undefined && candidates.length === 1) {
    assumptions.push(`${text} leaves through ${only}, the only host interface known here: no route was given`);
    return { kind: "host", interface: only };
  }
  report(
    "flow.route",
    "to",
    `the route to \`${text}\` on node \`${view.node}\` is unknown`,
    names.length === 0
      ? "give `to`, as {interface: NAME} or {process: true}"
      : `give \`to\`: {process: true}, or {interface: NAME} with one of ${names.join(", ")}`,
  );
  return undefined;
}

/**
 * Whether a host endpoint without interfaceName governs an interface is unknown without the interface's addresses. One
 * that has the address of the local end of the packet is assumed to govern it, others not; both assumptions are reported.
 */
function assumeAddresses(view: NodeView, packet: Packet, from: End, to: End, assumptions: string[]): NodeView {
  const interfaces = new Map(view.interfaces);
  for (const [end, other, address] of [
    [from, to, packet.destination],
    [to, from, packet.source],
  ] as const) {
    if (end.kind !== "host" || view.interfaces.has(end.interface)) continue;
    for (const { name, nets } of addressOnlyEndpoints(view)) {
      const governs = other.kind === "process" && nets.some((net) => netContains(net, address));
      if (governs) interfaces.set(end.interface, [{ address }]);
      assumptions.push(
        `host endpoint ${name}, which is found by its addresses, is taken ${governs ? "" : "not "}to govern ${end.interface}: the addresses of ${end.interface} are unknown`,
      );
    }
  }
  return interfaces.size === view.interfaces.size ? view : { ...view, interfaces };
}
