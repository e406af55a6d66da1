import { describe, expect, test } from "vitest";
import { check, flow, flowFile, OFFLINE, POLICIES } from "./flow-files.ts";

/** What a flow to port 81 or 80 expects, and the reason that is printed when it does not come. */
test.each([
  [
    "{ verdict: allow, policy: wbe }",
    80,
    "expected policy wbe to decide, it was web; allow by policy web, ingress rule 1",
  ],
  ["{ verdict: allow, policy: wbe }", 80, "there is no policy wbe; did you mean `web`?"],
  ["{ verdict: allow, policy: web, rule: 2 }", 80, "expected rule 2 to decide, it was rule 1"],
  [
    "{ verdict: allow, policy: web, rule: 2 }",
    80,
    "rule 2 was not reached: policy web, ingress rule 1 matched, and its action is Allow",
  ],
  [
    "{ verdict: deny, policy: web, rule: 2 }",
    81,
    "ingress rule 2 did not match: source 203.0.113.9 is outside 192.0.2.0/24",
  ],
  ["{ verdict: deny, policy: web }", 81, "policy web, ingress rule 2 did not match: source 203.0.113.9 is outside"],
  ["{ verdict: allow, policy: db }", 80, "policy db does not apply: its selector needs role == 'db'"],
  ["{ verdict: allow, policy: web, rule: 3 }", 80, "policy web has no rule 3"],
  ["deny", 80, "expected deny, got allow by policy web, ingress rule 1"],
  ["{ verdict: deny, policy: web, rule: 1 }", 80, "policy web, ingress rule 1 matched, and its action is Allow"],
  ["{ verdict: allow, via: db }", 80, "expected policy db to allow it on its way, and it did not"],
  ["{ verdict: allow, via: db }", 80, "policy db does not apply: its selector needs role == 'db'"],
  ["{ verdict: allow, policy: web, via: [web, wbe] }", 80, "there is no policy wbe; did you mean `web`?"],
  ["{ verdict: deny, via: web }", 81, "policy web, ingress rule 1 did not match: destination port 81 is not 80"],
])("the first difference from %s to port %d: %s", async (expected, port, text) => {
  const ran = await check({ "a.yaml": flowFile(flow(port, `, expect: ${expected}`)) }, `@/a.yaml ${OFFLINE}`);
  expect(ran.stdout).toContain(text);
  expect(ran.code).toBe(3);
});

/** The flow reaches 1 of 2 rules that can be reached, and neither of 2 default denies. */
const ONE = { "a.yaml": flowFile(flow(80, ", expect: allow")) };

describe("coverage", () => {
  test.each([
    ["--coverage", 0, true],
    ["--coverage-threshold 25", 0, true],
    ["--coverage-threshold 25.1", 3, true],
    ["", 0, false],
  ])("%s ends with %d", async (flag, code, isReported) => {
    const ran = await check(ONE, `@/a.yaml ${OFFLINE} ${flag}`);
    expect(ran.code).toBe(code);
    expect(ran.stdout.includes("coverage: 25 % (1 of 4): 1 of 2 rules, 0 of 2 default denies")).toBe(isReported);
    expect(ran.stderr).toBe(code === 3 ? "coverage 25 % is below the threshold of 25.1 %\n" : "");
  });

  test("what was not reached, with its place", async () => {
    const { stdout } = await check(ONE, `@/a.yaml ${OFFLINE} --coverage`);
    const lines = stdout.slice(stdout.indexOf("not reached")).split("\n");
    expect(lines.slice(1, 6).map((line) => line.trim())).toEqual([
      "@/policies/p.yaml:14  policy web, ingress rule 2 (Deny)",
      "@/policies/p.yaml:3   host endpoint h, normal ingress: default deny",
      "@/policies/p.yaml:3   host endpoint h, normal egress: default deny",
      "1 rule can never be reached (proved), and does not count:",
      "@/policies/p.yaml:21  policy db, ingress rule 1 (Allow): no endpoint of a node is policed by it",
    ]);
  });

  test.each([
    ["--coverage-threshold 0", 0],
    ["--coverage-threshold 1", 3],
  ])("of nothing, since no endpoint was given, is not enough: %s", async (flag, code) => {
    const policies = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec: { selector: all(), ingress: [{ action: Allow }] }
`;
    const ran = await check({ ...ONE, "only.yaml": policies }, `@/a.yaml -f @/only.yaml --offline ${flag}`);
    expect(ran.code).toBe(code);
    expect(ran.stderr.includes("nothing is covered: no packet reaches a rule or default deny")).toBe(code === 3);
  });

  /** What a flow file states of a node on which, by what was saved, the endpoint polices nothing; and what counts. */
  test.each([
    ["", 0, 5],
    ["interfaces: { eth0: [10.0.0.1] }\n", 4, 1],
  ])("what the facts of a flow file make reachable counts: %j", async (facts, total, unreachable) => {
    const addresses = [{ ifname: "eth0", addr_info: [{ family: "inet", local: "10.0.0.2", prefixlen: 24 }] }];
    const files = {
      "a.yaml": `${facts}${ONE["a.yaml"]}`,
      "policies/p.yaml": POLICIES.replace("interfaceName: eth0, ", ""),
      "addr.json": JSON.stringify(addresses),
    };
    const { stdout } = await check(files, `@/a.yaml ${OFFLINE} --addresses n1=@/addr.json --coverage -o json`);
    const { coverage } = JSON.parse(stdout);
    expect(coverage.total).toBe(total);
    expect(coverage.unreachable).toHaveLength(unreachable);
  });
});
