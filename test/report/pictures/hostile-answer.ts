import type { Outcome, Where } from "../../../src/policy/outcome.ts";
import type { FlowAnswer } from "../../../src/report/outcomes/answer.ts";

/** What a name must not do in any document. */
export const HOSTILE = [
  "<script>window.hit=1</script>",
  "<img src=x onerror=window.hit=1>",
  '"><svg onload=window.hit=1>',
  "</title></style></text></svg><iframe src=javascript:window.hit=1>",
  "]]><!--",
  "```\n<b>bold</b>\n```",
  '"]; click a call hit() "tip"\nend',
  "`**markdown**` [link](javascript:hit) #quot;#60;",
  "\u0000\u001b[31m\u202Etxt\u2066\u200B",
  "a".repeat(3000),
  "%%{init: {'securityLevel': 'loose'}}%%",
  "עברית 漢字 🦉",
].join(" ");

/** An answer in which everything that a manifest or a question names is hostile. */
export function hostileAnswer(): FlowAnswer {
  const name = HOSTILE;
  const where: Where = {
    ...{ stage: "pre-DNAT", direction: "ingress" },
    endpoint: { kind: "HostEndpoint", name, node: name, interface: name },
  };
  const policy = { kind: "GlobalNetworkPolicy", name } as const;
  const rule = {
    ...{ ...where, rule: 1, policy },
    span: { source: name, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  } as const;
  const outcome: Outcome = {
    verdict: "deny",
    decidedBy: { kind: "rule", action: "Deny", ...rule },
    steps: [
      { kind: "stage", ...where, policies: 1 },
      { kind: "dnat", from: name, to: name, applied: true, by: name, target: name },
      { kind: "rule-matched", ...rule, action: "Deny", matched: [name] },
      { kind: "not-reached", stage: "forward", direction: "egress" },
    ],
    assumptions: [name],
    hints: [{ code: "hint.log-only", step: 2, message: name, help: name }],
    diagnostics: [{ severity: "warning", code: "world.ignored", message: name, help: name }],
  };
  const flow = {
    ...{ name, from: { interface: name }, to: { workload: name } },
    ...{ protocol: "TCP", srcIP: "10.0.0.1", dstIP: "10.0.0.2", srcPort: 1, dstPort: 2 },
  };
  return { flow, node: name, outcome, unmet: name, choices: [0, 1].map(() => ({ name, flow, node: name, outcome })) };
}
