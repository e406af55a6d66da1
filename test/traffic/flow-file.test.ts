import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../src/model/diagnostic.ts";
import { readFlowFile } from "../../src/traffic/flow-file.ts";

const FLOW = "{from: {interface: eth0}, protocol: TCP, srcIP: 10.0.0.2, dstIP: 10.0.0.1, srcPort: 1, dstPort: 80}";

function check(text: string) {
  const { file, diagnostics } = readFlowFile({ name: "flows.yaml", text });
  return {
    file,
    findings: diagnostics.map(({ span, code, message, help }) => {
      const place = `${span?.start.line}:${span?.start.column}`;
      return `${place} ${code} ${message}${help === undefined ? "" : ` (${help})`}`;
    }),
  };
}

test.each([
  ["a file", `node: n1\ninterfaces: {eth0: [10.0.0.1]}\nflows:\n- ${FLOW}\n`, 1],
  ["a bare list", `- ${FLOW}\n- ${FLOW}\n`, 2],
  ["JSON", '{"flows":[{"from":{"process":true},"protocol":6,"srcIP":"10.0.0.1","dstIP":"10.0.0.2"}]}', 1],
  ["a byte order mark and CRLF", `\uFEFFflows:\r\n- ${FLOW}\r\n`, 1],
  [
    "an expectation of more than the verdict",
    `- {...: 0}`.replace(
      "{...: 0}",
      FLOW.replace("}, protocol", "}, expect: {verdict: deny, policy: p, rule: 1}, protocol"),
    ),
    1,
  ],
])("%s is read", (_, text, flows) => {
  const { file, findings } = check(text);
  expect(findings).toEqual([]);
  expect(file?.flows).toHaveLength(flows);
});

test("a file of assertions alone is one without flows", () => {
  const text = "forbid:\n- {from: 0.0.0.0/0, except: [10.0.0.0/8], to: all(), ports: [tcp/22, 80], protocol: TCP}\n";
  const { file, findings } = check(text);
  expect(findings).toEqual([]);
  expect(file).toMatchObject({ flows: [], forbid: [{ except: ["10.0.0.0/8"], ports: ["tcp/22", 80] }] });
});

