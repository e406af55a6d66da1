import type { FilterHook } from "../../model/flow.ts";
import type { UnpolicedReason } from "../outcome.ts";
import { hasStage } from "../world/endpoint-policies/applicable-policies.ts";
import { AFTER_ROUTING, BEFORE_ROUTING, type Chain, chainsOf, type Traversal, traversalsOf } from "./chains.ts";
import { checkNodeRules } from "./check-node-rules.ts";
import {
  type Decision,
  type Domain,
  drop,
  flatMapParts,
  type Part,
  record,
  type SentPart,
  withPackets,
} from "./domain.ts";
import { type End, interfaceOf, stageEndpoint, whereAt } from "./end.ts";
import { governingEndpoints, isWorkloadInterface } from "./node-view.ts";
import { BY_NOTHING, byDiscovery, byEndpointToHost, byProxy, byUnknownInterface, byUnpoliced } from "./reasons.ts";
import { evaluateStage, recordStage } from "./stage.ts";
import { STAGE_RULES } from "./stage-rules.ts";

/** Packets at the end of their path. */
export type Decided<P> = Part<P> & { readonly decision: Decision };

/**
 * Takes packets through the node from end to end: the chains before routing, DNAT, and those after it. The first decision
 * ends the path of a part; a part that every stage lets on is allowed, by the last rule that let it on, else by the last
 * default. What is true of packets while they are under way is in the part, what is true of the node in the domain.
 */
export function walk<P>(domain: Domain<P>, from: End, to: End, start: Part<P>): readonly Decided<P>[] {
  const [first, second] = traversalsOf(from, to);
  const out = walkTraversal(domain, first, start, second ? chainsOf(second) : []);
  if (second === undefined) return out.map(finish);
  const parts = flatMapParts(out, (part) =>
    part.decision?.verdict === "deny" || part.reached ? [part] : walkTraversal(domain, second, startAgain(part), []),
  );
  return parts.map(finish);
}

/** A packet on its next traversal: without the mark, and owed to whatever let it out. */
function startAgain<P>({ decision, accepted: _, ...part }: Part<P>): Part<P> {
  return decision === undefined ? part : { ...part, allowedBy: decision.by };
}

function finish<P>(part: Part<P>): Decided<P> {
  const { decision, allowedBy, defaultBy } = part;
  return { ...part, decision: decision ?? { verdict: "allow", by: allowedBy ?? defaultBy ?? BY_NOTHING } };
}

/** Takes packets through one traversal. `later`: the chains of the traversals that follow, which packets that are dropped do not reach. */
function walkTraversal<P>(
  domain: Domain<P>,
  traversal: Traversal,
  start: Part<P>,
  later: readonly Chain[],
): readonly Part<P>[] {
  const { from, to } = traversal;
  if (from.kind === "process")
    return flatMapParts(walkOut(domain, traversal, start, later), (part) => passProxy(domain, traversal, start, part));
  const after = AFTER_ROUTING[from.kind][to.kind];
  const untracked = domain.untrackTunnel(traversal, start);
  const routed = flatMapParts(untracked, (part) =>
    flatMapParts(follow(domain, BEFORE_ROUTING[from.kind], traversal, part, { inTraversal: after, later }), (passed) =>
      passed.decision ? [passed] : refuse(domain, "nat", passed),
    ),
  );
  return flatMapParts(routed, (part) => {
    if (part.decision) return [part];
    const onward = (end: End, routed: Part<P>) => {
      const chains = AFTER_ROUTING[from.kind][end.kind];
      const passed = follow(domain, chains, { ...traversal, to: end }, routed, { inTraversal: [], later });
      return flatMapParts(passed, (one) => passProxy(domain, { from, to: end }, start, one));
    };
    if (!traversal.translates) return onward(to, part);
    return flatMapParts(domain.translate(interfaceOf(from), to, part), ([now, translated]) => onward(now, translated));
  });
}

/**
 * kube-proxy's chains of the filter table, which come after Calico's: they refuse what Calico did not decide. What Calico
 * accepts ends there before kube-proxy's chains, but for forwarded packets: those v3.32 accepts at the end of the whole FORWARD
 * chain (recorded: kube-iptables, noslice and lb).
 */
