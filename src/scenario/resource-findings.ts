import { lint } from "../analysis/lint/lint.ts";
import type { Scenario } from "./scenario.ts";

/** Larger sets of policies are linted by `lint` alone: a description must not wait for proofs about all of them. */
export const MOST_LINTED = 300;

/** Whether what `lint` warns of is among the findings of resources. */
export function isLinted({ world }: Pick<Scenario, "world">): boolean {
  return world.policies.length <= MOST_LINTED;
}

/** What was warned of where resources were read, and what `lint` finds, by the resource that it is about. */
export function findingsOfResources({
  world,
  isWhole,
  diagnostics,
}: Pick<Scenario, "world" | "isWhole" | "diagnostics">): ReadonlyMap<string, readonly string[]> {
  const linted = isLinted({ world }) ? lint({ world, isWhole, perEndpoint: false }) : [];
  const findings = new Map<string, string[]>();
  for (const { resource, severity, message } of [...diagnostics, ...linted]) {
    if (resource === undefined || severity !== "warning") continue;
    findings.set(resource, [...(findings.get(resource) ?? []), message]);
  }
  return findings;
}