/** A text with one mistake or more, and every finding: its place, code, message and help. */
const REFUSED: readonly (readonly [text: string, ...findings: string[]])[] = [
  ["flows: []\nnods: n1\n", "2:1 field.unknown unknown field `nods` (did you mean `node`?)"],
  ["node: n1\n", "1:1 field.required `flows` is missing"],
  ["node: n1\nforbid: []\n", "1:1 flow.none there are no flows (an expectation that is not there cannot fail)"],
  ["permit:\n- {too: all()}\n", "2:4 field.unknown unknown field `too` (did you mean `to`?)"],
  ["permit:\n- all()\n", "2:3 field.type item 1 of `permit` must be an object (fields with values) (it has `from`, `to` and `ports`)"], // biome-ignore format: a row
  ["permit: {to: all()}\n", "1:1 field.type `permit` must be a list, not an object"],
  ["flows: []\nforbid:\n- {direction: inn}\n", "3:15 field.enum `inn` is not one of `in`, `out` (did you mean `in`?)"],
  [
    "forbid:\n- {to: [7], ports: 70000}\n",
    "2:9 field.type item 1 of `to` must be text, not `7`",
    "2:20 field.range `ports` must be at most 65535, not 70000",
  ],
  ["node: n1\nflow: []\n", "2:1 field.unknown unknown field `flow` (did you mean `flows`?)"],
  ["node: 7\nflows: []\n", "1:7 field.type `node` must be text, not `7`"],
  ['node: ""\nflows: []\n', "1:1 field.required `node` is missing or empty"],
  ["- {from: {interface: eth0}, protocol: TCP, srcIP: 1.1.1.1}\n", "1:4 field.required `dstIP` is missing"],
  [`- ${FLOW.replace("dstIP", "dstIp")}\n`, "1:61 field.unknown unknown field `dstIp` (did you mean `dstIP`?)"],
  [
    `- ${FLOW.replace("80}", '"80"}')}\n`,
    "1:99 field.type `dstPort` must be a whole number, not `80` (remove the quotes)",
  ],
  [`- ${FLOW.replace("80}", "65536}")}\n`, "1:99 field.range `dstPort` must be at most 65535, not 65536"],
  [`- ${FLOW.replace("TCP", "[TCP]")}\n`, "1:29 field.type `protocol` must be text or a whole number, not a list"],
  [
    `- ${FLOW.replace("TCP", "TCP, conntrack: establised")}\n`,
    "1:55 field.enum `establised` is not one of `new`, `established`, `invalid` (did you mean `established`?)",
  ],
  [
    `- ${FLOW.replace("interface: eth0", "")}\n`,
    "1:4 field.value `from` names nothing (write {interface: NAME}, {process: true} or {workload: NAME})",
  ],
  [
    `- ${FLOW.replace("eth0", "eth0, process: true")}\n`,
    "1:4 field.value `from` names more than one thing (write {interface: NAME}, {process: true} or {workload: NAME})",
  ],
  [
    `- ${FLOW.replace("interface: eth0", "proces: true")}\n`,
    "1:11 field.unknown unknown field `proces` (did you mean `process`?)",
  ],
  [
    `- ${FLOW.replace("interface: eth0", "process: false")}\n`,
    "1:20 field.value `process` can only be `true` (or leave it out)",
  ],
  [
    `- ${FLOW.replace("{interface: eth0}", "eth0")}\n`,
    "1:10 field.type `from` must be an object (fields with values), not `eth0`",
  ],
  [
    `- ${FLOW.replace("80}", "80, expect: alow}")}\n`,
    "1:111 field.value `expect` must be `allow` or `deny`, not `alow` (did you mean `allow`?)",
  ],
  [
    `- ${FLOW.replace("80}", "80, expect: [allow]}")}\n`,
    "1:103 field.value `expect` must be `allow` or `deny`, not a list (write more as {verdict: allow, policy: NAME, rule: NUMBER})",
  ],
  [`- ${FLOW.replace("80}", "80, expect: {policy: p}}")}\n`, "1:103 field.required `verdict` is missing"],
  [
    `- ${FLOW.replace("80}", "80, expect: {verdict: drop, rule: 0, polcy: p}}")}\n`,
    "1:121 field.enum `drop` is not one of `allow`, `deny`",
    "1:133 field.range `rule` must be at least 1, not 0",
    "1:136 field.unknown unknown field `polcy` (did you mean `policy`?)",
  ],
  [
    `- ${FLOW.replace("80}", "80, dst: 10.0.0.1}")}\n`,
    "1:103 field.unknown unknown field `dst` (flow files have `dst`, but not here)",
  ],
  [
    "- 1\n",
    "1:3 field.type item 1 of `flows` must be an object (fields with values) (a flow has `from`, `protocol`, `srcIP` and `dstIP`)",
  ],
  [
    `routes: [1]\nflows: [${FLOW}]\n`,
    "1:10 field.type item 1 of `routes` must be an object (fields with values), not `1`",
  ],
  [`flows: {a: ${FLOW}}\n`, "1:1 field.type `flows` must be a list, not an object"],
  [
    "just text",
    "1:1 document.type this is not a flow file (a flow file has `flows`, a list of packets; or it is such a list)",
  ],
  [
    "flows: []\n---\nflows: []\n",
    "3:1 document.second a flow file is one document, and a second one begins here (put its flows into a file of their own)",
  ],
];

test.each(REFUSED)("%j is refused", (text, ...expected) => {
  const { file, findings } = check(text);
  expect(file).toBeUndefined();
  expect(findings).toEqual(expected);
});

test.each(["", "flows: [", "- &a *a", "%YAML 1.2\n---\n[]", "flows:\n\t- x", "a: \u0000"])(
  "%j is refused with an error",
  (text) => {
    const { file, findings } = check(text);
    expect(file).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  },
);

test("findings are in the order of the text", () => {
  const text = `- ${FLOW.replace("TCP", "[]")}\n- {a: b: c}\n`;
  const lines = (broken: string) => check(broken).findings.map((line) => line.split(" ")[0]);
  expect(
    lines(text.replace("- {a: b: c}\n", `- ${FLOW.replace("dstIP", "x")}\nflow: 1\n`).replace("flow: 1\n", "")),
  ).toEqual(["1:29", "2:4", "2:61"]);
  const file = `x: 1\nnode: n\nflows:\n- ${FLOW.replace("TCP", "[]")}\ny: 2\nroutes: [3]\nnode: m\n`;
  expect(lines(file)).toEqual(["1:1", "4:29", "5:1", "6:10", "7:1"]);
});

