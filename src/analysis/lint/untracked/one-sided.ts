import type { Flow } from "../../../model/flow.ts";
import { endpointName, ownerName } from "../../../policy/names.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import { applicable } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { openPaths } from "../../paths/paths.ts";
import type { Way } from "../../paths/way.ts";
import { waysOf } from "../../paths/ways-of.ts";
import { witnessOf } from "../../paths/witness.ts";
import { type Budget, DEFAULT_BUDGET, within } from "../../sets/budget.ts";
import type { TakenPackets } from "../dead/taken-packets.ts";
import { takenPacketsOf } from "../dead/taken-packets.ts";
import { endpointsText, findingAt, type LintFinding, type LintScope, notProvedAt } from "../finding.ts";
import { packetText } from "../packet-text.ts";
import { DIRECTIONS, rulesOfWorld, type WorldRule } from "../rules-of-world.ts";
import { alikeHostEndpoints } from "./alike-endpoints.ts";
import { type ForwardedOneSided, forwardedOneSided } from "./forwarded-answers.ts";

/** The kinds of ways on which an endpoint's untracked rules of a direction meet packets of its node's own processes. */
const WAYS = { ingress: "local in", egress: "local out" } as const;

/** A rule that lets packets through untracked whose answers are dropped, at one endpoint, with such a packet. */
interface OneSided {
  readonly rule: WorldRule;
  readonly flow: Flow;
  readonly endpoints: CompiledEndpoint[];
}

/**
 * Untracked rules that allow packets, the answers to some of which are dropped: no connection is known to which they belong, so
 * that something must let them through untracked, too. Packets to and from processes of a node are asked first, and of the rules
 * that are left what the node forwards. The packet that is named was replayed. Endpoints with the same policies and settings
 * are looked at once.
 */
export function oneSidedUntracked({ world, budget = DEFAULT_BUDGET }: LintScope): readonly LintFinding[] {
  if (!world.policies.some(({ kind }) => kind === "untracked")) return [];
  const found = new Map<WorldRule, OneSided>();
  const notProved: LintFinding[] = [];
  for (const endpoints of alikeHostEndpoints(world)) {
    const [first] = endpoints;
    if (first === undefined) continue;
    const answer = within(() =>
      DIRECTIONS.flatMap((direction) => [...oneSidedAt({ world, endpoint: first, direction, budget })]),
    );
    if (!answer.exact) notProved.push(notProvedAt(first, "answers to untracked packets pass", answer.why));
    for (const { rule, flow } of answer.exact ? answer.value : []) {
      const known = found.get(rule) ?? { rule, flow, endpoints: [] };
      found.set(rule, known);
      known.endpoints.push(...endpoints.filter((endpoint) => !known.endpoints.includes(endpoint)));
    }
  }
  return [...notProved, ...[...found.values()].map(oneSidedFinding), ...forwardedFindings(world, found, budget)];
}

function forwardedFindings(
  world: World,
  local: ReadonlyMap<WorldRule, OneSided>,
  budget: Budget,
): readonly LintFinding[] {
  const known = new Set(local.keys());
  const examined = new Set<string>();
  const findings: LintFinding[] = [];
  for (const endpoint of [...world.hostEndpoints.values()].flat()) {
    const answer = within(() => forwardedOneSided(world, endpoint, { known, examined, budget }));
    if (!answer.exact) findings.push(notProvedAt(endpoint, "answers to untracked forwarded packets pass", answer.why));
    for (const one of answer.exact ? answer.value : []) {
      known.add(one.rule);
      findings.push(forwardedFinding(endpoint, one));
    }
  }
  return findings;
}

/** A note where nobody says that the rule is for what is forwarded: where it names no address, or the packet may never go there. */
function forwardedFinding(endpoint: CompiledEndpoint, { rule, flow, to }: ForwardedOneSided): LintFinding {
  const { located, path, name, rule: compiled } = rule;
  const { nets, set, service } = compiled.destination;
  const isNamed = nets.length > 0 || (set ?? service) !== undefined;
  const isWorkload = to.kind === "WorkloadEndpoint";
  const remedy = isNamed
    ? "leave its addresses out of the rule's destination"
    : "name the host's own addresses as destination, where it is for these";
  return findingAt(located, path, {
    severity: isNamed && isWorkload ? "warning" : "info",
    code: "lint.one-sided-untracked",
    message: `${ownerName(name)} lets packets through untracked that are forwarded from ${endpointName(endpoint)} to ${endpointName(to)}, and their answers are dropped: ${packetText(flow)}`,
    help: isWorkload
      ? `${remedy}: untracked policy does not apply to what workloads send`
      : `add an ingress rule for the answers at ${endpointName(to)}, or ${remedy}`,
    rule: name,
    endpoints: [endpoint, to].map(endpointName),
    packet: flow,
  });
}

function oneSidedFinding({ rule: { located, path, name }, flow, endpoints }: OneSided): LintFinding {
  const other = name.direction === "ingress" ? "egress" : "ingress";
  return findingAt(located, path, {
    severity: "warning",
    code: "lint.one-sided-untracked",
    message: `${ownerName(name)} lets packets through untracked whose answers are dropped at ${endpointsText(endpoints)}: ${packetText(flow)}`,
    help: `add the matching ${other} rule, with source and destination swapped`,
    rule: name,
    endpoints: endpoints.map(endpointName),
    packet: flow,
  });
}

/** Where answers are looked for. */
interface OneSidedPlace {
  readonly budget: Budget;
  readonly world: World;
  readonly endpoint: CompiledEndpoint;
  readonly direction: Direction;
}

function* oneSidedAt({
  world,
  endpoint,
  direction,
  budget,
}: OneSidedPlace): Generator<{ readonly rule: WorldRule; readonly flow: Flow }> {
  const owners = new Set<unknown>(applicable(world, endpoint, "untracked", direction));
  const rules = rulesOfWorld(world).filter(
    ({ owner, name, rule }) => owners.has(owner) && name.direction === direction && rule.action === "Allow",
  );
  if (rules.length === 0) return;
  const isWanted = (way: Way) => way.kind === WAYS[direction] && way.endpoint === endpoint;
  for (const way of waysOf(world, [], isWanted)) {
    const family = takenPacketsOf(world).families.find(({ universe }) => universe.family === way.family);
    if (family) yield* oneSidedOn({ world, way, family, rules, budget });
  }
}

function* oneSidedOn({
  world,
  way,
  family,
  rules,
  budget,
}: {
  readonly budget: Budget;
  readonly world: World;
  readonly way: Way;
  readonly family: TakenPackets;
  readonly rules: readonly WorldRule[];
}) {
  const start = rules.flatMap(({ rule }) => family.mayMatch(rule));
  if (start.length === 0) return;
  const paths = openPaths([{ world, way }], {
    universe: family.universe,
    start,
    deciders: true,
    replies: true,
    budget,
  });
  for (const { verdict, by, reply, packets } of paths.decide(0)) {
    if (verdict === "deny" || reply?.verdict !== "deny" || by.kind !== "rule" || by.stage !== "untracked") continue;
    const rule = rules.find(({ name, owner }) => name.rule === by.rule && isOf(owner, by));
    const witness = rule && witnessOf(paths, 0, packets);
    if (rule && witness) yield { rule, flow: witness.flow };
  }
}

function isOf(owner: WorldRule["owner"], by: object): boolean {
  return "ref" in owner && "policy" in by && owner.ref === by.policy;
}
