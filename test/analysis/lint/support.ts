import { describe, expect, test } from "vitest";
import { lint } from "../../../src/analysis/lint/lint.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { worldOf } from "../../policy/support.ts";

/** The findings on resources, each as `severity code resource path`. */
export function found(
  resources: readonly Resource[],
  {
    isWhole = true,
    perEndpoint = false,
    version,
  }: { readonly isWhole?: boolean; readonly perEndpoint?: boolean; readonly version?: CalicoVersion } = {},
): readonly string[] {
  return lint({ world: worldOf(resources, version), isWhole, perEndpoint }).map(
    ({ severity, code, resource, path }) => `${severity} ${code} ${resource} ${path}`,
  );
}

/** Each finding about a rule that nothing comes to: `severity code rule: takers`. */
function dead(resources: readonly Resource[], version: CalicoVersion, perEndpoint: boolean): readonly string[] {
  const findings = lint({ world: worldOf(resources, version), isWhole: true, perEndpoint });
  return findings.flatMap(({ severity, code, rule, takenBy }) => {
    if (rule === undefined || takenBy === undefined) return [];
    const owner = (of: object) => ("policy" in of ? (of.policy as { name: string }).name : Reflect.get(of, "profile"));
    const takers = takenBy.map((taker) =>
      "failsafe" in taker ? taker.failsafe : `${owner(taker)}/${taker.rule} ${taker.action}`,
    );
    return [`${severity} ${code} ${owner(rule)}/${rule.rule}: ${takers.join(", ")}`.trim()];
  });
}

/** Resources, and the findings about rules that nothing comes to. */
export interface DeadCase {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly dead: readonly string[];
  readonly version?: CalicoVersion;
  readonly perEndpoint?: boolean;
}

/** Compares each case, group by group. */
export function testDeadRules(groups: Readonly<Record<string, readonly DeadCase[]>>): void {
  describe.each(Object.entries(groups))("%s", (_, cases) => {
    test.each(cases)("$name", ({ resources, dead: expected, version = "v3.7", perEndpoint = false }) => {
      expect(dead(resources, version, perEndpoint)).toEqual(expected);
    });
  });
}