describe("a file with more errors than are reported", () => {
  const many = (count: number, piece: string): string => piece.repeat(count);
  test.each([
    ["short", many(150, "- {}\n"), "this file has more errors; the first 100 findings are reported"],
    ["long", many(30_000, "- {a: 1}\n"), "the first 100 findings are reported, and only its beginning was read"],
    ["long JSON", `[${many(30_000, '{"a":1},')}0]`, "and only its beginning was read"],
    ["long, on one line", `{protocol: a, flows: [${many(50_000, "1,")}]}`, "and only its beginning was read"],
    [
      "long, of unknown fields",
      `protocol: 1\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join("")}`,
      "and only its",
    ],
    [
      "wrong only at its end",
      `${many(2000, `- ${FLOW}\n`)}${many(200, "- {}\n")}`,
      "the first 100 findings are reported",
    ],
  ])("%s", (_, text, message) => {
    const { file, findings } = check(text);
    expect(file).toBeUndefined();
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toContain("document.findings");
    expect(findings.at(-1)).toContain(message);
    expect(findings.filter((line) => line.includes("`flows` is missing"))).toEqual([]);
  });

  test("a long file in YAML that takes too long to read is refused, one as long that does not is read", () => {
    const odd = many(16_000, `- !!map ${FLOW}\n`);
    expect(check(odd).findings.map((line) => line.slice(0, 79))).toEqual([
      "1:1 document.too-dense this document is too large for YAML with anchors, tags, ",
    ]);
    expect(check(odd.replaceAll("!!map ", "")).file?.flows).toHaveLength(16_000);
    expect(check(odd.slice(0, FLOW.length * 100).replace(/\n[^\n]*$/, "\n")).findings).toEqual([]);
  });

  test("a long file that is in order is not taken for one, nor one whose flows stand at its end", () => {
    const flows = many(2000, `- ${FLOW}\n`);
    const interfaces = Array.from({ length: 8000 }, (_, i) => `  e${i}: [10.0.0.1]\n`).join("");
    for (const text of [
      flows,
      `interfaces:\n${interfaces}flows:\n${flows}`,
      `{"flows":[${many(999, `${JSON.stringify({ from: { process: true }, protocol: 6, srcIP: "::1", dstIP: "::1" })},`)}{}]}`,
    ]) {
      const { findings } = check(text);
      expect(text.length).toBeGreaterThan(64 * 1024);
      expect(findings.filter((line) => !line.includes("is missing"))).toEqual([]);
    }
  });
});

test("a field of a flow is found in its file and in a bare list", () => {
  for (const [text, line] of [
    [`node: n\nflows:\n- ${FLOW}\n`, 3],
    [`- ${FLOW}\n`, 1],
  ] as const) {
    expect(readFlowFile({ name: "f", text }).locate(0, ["dstIP"]).start.line).toBe(line);
  }
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(`- ${FLOW}`)), fc.nat(), (text, at) => {
      const cut = text.slice(0, at % (text.length + 1)) + text.slice((at * 7) % (text.length + 1));
      for (const input of [text, cut]) {
        const { file, diagnostics } = readFlowFile({ name: "f", text: input });
        expect(file === undefined).toBe(hasErrors(diagnostics));
      }
    }),
    { numRuns: 1000, seed: 1 },
  );
});

describe("facts of every form", () => {
  test.each([
    "routes: [{dst: 10.0.0.0/8, interfaces: [eth0]}, {dst: 0.0.0.0/0, type: blackhole, interfaces: [], metric: 5, table: main}]",
    "dnat: [{protocol: all, dst: LOCAL, port: 1, portTo: 9, srcIP: 10.0.0.0/8, interface: cali+, toIP: INTERFACE, except: [{srcIP: 10.1.0.0/16, except: [{port: 3}]}]}]",
    "dnat: [{protocol: TCP, dst: 10.0.0.1, toIP: 1.1.1.1, toPort: 1, alternatives: [{toIP: 1.1.1.1, toPort: 1}, {toIP: 1.1.1.2}]}]",
    "dnat: [{protocol: TCP, dst: 10.0.0.1, ipVersion: 4, toIP: UNKNOWN, uncertain: it hangs on a mark}]",
  ])("%s", (line) => expect(check(`${line}\nflows: [${FLOW}]\n`).findings).toEqual([]));

  test.each([
    ["routes: [{dst: 10.0.0.0/8}]", "`interfaces` is missing"],
    ["routes: [{dst: 10.0.0.0/8, interfaces: [], kind: x}]", "unknown field `kind`"],
    ["routes: [{dst: 10.0.0.0/8, interfaces: [], type: nat}]", "`nat` is not one of `unicast`"],
    ["dnat: [{protocol: TCP, dst: a, toIP: b, expect: []}]", "unknown field `expect`"],
    ["dnat: [{protocol: TCP, dst: a, toIP: b, except: [{prot: 1}]}]", "unknown field `prot`"],
  ])("%s is refused", (line, message) =>
    expect(check(`${line}\nflows: [${FLOW}]\n`).findings.join()).toContain(message),
  );
});
