import { describe, expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { FieldPath } from "../../src/model/resource.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { world } from "../../src/policy/world/world.ts";
import { allow, deny, FACTS, gnp, hep, IN_TO_PROCESS, run, tcpTo, unlocated } from "./support.ts";

describe("the outcome", () => {
  const nets = ["10.0.0.0/8", "172.16.0.0/12"];
  const misrendered = gnp("m", {
    ingress: [
      allow({
        protocol: "TCP",
        source: { nets },
        destination: { ports: ["x", 80], nets: ["1.1.1.1/32", "2.2.2.2/32"] },
      }),
    ],
  });
  test("warns of a rule that is not enforced as written, with the verdict as meant", () => {
    const outcome = run([hep("a"), misrendered], IN_TO_PROCESS);
    expect(outcome.verdict).toBe("allow");
    expect(outcome.diagnostics).toEqual([expect.objectContaining({ severity: "warning", code: "felix.match-block" })]);
    expect(outcome.diagnostics[0]?.message).toContain("the verdict as meant is deny");
  });
  test("names the kernel's table that drops", () => {
    const kind = (more: object) =>
      run([hep("a"), gnp("p", { applyOnForward: true, ingress: [deny()], ...more })], IN_TO_PROCESS).dropStage;
    expect([kind({ doNotTrack: true }), kind({ preDNAT: true }), kind({})]).toEqual(["raw", "mangle", "filter"]);
  });
  test("has a rule's number from 1 and its place", () => {
    const outcome = run([hep("a"), gnp("p", { ingress: [deny(tcpTo(81)), allow(tcpTo(80))] })], IN_TO_PROCESS);
    expect(outcome.decidedBy).toMatchObject({
      kind: "rule",
      rule: 2,
      action: "Allow",
      policy: { name: "p" },
      direction: "ingress",
    });
  });
  test("a rule's place is the one its file gives", () => {
    const policy = gnp("p", { ingress: [deny(tcpTo(81)), deny()] });
    const span = (line: number) => ({ source: "p.yaml", start: { line, column: 1 }, end: { line, column: 2 } });
    const located = {
      resource: policy,
      source: "p.yaml",
      locate: (path: FieldPath) => span(10 + Number(path[2] ?? 0)),
    };
    const { world: built } = world([located, unlocated(hep("a"))], { calico: DEFAULT_CALICO });
    const outcome = simulate(built, FACTS, IN_TO_PROCESS);
    expect(outcome.decidedBy).toMatchObject({ rule: 2, span: span(11) });
    expect(outcome.steps).toContainEqual(expect.objectContaining({ kind: "rule-missed", rule: 1, span: span(10) }));
  });
  test("a flow that cannot be evaluated says why and decides nothing", () => {
    const outcome = run([], { ...IN_TO_PROCESS, srcIP: "x" });
    expect(outcome.decidedBy).toEqual({ kind: "not-evaluated" });
    expect(outcome.diagnostics).toEqual([
      expect.objectContaining({ code: "flow.address", path: "srcIP", severity: "error" }),
    ]);
  });
  test("stages after the decision are listed as not reached", () => {
    const { steps } = run(
      [hep("a"), gnp("p", { preDNAT: true, applyOnForward: true, ingress: [deny()] })],
      IN_TO_PROCESS,
    );
    expect(steps.at(-1)).toEqual({ kind: "not-reached", stage: "normal", direction: "ingress" });
  });
  test("a flow without replies has no return", () => {
    expect(run([], { ...IN_TO_PROCESS, tcpFlags: "RST" }).return).toBeUndefined();
    expect(run([hep("a")], IN_TO_PROCESS).return).toBeUndefined();
  });
});
