import type { Code } from "../../../model/diagnostic.ts";
import { listOrEmpty, objectOrEmpty } from "../../../model/json.ts";
import { defaultTypes } from "../../../model/kinds/defaults.ts";
import { protocolName } from "../../../model/net/protocol.ts";
import { wordList } from "../../../model/word-list.ts";
import { endpointName, ownerText } from "../../../policy/names.ts";
import type { Action } from "../../../policy/outcome.ts";
import type { CompiledEndpoint, CompiledPolicy, CompiledRules, World } from "../../../policy/world/compiled.ts";
import { addressSet, namedPortSet } from "../../../policy/world/ip-sets.ts";
import { endpointsText, findingAt, type LintFinding, type LintScope, ruleNameText } from "../finding.ts";
import { SIDES, type WorldRule } from "../rules-of-world.ts";
import { type DeadRule, deadRules } from "./dead-rules.ts";
import type { Taker } from "./taken-packets.ts";

type Words = Pick<LintFinding, "severity" | "code" | "message" | "help">;

/** The rules that nothing comes to, as findings; and those of which that is not proved. */
export function deadRuleFindings({ world, perEndpoint, budget }: LintScope): readonly LintFinding[] {
  const { dead, notProved } = deadRules(world, { perEndpoint, ...(budget && { budget }) });
  return [
    ...dead.flatMap((one) => deadRuleFinding(world, one)),
    ...notProved.map(({ rule, why }) =>
      findingAt(rule.located, rule.path, {
        severity: "warning",
        code: "lint.not-proved",
        message: `not proved whether packets come to ${ruleNameText(rule.name)}: ${why}`,
        help: "too many ranges overlap; fewer, or larger ones, can be decided",
        rule: rule.name,
      }),
    ),
  ];
}

function deadRuleFinding(world: World, dead: DeadRule): LintFinding[] {
  const { rule, lists, shadow } = dead;
  if (dead.matchesNothing && isReportedElsewhere(world, rule)) return [];
  const endpoints = [...new Set(lists.flatMap((list) => list.endpoints))];
  return [
    findingAt(rule.located, rule.path, {
      ...wordsOf(dead, endpoints),
      ...(dead.everywhere && changesTypes(rule) && { help: typesHelp(rule) }),
      rule: rule.name,
      takenBy: [...shadow.takers].map((taker) => takerData(taker, rule)),
      endpoints: endpoints.map(endpointName),
    }),
  ];
}

/**
 * Whether the policy would be for other directions without the rule: where it names no `types`, they follow from which lists
 * have rules.
 */
function changesTypes({ owner, located, name: { direction, rule } }: WorldRule): boolean {
  const spec = objectOrEmpty(located.resource.spec);
  if (!("types" in owner) || listOrEmpty(spec.types).length > 0) return false;
  if ((owner as CompiledPolicy).kind === "pre-DNAT") return false;
  const rules = listOrEmpty(spec[direction]);
  const without = rules.filter((_, index) => index !== rule - 1);
  return defaultTypes(spec).join() !== defaultTypes({ ...spec, [direction]: without }).join();
}

function typesHelp({ name: { direction } }: WorldRule): string {
  const type = direction === "ingress" ? "Ingress" : "Egress";
  return `before you delete it, give the policy \`types\` with ${type}: it is for ${direction} only because it has the rule, and denies by default there`;
}

/** Whether a selector or a port name that names nothing is why the rule matches nothing: that has a finding of its own. */
function isReportedElsewhere(world: World, { rule }: WorldRule): boolean {
  return SIDES.some((side) => {
    const { set, ports } = rule[side];
    if (set) {
      const addresses = addressSet(world, set);
      if (addresses[4].size === 0 && addresses[6].size === 0) return true;
    }
    const { protocol = 6 } = rule;
    const isUnknown = (name: string) => namedPortSet(world, name, protocol, set).size === 0;
    return ports.length > 0 && ports.every((port) => port.kind === "name" && isUnknown(port.name));
  });
}

