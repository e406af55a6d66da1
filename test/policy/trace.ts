import { describe, expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../src/model/flow.ts";
import type { CalicoVersion } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { DecidedBy, DropStage, PolicyRef, Step, Verdict } from "../../src/policy/outcome.ts";
import { run } from "./support.ts";

type Owned = { readonly policy: PolicyRef } | { readonly profile: string };

function owner(owned: Owned): string {
  if ("profile" in owned) return `profile ${owned.profile}`;
  return owned.policy.namespace === undefined ? owned.policy.name : `${owned.policy.namespace}/${owned.policy.name}`;
}

/** Where something happened, in short: `normal ingress a@eth0`. */
function place(at: { readonly stage: string; readonly direction: string; readonly endpoint: object }): string {
  const { name, interface: governed } = at.endpoint as { readonly name: string; readonly interface: string };
  return `${at.stage} ${at.direction} ${name.replace(/^node1-k8s-(.*)-eth0$/, "$1")}@${governed}`;
}

/** One step in short; every word of it is a field of the step. */
function stepText(step: Step): string {
  switch (step.kind) {
    case "stage":
      return `${place(step)}: ${step.policies}`;
    case "policy-skipped": {
      const { needs = "" } = step.why as { readonly needs?: string };
      return `  not ${owner(step)}: ${step.why.reason} ${needs}`.trimEnd();
    }
    case "rule-missed":
      return `  ${owner(step)} ${step.rule} ${step.action}: no ${step.miss.criterion}`;
    case "rule-matched":
      return `  ${owner(step)} ${step.rule} ${step.action}!${step.ignored ? ` ignoring ${step.ignored.criterion}` : ""}`;
    case "no-rules":
      return `  ${owner(step)}: no rules`;
    case "failsafe": {
      const reply = step.reply ? " as a reply" : "";
      return `  failsafe ${step.protocol} ${step.port ?? "-"}${step.hit ? `!${reply}` : ""}`;
    }
    case "profile-missing":
      return `  no profile ${step.profile}`;
    case "profile-no-match":
      return `  profile ${step.profile}: none of ${step.rules}`;
    case "default":
      return `  default ${step.verdict}: ${step.reason}`;
    case "tier-passes":
      return `  tier ${step.tier} passes`;
    case "next-tier":
      return `  tier ${step.tier}, then ${step.next}`;
    case "conntrack":
      return `  ${step.state}: ${step.verdict} at ${place(step)}`;
    case "accepted-earlier":
      return `${place(step)}: accepted by ${step.by}`;
    case "encapsulation":
      return `  ${step.protocol} at ${place(step)}`;
    case "dnat":
      return `dnat ${step.from} to ${step.to}${step.applied ? "" : ", not applied"}${step.by === undefined ? "" : ` by ${step.by}`}`;
    case "unpoliced":
      return `${step.stage} ${step.direction} ${step.interface}: ${step.reason}`;
    case "unknown-workload-interface":
      return `unknown ${step.interface} ${step.direction}`;
    case "endpoint-to-host":
      return `to host: ${step.action}`;
    case "neighbour-discovery":
      return `discovery ${step.icmpType}`;
    case "tunnel":
      return `tunnel ${step.protocol} ${step.direction}: ${step.action}`;
    case "tunnel-untracked":
      return `untracked ${step.protocol}`;
    case "spoofed-source":
      return `spoofed ${step.source} at ${step.interface}`;
    case "service-loop":
      return `service loop ${step.net}`;
    case "source-nat":
      return `source nat ${step.from} to ${step.to}: ${step.why}`;
    case "proxy-refused":
      return `kube-proxy ${step.action}: ${step.by}`;
    case "not-reached":
      return `not reached: ${step.stage} ${step.direction}`;
  }
}

/** What decided, in short. */
function decidedText(by: DecidedBy): string {
  switch (by.kind) {
    case "rule":
      return `${owner(by)} ${by.rule} ${by.action} at ${place(by)}`;
    case "failsafe":
      return `failsafe ${by.protocol} ${by.port} at ${place(by)}`;
    case "default":
      return `default ${by.reason} at ${place(by)}`;
    case "missing-profile":
      return `missing profile ${by.profile} at ${place(by)}`;
    case "conntrack":
      return `${by.state} at ${place(by)}`;
    case "encapsulation":
      return `${by.protocol} at ${place(by)}`;
    case "unpoliced":
      return `${by.reason} at ${by.interface}`;
    case "unknown-workload-interface":
      return `unknown ${by.interface} ${by.direction}`;
    case "endpoint-to-host":
      return `to host: ${by.action}`;
    case "neighbour-discovery":
      return `discovery ${by.icmpType}`;
    case "tunnel":
      return `tunnel ${by.protocol} ${by.direction}: ${by.action}`;
    case "spoofed-source":
      return `spoofed ${by.source} at ${by.interface}`;
    case "service-loop":
      return `service loop ${by.net}`;
    case "proxy-refused":
      return `kube-proxy ${by.action}: ${by.by}`;
    case "not-evaluated":
      return "not evaluated";
  }
}

/** How tests ask for a trace: facts and version as `run` takes them. */
interface TraceOptions {
  readonly facts?: NodeFacts;
  readonly version?: CalicoVersion;
}

/** A row of a table of traces: what happens, with what, and the whole way. */
export type TraceCase = readonly [
  what: string,
  resources: readonly Resource[],
  flow: Flow,
  way: string,
  options?: TraceOptions,
];

/** The lines of a way as a table writes it, without the indentation they share. */
function wayLines(way: string): string[] {
  const lines = way.split("\n").filter((line) => line.trim() !== "");
  const indentation = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indentation));
}

/** Declares a test for each row of a table of traces. */
export function traceTests(title: string, cases: readonly TraceCase[]): void {
  describe(title, () => {
    test.each(cases.map((each) => [...each] as const))("%s", (_what, resources, flow, way, options) => {
      expect(wholeTrace(resources, flow, options)).toEqual(wayLines(way));
    });
  });
}

/**
 * The way there, line by line, ending in the verdict with the table that drops and what decided; after a line `back`
 * that of the reply, where there is one.
 */
function wholeTrace(resources: readonly Resource[], flow: Flow, options: TraceOptions = {}): string[] {
  const outcome = run(resources, flow, options);
  const { steps, verdict, dropStage, decidedBy } = outcome;
  const lines = [...steps.map(stepText), endText(verdict, dropStage, decidedBy)];
  if (outcome.return === undefined || outcome.returnDecidedBy === undefined) return lines;
  const end = endText(outcome.return, outcome.returnDropStage, outcome.returnDecidedBy);
  return [...lines, "back", ...(outcome.returnSteps ?? []).map(stepText), end];
}

function endText(verdict: Verdict, drop: DropStage | undefined, by: DecidedBy): string {
  return `${verdict}${drop ? ` in ${drop}` : ""}: ${decidedText(by)}`;
}
