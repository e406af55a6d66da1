import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { simulateEveryChoice } from "../../../src/policy/flow/every-choice.ts";
import type { Outcome, Verdict } from "../../../src/policy/outcome.ts";
import type { ProxyRefusal } from "../../../src/policy/translations/translation-steps.ts";
import { world } from "../../../src/policy/world/world.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../../src/report/outcomes/answer.ts";
import type { Recording } from "../../conformance/corpus.ts";
import { readScenarios, unlocated } from "../../conformance/flows.ts";
import { evaluate, fromNet, HOST2, onHost2, TUNNEL1, TUNNEL2 } from "../../policy/end-to-end/cluster.ts";
import { allow, deny } from "../../policy/support.ts";

/** An answer and what it is an example of. */
export type NamedAnswer = readonly [what: string, answer: FlowAnswer | EndToEndAnswer];

const RECORDINGS: readonly Recording[] = [
  "flows-handmade.jsonl",
  "flows-handmade-v3.32.jsonl",
  "flows-extra.jsonl",
  "flows-extra-v3.32.jsonl",
];

/** What an outcome is an example of: what decides packet and reply, and the kinds of its steps. */
function shapes({ decidedBy, returnDecidedBy, steps, hints, return: reply, verdict }: Outcome): readonly string[] {
  const reason = "reason" in decidedBy ? ` ${decidedBy.reason}` : "";
  return [
    `${verdict} ${decidedBy.kind}${reason}`,
    ...(returnDecidedBy ? [`reply ${reply} ${returnDecidedBy.kind}`] : []),
    ...steps.map(({ kind }) => `step ${kind}`),
    ...hints.map(({ code }) => `hint ${code}`),
  ];
}

/** Answers to recorded flows, the first of each shape that there is. */
function recordedAnswers(): readonly NamedAnswer[] {
  const seen = new Set<string>();
  return RECORDINGS.flatMap((recording) =>
    readScenarios(recording).flatMap((scenario) => {
      const calico = calicoVersionRules(scenario.calico);
      if (calico === undefined) throw new Error(`unknown version ${scenario.calico}`);
      const compiled = world(scenario.resources.map(unlocated), { calico }).world;
      return scenario.flows.flatMap((flow, at): NamedAnswer[] => {
        const [{ outcome, flow: complete }] = simulateEveryChoice(compiled, scenario, flow).choices;
        const added = shapes(outcome).filter((shape) => !seen.has(shape));
        if (added.length === 0) return [];
        for (const shape of added) seen.add(shape);
        return [[`${scenario.name}[${at}]: ${added.join(", ")}`, { flow: complete, node: scenario.node, outcome }]];
      });
    }),
  );
}

/** Answers from end to end: one node, two, through a tunnel, dropped on the second, without replies. */
function endToEndAnswers(): readonly NamedAnswer[] {
  const cases = [
    ["two nodes", "web db", [], []],
    ["through a tunnel", "web db", [HOST2], [TUNNEL1, TUNNEL2]],
    ["outer packet dropped", "web db", [HOST2, onHost2(deny(fromNet("10.0.0.1/32")), allow())], [TUNNEL1, TUNNEL2]],
    ["dropped on the second", "node1 node2", [HOST2, onHost2(deny())], []],
    ["from outside", "203.0.113.9 node2", [HOST2, onHost2(allow())], []],
  ] as const;
  return cases.map(([what, ends, resources, facts]): NamedAnswer => {
    const outcome = evaluate(ends, resources, facts);
    if (typeof outcome === "string") throw new Error(`${what}: ${outcome}`);
    const [first] = outcome.hops;
    if (first === undefined) throw new Error(`${what}: no hop`);
    return [what, { flow: first.flow, node: first.node, outcome, isEndToEnd: true }];
  });
}

/** Answers with choices, one that could not be evaluated, and one that does not meet its expectation. */
function otherAnswers(recorded: readonly NamedAnswer[], endToEnd: EndToEndAnswer): readonly NamedAnswer[] {
  const ending = (verdict: Verdict, kind: string) =>
    recorded.find(([, { outcome }]) => outcome.verdict === verdict && outcome.decidedBy.kind === kind)?.[1];
  const [allowed, denied] = [ending("allow", "rule"), ending("deny", "rule")];
  if (allowed === undefined || denied === undefined) throw new Error("no recorded answers");
  const unknown: Outcome = {
    ...{ verdict: "deny", decidedBy: { kind: "not-evaluated" }, steps: [], assumptions: [], hints: [] },
    diagnostics: [
      { severity: "error", code: "flow.route", message: "where the packet goes is unknown", help: "give --out" },
    ],
  };
  const choices = [
    { name: "to pod shop/web-1 (192.168.1.10:80)", ...allowed },
    { name: "to pod shop/web-2 (192.168.1.11:80)", ...allowed },
    { name: "to pod shop/web-3 (192.168.1.12:80)", ...denied },
  ];
  const refused: ProxyRefusal = { kind: "proxy-refused", action: "reject", by: "Service shop/web port http" };
  return [
    ["choices that differ", { ...denied, choices }],
    ["not evaluated", { ...allowed, outcome: unknown }],
    ["refused by kube-proxy", { ...denied, outcome: { ...denied.outcome, decidedBy: refused, steps: [refused] } }],
    [
      "an expectation that is not met",
      { ...allowed, flow: { ...allowed.flow, name: "a name" }, unmet: "expected deny, got allow" },
    ],
    [
      "choices from end to end",
      { ...endToEnd, isOfBackends: true, choices: ["a", "b"].map((name) => ({ ...endToEnd, name })) },
    ],
  ];
}

/** One answer at least of every kind of outcome, step and hint. */
export function everyAnswer(): readonly NamedAnswer[] {
  const [recorded, endToEnd] = [recordedAnswers(), endToEndAnswers()];
  const [[, first]] = endToEnd as readonly [NamedAnswer];
  if (!("isEndToEnd" in first)) throw new Error("not from end to end");
  return [...recorded, ...endToEnd, ...otherAnswers(recorded, first)];
}