function passProxy<P>(
  domain: Domain<P>,
  { from, to }: Pick<Traversal, "from" | "to">,
  start: Part<P>,
  part: Part<P>,
): readonly Part<P>[] {
  const { decision } = part;
  const hook = from.kind === "process" ? "output" : to.kind === "process" ? "input" : "forward";
  const isToHost = from.kind === "workload" && hook === "input" && decision?.verdict === "allow";
  const isReturned = isToHost && domain.view.settings.endpointToHost === "Return";
  if (decision?.verdict === "deny") return [part];
  const isFinal = part.accepted !== undefined || part.allowedBy !== start.allowedBy;
  const isEarly = hook !== "forward" || domain.world.calico.forwardedAccept === "at once";
  const isAccepted = !isReturned && (decision !== undefined || (isFinal && isEarly));
  return refuse(domain, hook, part, isAccepted);
}

/** Drops what kube-proxy refuses at a hook; of what Calico `isAccepted` only what it refuses always. */
function refuse<P>(domain: Domain<P>, hook: FilterHook, part: Part<P>, isAccepted = false): readonly Part<P>[] {
  return domain.refused(hook, part).map(([rule, packets]) => {
    const inner = withPackets(part, packets);
    if (rule === undefined || (isAccepted && rule.always !== true)) return inner;
    const by = byProxy(rule);
    record(domain, by);
    return drop(inner, hook === "nat" ? "nat" : "filter", by);
  });
}

/** The way out of a local process: raw OUTPUT, nat OUTPUT, and the chains of the filter table. */
function walkOut<P>(
  domain: Domain<P>,
  traversal: Traversal,
  start: Part<P>,
  later: readonly Chain[],
): readonly Part<P>[] {
  const sending = flatMapParts(domain.untrackTunnel(traversal, start), (sent) => refuse(domain, "nat", sent));
  return flatMapParts(sending, (sent) => {
    if (sent.decision) return [sent];
    return flatMapParts(domain.translateOutput(traversal.to, sent), ({ part, translation }) => {
      if (translation === undefined) {
        const chains = AFTER_ROUTING.process[traversal.to.kind];
        return follow(domain, chains, traversal, part, { inTraversal: [], later });
      }
      return walkOutTranslated(domain, traversal, part, translation, later);
    });
  });
}

/**
 * A packet that nat OUTPUT translates meets raw OUTPUT as it was sent; what is untracked then stays untranslated. Of the
 * rest, v3.9 asks the host endpoint of the route before translation, v3.32 that of the route it takes (in mangle
 * POSTROUTING), both with the translated destination (recorded: outdnat-*).
 */
function walkOutTranslated<P>(
  domain: Domain<P>,
  traversal: Traversal,
  start: Part<P>,
  { before, translated }: NonNullable<SentPart<P>["translation"]>,
  later: readonly Chain[],
): readonly Part<P>[] {
  const sentBefore = { ...traversal, to: before };
  const chains = AFTER_ROUTING.process[before.kind];
  const isRaw = ({ stage }: Chain) => stage === "untracked";
  const [raw, filter] = [chains.filter(isRaw), chains.filter((chain) => !isRaw(chain))];
  const isAfter = domain.world.calico.translatedOutput === "after";
  const sent = follow(domain, raw, sentBefore, start, { inTraversal: filter, later });
  return flatMapParts(sent, (part) => {
    if (part.decision) return [part];
    if (part.state === "untracked" || part.state === "invalid") {
      return follow(domain, filter, sentBefore, { ...part, reached: before }, { inTraversal: [], later });
    }
    const moved = withPackets(part, translated(part.packets));
    if (!isAfter) return follow(domain, filter, sentBefore, moved, { inTraversal: [], later });
    const policies = AFTER_ROUTING.process[traversal.to.kind].filter(
      (chain) => !isRaw(chain) && chain.check === undefined,
    );
    return follow(domain, policies, traversal, moved, { inTraversal: [], later }).map(inMangle);
  });
}

/** A drop of the chains of mangle POSTROUTING, whose stage is otherwise in filter. */
function inMangle<P>(part: Part<P>): Part<P> {
  const { decision } = part;
  return decision?.verdict === "deny" ? { ...part, decision: { ...decision, dropStage: "mangle" } } : part;
}

/** The chains that come after those being followed. */
interface Following {
  readonly inTraversal: readonly Chain[];
  readonly later: readonly Chain[];
}

/** Takes packets through chains in order; the chains that decided packets do not reach are recorded. */
function follow<P>(
  domain: Domain<P>,
  chains: readonly Chain[],
  traversal: Traversal,
  start: Part<P>,
  { inTraversal, later }: Following,
): readonly Part<P>[] {
  let parts: readonly Part<P>[] = [start];
  for (const [index, chain] of chains.entries()) {
    parts = flatMapParts(parts, (part) => {
      if (part.decision) return [part];
      const evaluated = evaluateChain(domain, chain, traversal[chain.end], part);
      if (domain.steps === undefined) return evaluated;
      for (const { decision } of evaluated) {
        if (decision === undefined) continue;
        const isDropped = decision.verdict === "deny";
        recordNotReached(domain, [...chains.slice(index + 1), ...inTraversal, ...(isDropped ? later : [])]);
      }
      return evaluated;
    });
    if (domain.join !== undefined) parts = domain.join(parts);
  }
  return parts;
}

