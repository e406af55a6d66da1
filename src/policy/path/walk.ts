import type { UnpolicedReason } from "../outcome.ts";
import { hasStage } from "../world/applicable-policies.ts";
import { AFTER_ROUTING, BEFORE_ROUTING, type Chain, chainsOf, type Traversal, traversalsOf } from "./chains.ts";
import { type Decision, type Domain, flatMapParts, type Part, record } from "./domain.ts";
import { type End, interfaceOf, stageEndpoint, whereAt } from "./end.ts";
import { governingEndpoints, isWorkloadInterface } from "./node-view.ts";
import { BY_NOTHING, byDiscovery, byEndpointToHost, byUnknownInterface, byUnpoliced } from "./reasons.ts";
import { drop, evaluateStage, recordStage } from "./stage.ts";
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
    part.decision?.verdict === "deny" ? [part] : walkTraversal(domain, second, startAgain(part), []),
  );
  return parts.map(finish);
}

/** A packet on its second traversal: without the mark, and owed to whatever let it out. */
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
  const after = AFTER_ROUTING[from.kind][to.kind];
  const routed = follow(domain, BEFORE_ROUTING[from.kind], traversal, start, { inTraversal: after, later });
  return flatMapParts(routed, (part) => {
    if (part.decision) return [part];
    if (!traversal.translates) return follow(domain, after, traversal, part, { inTraversal: [], later });
    return flatMapParts(domain.translate(interfaceOf(from), to, part), ([now, translated]) => {
      const onward = now === to ? traversal : { ...traversal, to: now };
      return follow(domain, AFTER_ROUTING[from.kind][now.kind], onward, translated, { inTraversal: [], later });
    });
  });
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
  }
  return parts;
}

function recordNotReached<P>(domain: Domain<P>, chains: readonly Chain[]): void {
  for (const { stage, direction } of chains) record(domain, { kind: "not-reached", stage, direction });
}

/** Evaluates one chain at an end. */
function evaluateChain<P>(domain: Domain<P>, chain: Chain, end: End, part: Part<P>): readonly Part<P>[] {
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
    const by = byUnknownInterface(name, direction === "egress" ? "in" : "out");
    record(domain, by);
    return [drop(part, rules, by)];
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
    const inner = packets === part.packets ? part : { ...part, packets };
    if (icmpType === undefined) {
      return evaluateEndpointStage(domain, chain, end, inner).map((evaluated) =>
        evaluated.decision ? evaluated : endpointToHost(domain, evaluated),
      );
    }
    const by = byDiscovery(icmpType);
    record(domain, by);
    return [{ ...inner, decision: { verdict: "allow", by } }];
  });
}

function endpointToHost<P>(domain: Domain<P>, part: Part<P>): Part<P> {
  const by = byEndpointToHost(domain.view.settings.endpointToHost);
  record(domain, by);
  if (by.action === "Drop") return drop(part, STAGE_RULES.workload, by);
  return { ...part, decision: { verdict: "allow", by: part.allowedBy ?? by } };
}
