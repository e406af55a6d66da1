import type { Flow } from "../../model/flow.ts";
import { endpointName, policyName } from "../../policy/names.ts";
import type { Action } from "../../policy/outcome.ts";
import type { CompiledEndpoint, CompiledPolicy, CompiledRule, World } from "../../policy/world/compiled.ts";
import { applicable } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { settingsOf } from "../../policy/world/felix-config.ts";
import { printSelector } from "../../selector/print.ts";
import { objectNumber } from "../object-number.ts";
import { type Budget, DEFAULT_BUDGET, within } from "../sets/budget.ts";
import { isCovered } from "../sets/cover.ts";
import type { Box } from "../sets/universe.ts";
import { type TakenPackets, takenPacketsOf } from "./dead/taken-packets.ts";
import { endpointsText, findingAt, type LintFinding, type LintScope, notProvedAt, someOf } from "./finding.ts";
import { packetText } from "./packet-text.ts";
import { unnamedPacketForwarded } from "./unnamed-packets.ts";

/** Pre-DNAT policies in order, and the host endpoints that have exactly these, and decide alike about the rest. */
interface PreDnatList {
  readonly policies: readonly CompiledPolicy[];
  readonly endpoints: CompiledEndpoint[];
}

/**
 * Pre-DNAT policies that allow some packets, at host endpoints where packets that no rule names are forwarded all the same, to
 * pods and services for instance: a pre-DNAT stage has no default deny. It is asked of all packets: a Deny of some networks or
 * ports ends no list, and policies with applyOnForward deny what they do not allow. Failsafe ports always pass. Where the
 * input has no host endpoints, policies with one selector are taken to be at one endpoint.
 */
export function preDnatWithoutDeny(scope: LintScope): readonly LintFinding[] {
  const { world, budget = DEFAULT_BUDGET } = scope;
  const hosts = [...world.hostEndpoints.values()].flat();
  const lists = hosts.length === 0 ? bySelector(world) : atEndpoints(world, hosts);
  return lists.flatMap((list) => {
    if (boxesOf(world, list, "Allow").every(({ boxes }) => boxes.length === 0)) return [];
    const answer = within(() => findingOf(world, list, budget));
    if (answer.exact) return answer.value ?? [];
    const [first] = list.endpoints;
    return first ? notProvedAt(first, "pre-DNAT policy leaves packets that it does not name", answer.why) : [];
  });
}

function findingOf(world: World, { policies, endpoints }: PreDnatList, budget: Budget): LintFinding | undefined {
  const named = boxesOf(world, { policies }, "Deny", "Pass", "Allow");
  const isNamed = ({ family, boxes }: Matched) =>
    family.packets.every((box) => isCovered(family.universe, box, boxes, budget));
  const left = named.filter((one) => !isNamed(one)).map(({ family }) => family);
  if (left.length === 0) return undefined;
  const flow = unnamedAtSome(world, endpoints, budget);
  if (endpoints.length > 0 && flow === undefined) return undefined;
  const hasDeny = boxesOf(world, { policies }, "Deny").some(({ boxes }) => boxes.length > 0);
  return findingAt((policies.at(-1) as CompiledPolicy).located, ["spec"], {
    severity: endpoints.length === 0 || isBlockList(world, { policies, left, budget }) ? "info" : "warning",
    code: "lint.no-final-deny",
    message: messageOf({ policies, endpoints, hasDeny, flow }),
    help: `add a pre-DNAT policy with the same selector and a higher order whose only ingress rule is \`action: Deny\` (preDNAT: true, applyOnForward: true); allow first what must stay open`,
    endpoints: endpoints.map(endpointName),
    ...(flow && { packet: flow }),
  });
}

