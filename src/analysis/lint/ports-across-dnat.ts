import type { DnatRule } from "../../model/flow.ts";
import { protocolName, protocolNumber } from "../../model/net/protocol.ts";
import { policyName } from "../../policy/names.ts";
import type { CompiledPolicy, CompiledRule } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { findingAt, type LintFinding, type LintScope } from "./finding.ts";
import { rulesOfWorld, type WorldRule } from "./rules-of-world.ts";

/** A port of the nodes' own addresses that is translated, and the port that it is translated to. */
interface PortTranslation {
  readonly protocol: number;
  readonly original: number;
  readonly translated: number;
}

/**
 * Rules for ingress at host endpoints that match the port on the other side of DNAT than the one their policy sees: a pre-DNAT
 * or untracked one sees the port that a packet was sent to (a NodePort), another the one that it is translated to. Only where
 * translations of the nodes are known (`translations`), and as advice: a process of the node may have the port, too.
 */
export function portsAcrossDnat({ world, translations = [] }: LintScope): readonly LintFinding[] {
  const ports = portTranslations(translations);
  if (ports.length === 0) return [];
  const hosts = [...world.hostEndpoints.values()].flat();
  const atHosts = new Map<unknown, CompiledPolicy>(
    world.policies
      .filter(({ selector }) => hosts.some(({ labels }) => matches(selector, labels)))
      .map((policy) => [policy, policy]),
  );
  return rulesOfWorld(world).flatMap((rule): LintFinding[] => {
    const policy = atHosts.get(rule.owner);
    if (policy === undefined || rule.name.direction !== "ingress") return [];
    const isBefore = policy.kind !== "normal";
    const across = ports.find((one) => isAcross(rule.rule, one, ports, isBefore));
    return across === undefined ? [] : [acrossFinding(rule, policy, across, isBefore)];
  });
}

function acrossFinding(
  { located, path, name }: WorldRule,
  policy: CompiledPolicy,
  { protocol, original, translated }: PortTranslation,
  isBefore: boolean,
): LintFinding {
  const [matched, seen] = isBefore ? [translated, original] : [original, translated];
  const kind = isBefore ? `it is ${policy.kind} policy: it sees` : "it is not pre-DNAT policy: it sees";
  return findingAt(located, [...path, "destination", "ports"], {
    severity: "info",
    code: isBefore ? "lint.port-after-dnat" : "lint.port-before-dnat",
    message: `${policyName(policy.ref)} matches destination port ${matched}, but ${kind} a packet ${isBefore ? "before" : "after"} DNAT, on port ${seen} (${protocolName(protocol)} ${original} is translated to ${translated})`,
    help: isBefore
      ? `match port ${seen}, or make the policy a normal one`
      : `set preDNAT and applyOnForward to true, or match port ${seen}`,
    rule: name,
  });
}

/** Whether a rule's ports have one side of a translation, and the other side of none. */
function isAcross(
  { protocol, destination: { ports } }: CompiledRule,
  one: PortTranslation,
  all: readonly PortTranslation[],
  isBefore: boolean,
): boolean {
  if (ports.length === 0 || protocol !== one.protocol) return false;
  const has = (number: number) =>
    ports.some((port) => port.kind === "range" && port.from <= number && number <= port.to);
  const near = (each: PortTranslation) => (isBefore ? each.original : each.translated);
  const far = (each: PortTranslation) => (isBefore ? each.translated : each.original);
  return has(far(one)) && !all.some((each) => each.protocol === protocol && has(near(each)));
}

/** The translations of a port of the nodes' own addresses to another port. */
function portTranslations(rules: readonly DnatRule[]): readonly PortTranslation[] {
  const found = new Map<string, PortTranslation>();
  for (const { protocol, dst, port, toPort, alternatives = [] } of rules) {
    const number = protocolNumber(protocol);
    if (dst !== "LOCAL" || number === undefined || port === undefined) continue;
    for (const translated of [toPort, ...alternatives.map((target) => target.toPort)]) {
      if (translated === undefined || translated === port) continue;
      found.set(`${number} ${port} ${translated}`, { protocol: number, original: port, translated });
    }
  }
  return [...found.values()];
}
