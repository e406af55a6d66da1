import { protocolName } from "../../model/net/protocol.ts";
import { endpointName, policyName } from "../../policy/names.ts";
import type { Direction, PolicyStage } from "../../policy/outcome.ts";
import { STAGE_RULES } from "../../policy/path/stage-rules.ts";
import { tiersOf } from "../../policy/path/tier-list.ts";
import type { CompiledEndpoint, CompiledFailsafe, World } from "../../policy/world/compiled.ts";
import { applicable, hasStage, selecting } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { settingsOf } from "../../policy/world/felix-config.ts";
import { stagesOfEndpoint } from "../lint/dead/rule-lists.ts";
import { type Description, type DescriptionTable, labelTexts } from "./description.ts";
import { ruleUsesTable } from "./rules-table.ts";

/** An endpoint: its labels and addresses, the policies it meets in order, what becomes of the rest, and whose rules name it. */
export function describeEndpoint(endpoint: CompiledEndpoint, world: World): Omit<Description, "kind" | "name"> {
  const { kind, node, interfaceName, nets, ports, profiles, located } = endpoint;
  const isHost = kind === "HostEndpoint";
  const places = placesOf(endpoint, world);
  const own = located.resource.metadata.labels ?? {};
  const inherited = new Map([...endpoint.labels].filter(([name]) => !Object.hasOwn(own, name)));
  const settings = settingsOf(world.settings, node);
  return {
    fields: {
      Node: node,
      Interface: interfaceName === "*" ? "* (every interface)" : interfaceName || "the one with its addresses",
      Labels: labelTexts(new Map(Object.entries(own))),
      ...(inherited.size > 0 && { "Inherited labels": labelTexts(inherited) }),
      Addresses: nets.map(({ text }) => text),
      ...(ports.length > 0 && {
        Ports: ports.map(({ name, protocol, port }) => `${name}: ${protocolName(protocol)} ${port}`),
      }),
      Profiles: profiles,
      ...(isHost && {
        "Failsafe ports in": failsafeText(settings.failsafeInbound),
        "Failsafe ports out": failsafeText(settings.failsafeOutbound),
      }),
    },
    tables: [
      policiesTable(endpoint, places, world),
      restTable(endpoint, places, world),
      ruleUsesTable(endpoint, world),
    ],
    warnings: warningsOf(endpoint, selecting(world, endpoint).length === 0, world),
  };
}

interface Place {
  readonly stage: PolicyStage;
  readonly direction: Direction;
}

/** The stages and directions where the endpoint has chains. */
function placesOf(endpoint: CompiledEndpoint, world: World): readonly Place[] {
  return stagesOfEndpoint(world, endpoint)
    .filter(([stage]) => !STAGE_RULES[stage].needsPolicy || hasStage(world, endpoint, stage))
    .map(([stage, direction]) => ({ stage, direction }));
}

function policiesTable(endpoint: CompiledEndpoint, places: readonly Place[], world: World): DescriptionTable {
  const hasTiers = world.calico.tiers;
  const rows = places.flatMap(({ stage, direction }) =>
    applicable(world, endpoint, stage, direction).map((policy) => ({
      stage,
      direction,
      ...(hasTiers && { tier: policy.tier.name }),
      order: Number.isFinite(policy.order) ? policy.order : "none (last)",
      policy: policyName(policy.ref),
      rules: policy[direction].length,
    })),
  );
  return { key: "policies", title: "Policies, in the order of evaluation", rows, none: "none selects it" };
}

/** What becomes of new connections that no rule of a stage decides. */
function restTable(endpoint: CompiledEndpoint, places: readonly Place[], world: World): DescriptionTable {
  const rows = places.map((place) => ({ ...place, verdict: restOf(endpoint, place, world) }));
  return { key: "unmatched", title: "New connections that no rule there matches", rows };
}

function restOf(endpoint: CompiledEndpoint, { stage, direction }: Place, world: World): string {
  const { end, profiles } = STAGE_RULES[stage];
  const tiers = tiersOf(applicable(world, endpoint, stage, direction));
  const denying = end === "denied" ? tiers.find(({ tier }) => !tier.passesByDefault) : undefined;
  const { failsafeInbound, failsafeOutbound } = settingsOf(world.settings, endpoint.node);
  const ports = direction === "ingress" ? failsafeInbound : failsafeOutbound;
  const failsafes = STAGE_RULES[stage].failsafe === "allowed" && ports.length > 0 ? ", but for failsafe ports" : "";
  if (denying !== undefined) {
    const tier = world.calico.tiers ? ` at the end of tier ${denying.tier.name}` : "";
    return `denied${tier}${failsafes}`;
  }
  if (!profiles) return stage === "forward" ? "allowed (no policy applies)" : "go on to the next stage";
  const names = endpoint.profiles;
  if (names.length === 0) return `denied: no policy and no profile applies${failsafes}`;
  return `decided by profile ${names.join(", then ")}; the rest is denied${failsafes}`;
}

function failsafeText(ports: readonly CompiledFailsafe[]): readonly string[] {
  const texts = ports.map(({ protocol, port, net }) => {
    const to = net === undefined ? "" : ` (${net.text})`;
    return `${protocol.toLowerCase()}/${port}${to}`;
  });
  return texts.length === 0 ? ["none: Felix keeps no port open"] : [texts.join(", ")];
}

function warningsOf(
  { kind, name, namespace, node, profiles, located }: CompiledEndpoint,
  isBare: boolean,
  world: World,
) {
  const isHost = kind === "HostEndpoint";
  const open = isHost ? "everything but the failsafe ports" : "everything";
  const named = endpointName({ kind, name, ...(namespace !== undefined && { namespace }) });
  return [
    ...(located.assumed === undefined ? [] : [`${named} is in no input; it is taken to be there: ${located.assumed}`]),
    ...(isBare && profiles.length === 0
      ? [`no policy selects ${named}, and it has no profile: ${open} is denied`]
      : []),
    ...(world.nodes.size > 0 && !world.nodes.has(node) ? [`there is no Node ${node}`] : []),
  ];
}
