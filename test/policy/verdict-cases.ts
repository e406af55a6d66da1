import { expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import type { CalicoVersion } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import { BOTH } from "./cast.ts";
import { allow, answer, gnp, run } from "./support.ts";

/** Returns a policy for both directions. */
export const everything = (name: string, rules: object) => gnp(name, { types: BOTH, ...rules });
/** A policy that allows everything in both directions. */
export const ALLOW_ALL = everything("all", { ingress: [allow()], egress: [allow()] });

/** A row: what is special, the resources, the packet, the verdict (and the reply's), and what decides. */
export type VerdictCase = readonly [
  what: string,
  resources: readonly Resource[],
  flow: Flow,
  expected: string,
  decided: string,
];

/** Runs each case; `decided` is text that the deciding thing, as JSON, must hold. */
export function verdictTests(cases: readonly VerdictCase[], version: CalicoVersion = "v3.7"): void {
  test.each(cases.map((each) => [...each] as const))("%s", (_what, resources, flow, expected, decided) => {
    const outcome = run(resources, flow, { version });
    expect(answer(outcome)).toBe(expected);
    expect(JSON.stringify(outcome.decidedBy)).toContain(decided);
  });
}
