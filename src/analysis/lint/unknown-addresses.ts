import { endpointName } from "../../policy/names.ts";
import type { CompiledEndpoint, SetRef } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { findingAt, type LintFinding, type LintScope, ruleNameText, someOf } from "./finding.ts";
import { rulesOfWorld, SIDES } from "./rules-of-world.ts";

/**
 * Host endpoints without expectedIPs that a rule's selector selects: Felix does not know their addresses, so the rule misses
 * them (or, where it is to exclude them, does not).
 */
export function endpointsWithoutAddresses({ world }: LintScope): readonly LintFinding[] {
  const bare = [...world.hostEndpoints.values()].flat().filter(({ nets }) => nets.length === 0);
  if (bare.length === 0) return [];
  const rules = new Map<string, { readonly ref: SetRef; readonly names: string[] }>();
  for (const { rule, name } of rulesOfWorld(world)) {
    for (const side of SIDES) {
      const ref = rule[side].set ?? rule[side].notSet;
      if (ref === undefined) continue;
      const same = rules.get(ref.key) ?? { ref, names: [] };
      same.names.push(ruleNameText(name));
      rules.set(ref.key, same);
    }
  }
  return bare.flatMap((endpoint) => missed(endpoint, [...rules.values()]));
}

function missed(
  endpoint: CompiledEndpoint,
  rules: readonly { readonly ref: SetRef; readonly names: readonly string[] }[],
): LintFinding[] {
  const selecting = rules.filter(({ ref }) => matches(ref.selector, endpoint.labels));
  const [first] = selecting;
  if (first === undefined) return [];
  const names = selecting.flatMap((one) => one.names);
  return [
    findingAt(endpoint.located, ["spec"], {
      severity: "warning",
      code: "lint.no-expected-ips",
      message: `\`${first.ref.key}\` selects ${endpointName(endpoint)}, but without expectedIPs no rule can match its addresses: ${someOf(names)}`,
      help: `add expectedIPs to host endpoint ${endpoint.name}`,
      endpoints: [endpointName(endpoint)],
    }),
  ];
}
