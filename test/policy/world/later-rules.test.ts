import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject, objectOrEmpty } from "../../../src/model/json.ts";
import { arePlainRules } from "../../../src/model/kinds/plain-rules.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { fields, maybe, pick, some } from "../../support/arbitraries.ts";
import { sized } from "../../support/full.ts";
import { dataText } from "../../support/worlds/edited-resources.ts";
import { madeWorlds } from "../../support/worlds.ts";
import { unlocated } from "../support.ts";

/** The resource with a field in each rule that says nothing, so that all of them are compiled at once. */
function compiledAtOnce(resource: Resource): Resource {
  const spec = objectOrEmpty(resource.spec);
  const lists = ["ingress", "egress"].flatMap((direction) => {
    const rules = spec[direction];
    const marked = (rule: unknown) => (isObject(rule) ? { ...rule, metadata: {} } : rule);
    return Array.isArray(rules) ? [[direction, rules.map(marked)] as const] : [];
  });
  return lists.length === 0 ? resource : { ...resource, spec: { ...spec, ...Object.fromEntries(lists) } };
}

/** How many policies of a World have rules that are compiled later. */
function laterIn(resources: readonly Resource[]): number {
  return resources.filter(({ spec }) => arePlainRules(spec?.ingress) || arePlainRules(spec?.egress)).length;
}

test("rules that are compiled when they are asked for decide as those that are compiled at once, in any order of questions", () => {
  let later = 0;
  const flows = fc.array(fc.nat(), { maxLength: 6 });
  fc.assert(
    fc.property(madeWorlds(6), flows, (made, asked) => {
      const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
      const options = { calico, ...(made.services && { services: made.services }) };
      const compile = (resources: readonly Resource[]) => world(resources.map(unlocated), options);
      const eager = compile(made.resources.map(compiledAtOnce));
      const lazy = compile(made.resources);
      later += laterIn(made.resources);
      expect(lazy.diagnostics).toEqual(eager.diagnostics);
      for (const at of [...asked, ...made.flows.keys()]) {
        const flow = made.flows[at % made.flows.length];
        if (flow === undefined) continue;
        expect(simulate(lazy.world, made.facts, flow)).toEqual(simulate(eager.world, made.facts, flow));
      }
      const others = compile(made.resources);
      expect(rulesOf(others.world)).toBe(rulesOf(lazy.world));
      expect(rulesOf(lazy.world)).toBe(rulesOf(eager.world));
    }),
    { numRuns: sized(3000, 60), seed: 7 },
  );
  expect(later).toBeGreaterThan(sized(3000, 60));
});

function rulesOf({ policies, stagedPolicies, profiles }: ReturnType<typeof world>["world"]): string {
  const owners = [...policies, ...stagedPolicies, ...profiles.values()];
  return dataText(owners.map(({ ingress, egress }) => [ingress, egress]));
}

const net = pick<unknown>("10.0.0.0/8", "10.0.0.1", "10.0.0.0/08", "fd00::/8", "fd00::", "::ffff:1.2.3.4/104");
const port = pick<unknown>(1, 80, 65_535, "80", "80:90", "http");
const selector = pick<unknown>("", " ", "all()", "global()", "has(a)", "a == 'b'", "a ==");
const side = fields({
  nets: maybe(some(net)),
  notNets: maybe(some(net)),
  ports: maybe(some(port)),
  notPorts: maybe(some(port)),
  selector: maybe(selector),
  notSelector: maybe(selector),
  namespaceSelector: maybe(selector),
});
const plainRule = fields({
  action: pick("Allow", "Deny", "Pass", "Log"),
  ipVersion: maybe(pick(4, 6)),
  protocol: pick("TCP", "UDP", "TCP", "UDP", "SCTP", "ICMP"),
  source: maybe(side),
  destination: maybe(side),
});
/** A field of a rule, and a value that not all versions take there, or that nothing is done with. */
const oddField = fc.oneof(
  fc.tuple(pick("action"), pick<unknown>("allow", "", 5, null)),
  fc.tuple(pick("protocol"), pick<unknown>("tcp", "6", 6, 0, 256, "toString", null)),
  fc.tuple(pick("ipVersion"), pick<unknown>(5, "4", 0)),
  fc.tuple(pick("source", "destination"), pick<unknown>("x", null, [], { nets: "10.0.0.0/8" }, { selector: 5 })),
  fc.tuple(
    pick("source", "destination"),
    pick<unknown>("010.0.0.0/8", "10.0.0.0/33", "", 5, null, " 10.0.0.1").map((one) => ({ nets: [one] })),
  ),
  fc.tuple(
    pick("source", "destination"),
    pick<unknown>(0, 65_536, 1.5, -1, "90:80", "0:1", "", "a b", null, true).map((one) => ({ ports: [one] })),
  ),
  fc.tuple(pick("source"), pick<unknown>({ serviceAccounts: { names: [5] } }, { services: { name: "s" } }, { x: 1 })),
  fc.tuple(pick("notProtocol", "icmp", "notICMP", "http", "other"), pick<unknown>("TCP", {}, { type: 256 })),
);

test("of rules that are compiled later nothing is refused or ignored but a selector", () => {
  let [later, odd] = [0, 0];
  fc.assert(
    fc.property(plainRule, maybe(oddField, 4), pick("v3.7", "v3.32"), (plain, other, version) => {
      const rule = other === undefined ? plain : { ...plain, [other[0]]: other[1] };
      if (!arePlainRules([rule])) {
        odd++;
        return;
      }
      later++;
      const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
      const policy = (ingress: readonly object[]) => ({
        ...{ apiVersion: "projectcalico.org/v3", kind: "GlobalNetworkPolicy", metadata: { name: "p" } },
        spec: { selector: "all()", ingress },
      });
      const { diagnostics, world: made } = world([unlocated(policy([{ ...rule, metadata: {} }]))], { calico });
      expect(diagnostics.filter(({ path = "" }) => !path.endsWith("elector"))).toEqual([]);
      expect(made.unrunnable).toEqual([]);
    }),
    { numRuns: sized(40_000, 2000), seed: 11 },
  );
  expect(later).toBeGreaterThan(sized(5000, 250));
  expect(odd).toBeGreaterThan(sized(5000, 250));
});
