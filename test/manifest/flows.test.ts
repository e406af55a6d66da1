import fc from "fast-check";
import { expect, test } from "vitest";
import { readFlows } from "../../src/manifest/flows.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";

const FLOW = "{from: {interface: eth0}, protocol: TCP, srcIP: 10.0.0.2, dstIP: 10.0.0.1, srcPort: 1, dstPort: 80}";

function check(text: string) {
  const { file, diagnostics } = readFlows({ name: "flows.yaml", text });
  return {
    file,
    found: diagnostics.map(({ span, code, message, help }) => {
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
  const { file, found } = check(text);
  expect(found).toEqual([]);
  expect(file?.flows).toHaveLength(flows);
});

test.each([
  ["flows: []\nnods: n1\n", ["2:1 field.unknown unknown field `nods` (did you mean `node`?)"]],
  ["node: n1\n", ["1:1 field.required `flows` is missing"]],
  [`- {from: {interface: eth0}, protocol: TCP, srcIP: 1.1.1.1}\n`, ["1:4 field.required `dstIP` is missing"]],
  [
    `- {from: {interface: eth0}, protocol: TCP, srcIP: 1.1.1.1, dstIP: 1.1.1.2, dstPort: "80"}\n`,
    ["1:85 field.type `dstPort` must be integer"],
  ],
  [
    `- {from: {}, protocol: TCP, srcIP: 1.1.1.1, dstIP: 1.1.1.2}\n`,
    ["1:4 field.value `from` must NOT have fewer than 1 properties"],
  ],
  [
    `- {from: {proces: true}, protocol: TCP, srcIP: 1.1.1.1, dstIP: 1.1.1.2}\n`,
    ["1:11 field.unknown unknown field `proces` (did you mean `process`?)"],
  ],
  [
    `- ${FLOW.replace("TCP,", "TCP, conntrack: old,")}\n`,
    ["1:55 field.value `conntrack` must be one of new, established, invalid"],
  ],
  ["just text", ["1:1 field.type a flow file must be object"]],
  ["", []],
  ["flows: [", ["1:9"]],
])("%j is refused", (text, expected) => {
  const { file, found } = check(text);
  expect(file).toBeUndefined();
  expect(found.map((line, i) => line.slice(0, expected[i]?.length ?? undefined))).toEqual(
    expected.length > 0 ? expected : found,
  );
  expect(found.length).toBeGreaterThan(0);
});

test("a field of a flow is found in its file and in a bare list", () => {
  for (const [text, line] of [
    [`node: n\nflows:\n- ${FLOW}\n`, 3],
    [`- ${FLOW}\n`, 1],
  ] as const) {
    expect(readFlows({ name: "f", text }).locate(0, ["dstIP"]).start.line).toBe(line);
  }
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(`- ${FLOW}`)), fc.nat(), (text, at) => {
      const cut = text.slice(0, at % (text.length + 1)) + text.slice((at * 7) % (text.length + 1));
      for (const input of [text, cut]) {
        const { file, diagnostics } = readFlows({ name: "f", text: input });
        expect(file === undefined).toBe(hasErrors(diagnostics));
      }
    }),
    { numRuns: 1000 },
  );
});
