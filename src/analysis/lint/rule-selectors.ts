import { formatPort } from "../../model/net/port.ts";
import { PROTOCOL_NUMBERS, protocolName } from "../../model/net/protocol.ts";
import type { Side } from "../../policy/outcome.ts";
import type { SetRef, World } from "../../policy/world/compiled.ts";
import { addressSet, namedPortSet } from "../../policy/world/ip-sets.ts";
import { matches } from "../../selector/matches.ts";
import { certaintyOf, findingAt, type LintFinding, type LintScope } from "./finding.ts";
import { rulesOfWorld, SIDES, selectorPath, type WorldRule } from "./rules-of-world.ts";

/**
 * Selectors in rules that name nothing: no endpoint and no network set has the labels, or none of those has an address. A rule
 * with such a selector matches no packet. Nothing where the input has neither endpoints nor network sets.
 */
export function selectorsThatNameNothing(scope: LintScope): readonly LintFinding[] {
  const { world } = scope;
  if (world.members.length === 0) return [];
  return rulesOfWorld(world).flatMap((rule) =>
    SIDES.flatMap((side): LintFinding[] => {
      const { set, notSet } = rule.rule[side];
      const ref = set ?? notSet;
      if (ref === undefined || !isEmpty(world, ref)) return [];
      const isSelected = world.members.some(({ labels }) => matches(ref.selector, labels));
      const { severity, unless } = certaintyOf(scope, "endpoints");
      const what = isSelected
        ? `what the ${side} selector \`${ref.key}\` selects has no addresses`
        : `no endpoint and no network set has what the ${side} selector \`${ref.key}\` wants${unless}`;
      const effect = set ? "the rule matches nothing" : "it excludes nothing";
      return [
        findingAt(rule.located, selectorPath(rule, side), {
          severity,
          code: "lint.empty-selector",
          message: `${what}: ${effect}`,
          help: isSelected
            ? "give host endpoints their expectedIPs, and network sets their nets"
            : "correct the selector, or label the endpoints or network sets that it is for",
          rule: rule.name,
        }),
      ];
    }),
  );
}

function isEmpty(world: World, ref: SetRef): boolean {
  const set = addressSet(world, ref);
  return set[4].size === 0 && set[6].size === 0;
}

/** Names of ports that no endpoint has, or none that the rule's side selects, for the rule's protocol: such a port matches nothing. */
export function unknownPortNames(scope: LintScope): readonly LintFinding[] {
  if (scope.world.members.length === 0) return [];
  return rulesOfWorld(scope.world).flatMap((rule) =>
    SIDES.flatMap((side) =>
      (["ports", "notPorts"] as const).flatMap((list) =>
        rule.rule[side][list].flatMap((port, index) => {
          if (port.kind !== "name") return [];
          const finding = unknownPortName(scope, rule, side, port.name, list);
          return finding ? [findingAt(rule.located, [...rule.path, side, list, index], finding)] : [];
        }),
      ),
    ),
  );
}

function unknownPortName(
  scope: LintScope,
  { rule, name: ruleName }: WorldRule,
  side: Side,
  name: string,
  list: "ports" | "notPorts",
): Omit<LintFinding, "span" | "path" | "resource"> | undefined {
  const { world } = scope;
  const protocol = rule.protocol ?? PROTOCOL_NUMBERS.TCP;
  const { set } = rule[side];
  if (namedPortSet(world, name, protocol, set).size > 0) return undefined;
  const holders = world.members.filter(({ ports }) => ports.some((port) => port.name === name));
  const ofProtocol = holders.filter(({ ports }) =>
    ports.some((port) => port.name === name && port.protocol === protocol),
  );
  const { severity, unless } = certaintyOf(scope, "endpoints");
  const who =
    ofProtocol.length > 0 && set
      ? `no endpoint with an address that \`${set.key}\` selects`
      : ofProtocol.length > 0
        ? "no endpoint with an address"
        : "no endpoint";
  const protocols = [...new Set(holders.flatMap(({ ports }) => ports.filter((port) => port.name === name)))];
  const others = [...new Set(protocols.map((port) => protocolName(port.protocol)))].filter(
    (other) => other !== protocolName(protocol),
  );
  const elsewhere = ofProtocol.length === 0 && others.length > 0 ? ` (there is one of ${others.join(", ")})` : "";
  const effect = list === "ports" ? "it matches nothing" : "it excludes nothing";
  return {
    severity,
    code: "lint.unknown-port-name",
    message: `${who} has a port \`${formatPort({ kind: "name", name })}\` of ${protocolName(protocol)}${elsewhere}${unless}: ${effect}`,
    help: "name a port of an endpoint's `ports`, or write its number",
    rule: ruleName,
  };
}