function recordNotReached<P>(domain: Domain<P>, chains: readonly Chain[]): void {
  for (const { stage, direction, check } of chains) {
    if (check === undefined) record(domain, { kind: "not-reached", stage, direction });
  }
}

/** Evaluates one chain at an end. */
function evaluateChain<P>(domain: Domain<P>, chain: Chain, end: End, part: Part<P>): readonly Part<P>[] {
  if (chain.check !== undefined) return checkNodeRules(domain, chain.check, chain, end, part);
  if (chain.special === "process-to-workload") return [unpoliced(domain, chain, end, "process-to-workload", part)];
  if (chain.special === "workload-to-host") return workloadToHost(domain, chain, end, part);
  return evaluateEndpointStage(domain, chain, end, part);
}

/** The stage of whichever endpoint it is about; without one the stage's chains do not exist, or know no interface. */
function evaluateEndpointStage<P>(domain: Domain<P>, chain: Chain, end: End, part: Part<P>): readonly Part<P>[] {
  const { world, view } = domain;
  const { stage, direction } = chain;
  const name = interfaceOf(end);
  const endpoint = stageEndpoint(world, view, stage, end);
  const rules = STAGE_RULES[stage];
  if (endpoint && (!rules.needsPolicy || hasStage(world, endpoint, stage))) {
    return evaluateStage(domain, { where: whereAt(stage, direction, endpoint, name), endpoint }, part);
  }
  if (rules.needsPolicy) {
    const { governing } = governingEndpoints(view, name);
    if (governing) recordStage(domain, { where: whereAt(stage, direction, governing, name), endpoint: governing }, 0);
    return [part];
  }
  if (stage === "workload") {
    const refused = end.kind === "workload" ? end.endpoint : undefined;
    const by = byUnknownInterface(name, direction === "egress" ? "in" : "out", refused);
    record(domain, by);
    return [drop(part, rules.table, by)];
  }
  if (stage === "normal") return [unpoliced(domain, chain, end, "no-host-endpoint", part)];
  return [isWorkloadInterface(view, name) ? part : unpoliced(domain, chain, end, "forwarded", part)];
}

/** An interface that no policy is about. */
function unpoliced<P>(
  domain: Domain<P>,
  { stage, direction }: Chain,
  end: End,
  reason: UnpolicedReason,
  part: Part<P>,
): Part<P> {
  const name = interfaceOf(end);
  record(domain, { kind: "unpoliced", interface: name, stage, direction, reason });
  return { ...part, defaultBy: part.defaultBy ?? byUnpoliced(name, reason) };
}

/** Discovery is let through; other packets meet the workload's egress policies, and then the node's action. */
function workloadToHost<P>(domain: Domain<P>, chain: Chain, end: End, part: Part<P>): readonly Part<P>[] {
  return flatMapParts(domain.discovery(part.packets), ([icmpType, packets]): readonly Part<P>[] => {
    const inner = withPackets(part, packets);
    if (icmpType === undefined) {
      return evaluateEndpointStage(domain, chain, end, inner).map((evaluated) => afterWorkload(domain, evaluated));
    }
    const by = byDiscovery(icmpType);
    record(domain, by);
    return [{ ...inner, decision: { verdict: "allow", by } }];
  });
}

/**
 * What the workload's chains did not decide meets the node's action. Where their accepting rules return, so do established
 * packets, which are only marked (recorded: actions-*return*).
 */
function afterWorkload<P>(domain: Domain<P>, part: Part<P>): Part<P> {
  const { decision, ...rest } = part;
  if (decision === undefined) return endpointToHost(domain, part);
  const isMarked = decision.verdict === "allow" && decision.by.kind === "conntrack";
  if (!isMarked || !domain.view.settings.acceptReturns) return part;
  return endpointToHost(domain, { ...rest, allowedBy: decision.by });
}

function endpointToHost<P>(domain: Domain<P>, part: Part<P>): Part<P> {
  const by = byEndpointToHost(domain.view.settings.endpointToHost);
  record(domain, by);
  if (by.action === "Drop") return drop(part, STAGE_RULES.workload.table, by);
  return { ...part, decision: { verdict: "allow", by: part.allowedBy ?? by } };
}