function messageOf({
  policies,
  endpoints,
  hasDeny,
  flow,
}: PreDnatList & { readonly hasDeny: boolean; readonly flow: Flow | undefined }): string {
  const names = someOf(policies.map(({ ref }) => policyName(ref)));
  const isOne = policies.length === 1;
  const at = endpoints.length === 0 ? "" : ` at ${endpointsText(endpoints)}`;
  const packet = flow ? `: ${packetText(flow)}` : "";
  const what = hasDeny
    ? `${names} neither ${isOne ? "allows nor denies" : "allow nor deny"} some packets${at}`
    : `no policy denies what ${names} ${isOne ? "does" : "do"} not allow${at}`;
  const they = hasDeny ? "these are" : "it is";
  return `${what}: pre-DNAT policies drop nothing by default, so that ${they} forwarded all the same${packet}`;
}

/** A packet of the first endpoint that has one. */
function unnamedAtSome(world: World, endpoints: readonly CompiledEndpoint[], budget: Budget): Flow | undefined {
  for (const endpoint of endpoints) {
    const flow = unnamedPacketForwarded(world, endpoint, budget);
    if (flow) return flow;
  }
  return undefined;
}

/**
 * Whether, in the IP versions of which packets are left, everything that is allowed is an exception of what is denied: then the
 * rest may be meant to pass.
 */
function isBlockList(
  world: World,
  {
    policies,
    left,
    budget,
  }: Pick<PreDnatList, "policies"> & { readonly left: readonly TakenPackets[]; readonly budget: Budget },
): boolean {
  const denied = boxesOf(world, { policies }, "Deny");
  return boxesOf(world, { policies }, "Allow").every(
    ({ family, boxes }, at) =>
      !left.includes(family) || boxes.every((box) => isCovered(family.universe, box, denied[at]?.boxes ?? [], budget)),
  );
}

/** Packets of an IP version. */
interface Matched {
  readonly family: TakenPackets;
  readonly boxes: readonly Box[];
}

/** The packets of each IP version that the rules with these actions match; of a service that is not known none certainly. */
function boxesOf(
  world: World,
  { policies }: Pick<PreDnatList, "policies">,
  ...actions: readonly Action[]
): readonly Matched[] {
  const isKnown = ({ source, destination, action }: CompiledRule) =>
    action === "Allow" || world.services !== undefined || (source.service ?? destination.service) === undefined;
  const rules = policies.flatMap(({ ingress }) =>
    ingress.filter((rule) => actions.includes(rule.action) && isKnown(rule)),
  );
  return takenPacketsOf(world).families.map((family) => ({
    family,
    boxes: rules.flatMap((rule) => (rule.action !== "Allow" && family.isTooMany(rule) ? [] : family.mayMatch(rule))),
  }));
}

function atEndpoints(world: World, hosts: readonly CompiledEndpoint[]): readonly PreDnatList[] {
  const groups = new Map<string, PreDnatList>();
  for (const endpoint of hosts) {
    const policies = applicable(world, endpoint, "pre-DNAT", "ingress");
    const others = (["untracked", "forward"] as const).map((stage) => applicable(world, endpoint, stage, "ingress"));
    const key = [policies, ...others, settingsOf(world.settings, endpoint.node)].map(objectNumber).join();
    const group = groups.get(key) ?? { policies, endpoints: [] };
    groups.set(key, group);
    group.endpoints.push(endpoint);
  }
  return [...groups.values()];
}

/** The pre-DNAT policies that select alike, where no policy with applyOnForward could deny what they leave. */
function bySelector({ policies }: World): readonly PreDnatList[] {
  const isForwarding = ({ kind, applyOnForward, types }: CompiledPolicy) =>
    kind === "normal" && applyOnForward && types.ingress;
  if (policies.some(isForwarding)) return [];
  const groups = new Map<string, CompiledPolicy[]>();
  for (const policy of policies) {
    if (policy.kind !== "pre-DNAT") continue;
    const key = printSelector(policy.selector);
    groups.set(key, [...(groups.get(key) ?? []), policy]);
  }
  return [...groups.values()].map((group) => ({ policies: group, endpoints: [] }));
}