function wordsOf(dead: DeadRule, endpoints: readonly CompiledEndpoint[]): Words {
  const { rule, shadow, everywhere, lists, sameEverywhere } = dead;
  const { action } = rule.rule;
  const name = `${ruleNameText(rule.name)} (${action})`;
  if (dead.matchesNothing) {
    const clauses = dead.excluding.map((clause) => `\`${clause}\``);
    const why =
      clauses.length === 0 ? "" : `: ${wordList(clauses, "and")} leave${clauses.length === 1 ? "s" : ""} no packet`;
    return {
      ...{ severity: "warning", code: "lint.matches-nothing" },
      message: `${name} matches nothing${why}`,
      help: "correct the rule, or delete it: deleting it changes nothing",
    };
  }
  const where = everywhere ? "" : ` at ${endpointsText(endpoints)}`;
  const others = sameEverywhere ? "" : ` at ${endpointsText(lists[0]?.endpoints ?? [])}; elsewhere others do`;
  const takers = [...shadow.takers];
  const failsafes = takers.filter((taker) => taker.kind === "failsafe");
  const message = `nothing comes to ${name}${where}: `;
  if (takers.length === 0) {
    const owner =
      "profile" in rule.name ? "policies select the endpoints of the profile" : "an earlier tier selects its endpoints";
    return {
      ...{ severity: "info", code: codeOf(everywhere, "lint.not-passed-on") },
      message: `${message}${owner} for ${rule.name.direction} and ${"profile" in rule.name ? "pass" : "passes"} none of its packets on${others}`,
      help: "add a Pass rule for what it is to decide, or delete it: deleting it changes nothing",
    };
  }
  const passed = shadow.isStopped ? "all its packets that are passed on to it" : "all its packets";
  const words = wordList(
    takers.map((taker) => takerText(taker, rule)),
    "and",
  );
  if (failsafes.length === takers.length) {
    return {
      severity: action === "Deny" && everywhere ? "warning" : "info",
      code: codeOf(everywhere, "lint.failsafe"),
      message: `${message}failsafe ports let ${passed} past: ${wordList(failsafes.map(portText), "and")}${others}`,
      help: failsafeHelp(action, rule.name.direction),
    };
  }
  return {
    severity: everywhere ? "warning" : "info",
    code: codeOf(everywhere, "lint.shadowed"),
    message: `${message}${words} ${takers.length === 1 ? "takes" : "together take"} ${passed} first${others}`,
    help: everywhere
      ? "delete it, which changes nothing, or move it before what takes its packets"
      : "move it before what takes its packets, if it is meant to decide there",
  };
}

function codeOf(everywhere: boolean, code: Code): Code {
  return everywhere ? code : "lint.partly-dead";
}

function failsafeHelp(action: Action, direction: "ingress" | "egress"): string {
  const list = direction === "ingress" ? "failsafeInboundHostPorts" : "failsafeOutboundHostPorts";
  return action === "Deny"
    ? `the rule bites once ${list} does not list the port; without it a mistake can lock you out, so allow your own access in a policy first`
    : `keep it for when ${list} does not list the port, or delete it`;
}

function takerText(taker: Taker, rule: WorldRule): string {
  if (taker.kind === "failsafe") return `failsafe port ${portText(taker)}`;
  const { owner, index, action } = taker;
  const stage = kindOf(owner.rules) === kindOf(rule.owner) ? "" : `, ${kindOf(owner.rules)}`;
  return `${ownerText(owner.name)}, ${rule.name.direction} rule ${index + 1} (${action}${stage})`;
}

function kindOf(rules: CompiledRules): CompiledPolicy["kind"] {
  return "kind" in rules ? (rules as CompiledPolicy).kind : "normal";
}

function portText({ hit }: Extract<Taker, { kind: "failsafe" }>): string {
  return `${protocolName(hit.protocol)} ${hit.port}`;
}

function takerData(taker: Taker, { name: { direction } }: WorldRule): NonNullable<LintFinding["takenBy"]>[number] {
  if (taker.kind === "failsafe") return { failsafe: portText(taker) };
  return { ...taker.owner.name, direction, rule: taker.index + 1, action: taker.action };
}
