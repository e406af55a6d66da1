import type { Diagnostic } from "../../model/diagnostic.ts";
import type { DnatRule, Flow } from "../../model/flow.ts";
import type { FieldPath, Located } from "../../model/resource.ts";
import { wordList } from "../../model/word-list.ts";
import { endpointName, ownerText } from "../../policy/names.ts";
import type { Action, Direction } from "../../policy/outcome.ts";
import type { OwnerName } from "../../policy/path/reasons.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import { atField } from "../../policy/world/spec-fields.ts";
import type { Budget } from "../sets/budget.ts";

/** A rule by its owner and its number in that direction's list, from 1. */
export type RuleName = OwnerName & { readonly direction: Direction; readonly rule: number };

/** A finding of `lint`: a diagnostic, with what it is about as data where that is more than its place. */
export interface LintFinding extends Diagnostic {
  readonly rule?: RuleName;
  /** What takes the packets of that rule before they come to it; none can be left out. */
  readonly takenBy?: readonly ((RuleName & { readonly action: Action }) | { readonly failsafe: string })[];
  /** A packet that shows it, which was replayed. */
  readonly packet?: Flow;
  /** The endpoints that it holds for, by name. */
  readonly endpoints?: readonly string[];
}

/** What every check looks at. */
export interface LintScope {
  readonly world: World;
  /** Whether all resources that there are were read; else what the input lacks may be in a datastore. */
  readonly isWhole: boolean;
  /** Whether rules that nothing comes to at some of their endpoints are also findings. */
  readonly perEndpoint: boolean;
  /** Of all checks together. */
  readonly budget?: Budget;
  /** Destination NATs of nodes with host endpoints, as far as they are known. */
  readonly translations?: readonly DnatRule[];
}

/** The severity of a finding that something is missing, and what its message adds: a note where it may only be missing in the input. */
export interface Certainty {
  readonly severity: "warning" | "info";
  readonly unless: string;
}

/** A finding at a field of a resource. */
export function findingAt(
  located: Located,
  path: FieldPath,
  finding: Omit<LintFinding, "span" | "path" | "resource">,
): LintFinding {
  return { ...finding, ...atField(located, path) };
}

/** Whether what matches labels of endpoints is missing, or may only be missing in the input. */
export function certaintyOf({ world, isWhole }: LintScope, what: "host endpoints" | "endpoints"): Certainty {
  const hasWorkloads = world.workloadEndpoints.size > 0;
  if (isWhole || what === "host endpoints" || hasWorkloads) return { severity: "warning", unless: "" };
  return { severity: "info", unless: ", unless it is for workloads, of which the input has none" };
}

/** All endpoints of a World, host endpoints first. */
export function endpointsOf({ hostEndpoints, workloadEndpoints }: World): readonly CompiledEndpoint[] {
  return [...hostEndpoints.values(), ...workloadEndpoints.values()].flat();
}

/** Names in a sentence, the first three of many: `a and b`, `a, b, c and 5 more`. */
export function someOf(names: readonly string[]): string {
  const MOST = 3;
  return names.length > MOST
    ? `${names.slice(0, MOST).join(", ")} and ${names.length - MOST} more`
    : wordList(names, "and");
}

/** Endpoints in a sentence. */
export function endpointsText(endpoints: readonly CompiledEndpoint[]): string {
  return someOf(endpoints.map(endpointName));
}

/** A rule in a sentence: `policy allow-web, ingress rule 2`. */
export function ruleNameText(name: RuleName): string {
  return `${ownerText(name)}, ${name.direction} rule ${name.rule}`;
}

/** The finding that a question about an endpoint has no answer: `whether` something holds there. */
export function notProvedAt(endpoint: CompiledEndpoint, whether: string, why: string): LintFinding {
  return findingAt(endpoint.located, ["metadata", "name"], {
    severity: "warning",
    code: "lint.not-proved",
    message: `not proved whether ${whether} at ${endpointName(endpoint)}: ${why}`,
    help: "too many ranges overlap; fewer, or larger ones, can be decided",
    endpoints: [endpointName(endpoint)],
  });
}
