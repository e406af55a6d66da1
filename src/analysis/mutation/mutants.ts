import { listOrEmpty, objectOrEmpty } from "../../model/json.ts";
import { DEFAULT_ALLOW } from "../../model/kinds/built-in.ts";
import { displayId, type FieldPath, type Located, type ResourceId, resourceId } from "../../model/resource.ts";
import { ownerText, policyName, type RuleOwner } from "../../policy/names.ts";
import type { Direction } from "../../policy/outcome.ts";
import type { CompiledPolicy, World } from "../../policy/world/compiled.ts";
import { applicable } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { STAGES } from "../../policy/world/endpoint-policies/stage-policies.ts";
import type { FieldChange } from "../edits/resource-edit.ts";
import type { Mutant, MutantKind } from "./mutant.ts";

/** A policy or profile that can be changed. */
interface Mutable {
  readonly of: Located;
  readonly owner: RuleOwner;
}

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];
const FLAGS = ["applyOnForward", "preDNAT", "doNotTrack"] as const;

/**
 * The mutants of policies and profiles, in evaluation order, then profiles: each rule with its action flipped or gone, neighbours
 * of different actions swapped, each flag and policy gone, and policies that some endpoint meets one after the other with
 * their orders swapped. What is made of Kubernetes' own objects has none.
 */
export function mutantsOf(world: World, resources: readonly Located[]): readonly Mutant[] {
  const byId = new Map(resources.map((located) => [displayId(resourceId(located.resource)), located]));
  const mutable = (id: ResourceId, owner: RuleOwner): Mutable[] => {
    const of = byId.get(displayId(id));
    return of === undefined || of.madeOf === "kubernetes" ? [] : [{ of, owner }];
  };
  const profiles = [...world.profiles.keys()].filter((name) => name !== DEFAULT_ALLOW).sort();
  return [
    ...world.policies.flatMap(({ ref }) =>
      mutable(ref, { policy: ref }).flatMap((one) => [...ruleMutants(one), ...policyMutants(one)]),
    ),
    ...profiles.flatMap((profile) => mutable({ kind: "Profile", name: profile }, { profile }).flatMap(ruleMutants)),
    ...neighbours(world).flatMap(([first, second]) => {
      const [a] = mutable(first.ref, { policy: first.ref });
      const [b] = mutable(second.ref, { policy: second.ref });
      return a === undefined || b === undefined ? [] : swappedOrders([first, a], [second, b]);
    }),
  ];
}

function ruleMutants({ of, owner }: Mutable): readonly Mutant[] {
  // Without them, the directions that a policy is for follow from its rules.
  const hasTypes = "profile" in owner || listOrEmpty(objectOrEmpty(of.resource.spec).types).length > 0;
  return DIRECTIONS.flatMap((direction) => {
    const rules = listOrEmpty(objectOrEmpty(of.resource.spec)[direction]);
    return rules.flatMap((rule, index) => {
      const path = ["spec", direction, index];
      const one = (kind: MutantKind, text: string, change: FieldChange): Mutant => ({
        ...mutant(of, path, kind, `${ownerText(owner)}, ${direction} rule ${index + 1}: ${text}`, [change]),
        ...(hasTypes && { isOfRulesOnly: true }),
      });
      const action = actionOf(rule);
      const flipped = action === "Allow" ? "Deny" : action === "Deny" ? "Allow" : undefined;
      const next = rules[index + 1];
      const isSwapped = next !== undefined && actionOf(next) !== action;
      return [
        ...(flipped
          ? [
              one("action-flipped", `${flipped} instead of ${action}`, {
                op: "set",
                path: [...path, "action"],
                value: flipped,
              }),
            ]
          : []),
        one("rule-dropped", "left out", { op: "remove", path }),
        ...(isSwapped
          ? [
              one("rules-swapped", `after rule ${index + 2}`, {
                op: "move",
                from: [...path.slice(0, -1), index + 1],
                path,
              }),
            ]
          : []),
      ];
    });
  });
}

function actionOf(rule: unknown): unknown {
  return objectOrEmpty(rule).action;
}

function policyMutants({ of, owner }: Mutable): readonly Mutant[] {
  const spec = objectOrEmpty(of.resource.spec);
  const needsForward = spec.preDNAT === true || spec.doNotTrack === true;
  const flags = FLAGS.flatMap((flag): Mutant[] => {
    // Calico refuses the other two without applyOnForward.
    if (spec[flag] !== true || (flag === "applyOnForward" && needsForward)) return [];
    const path = ["spec", flag];
    return [mutant(of, path, "flag-dropped", `${ownerText(owner)}: without ${flag}`, [{ op: "remove", path }])];
  });
  const span = of.locate(["metadata", "name"]);
  const text = `${ownerText(owner)}: left out`;
  return [...flags, { kind: "policy-dropped", text, edits: [{ kind: "delete", of }], ...(span && { span }) }];
}

function mutant(of: Located, path: FieldPath, kind: MutantKind, text: string, changes: readonly FieldChange[]): Mutant {
  const span = of.locate(path);
  return { kind, text, edits: [{ kind: "change", of, changes }], ...(span && { span }) };
}

/** Pairs of policies that follow one another where an endpoint meets them, each once. */
function neighbours(world: World): readonly (readonly [CompiledPolicy, CompiledPolicy])[] {
  const endpoints = [...world.hostEndpoints.values(), ...world.workloadEndpoints.values()].flat();
  const lists = new Set(
    endpoints.flatMap((endpoint) =>
      STAGES.flatMap((stage) => DIRECTIONS.map((direction) => applicable(world, endpoint, stage, direction))),
    ),
  );
  const pairs = new Map<string, readonly [CompiledPolicy, CompiledPolicy]>();
  for (const list of lists) {
    for (const [index, first] of list.entries()) {
      const second = list[index + 1];
      if (second !== undefined) pairs.set(`${displayId(first.ref)} ${displayId(second.ref)}`, [first, second]);
    }
  }
  const place = new Map(world.policies.map((policy, index) => [policy, index]));
  const at = (policy: CompiledPolicy) => place.get(policy) ?? 0;
  return [...pairs.values()].sort(([a, b], [c, d]) => at(a) - at(c) || at(b) - at(d));
}

/** Two policies of a tier with each other's orders; those of the same order have no others to swap. */
function swappedOrders(
  [first, a]: readonly [CompiledPolicy, Mutable],
  [second, b]: readonly [CompiledPolicy, Mutable],
): readonly Mutant[] {
  if (first.tier !== second.tier || first.order === second.order) return [];
  const path = ["spec", "order"];
  const order = (value: number): FieldChange =>
    Number.isFinite(value) ? { op: "set", path, value } : { op: "remove", path };
  const span = a.of.locate(path);
  return [
    {
      kind: "orders-swapped",
      text: `policies ${policyName(first.ref)} and ${policyName(second.ref)}: with their orders swapped`,
      edits: [
        { kind: "change", of: a.of, changes: [order(second.order)] },
        { kind: "change", of: b.of, changes: [order(first.order)] },
      ],
      ...(span && { span }),
    },
  ];
}
