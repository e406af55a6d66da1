import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFlows } from "../../src/manifest/flows.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import type { DnatMatch, DnatRule, DnatTarget, Flow, FlowFile, Route } from "../../src/model/flow.ts";

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

describe("the schema has the fields of the model, no more and no fewer", () => {
  type Fields<T> = Readonly<Record<keyof T, true | "required">>;
  const match = {
    ipVersion: true,
    dst: true,
    port: true,
    portTo: true,
    srcIP: true,
    interface: true,
    except: true,
  } as const;
  const MODEL = {
    "": {
      ...{ node: true, interfaces: true, dnat: true, routes: true },
      flows: "required",
    } satisfies Fields<FlowFile>,
    flow: {
      ...{ from: "required", protocol: "required", srcIP: "required", dstIP: "required" },
      ...{ name: true, to: true, srcPort: true, dstPort: true, icmpType: true, icmpCode: true, tcpFlags: true },
      ...{ conntrack: true, expect: true },
    } satisfies Fields<Flow>,
    dnatMatch: { ...match, protocol: true } satisfies Fields<DnatMatch>,
    dnatTarget: { toIP: "required", toPort: true } satisfies Fields<DnatTarget>,
    dnat: {
      ...{ ...match, protocol: "required", dst: "required", toIP: "required" },
      ...{ toPort: true, alternatives: true, uncertain: true },
    } satisfies Fields<DnatRule>,
    route: {
      ...{ dst: "required", interfaces: "required" },
      ...{ type: true, metric: true, table: true },
    } satisfies Fields<Route>,
  };
  /** What recordings say besides, which the evaluator does not ask. */
  const RECORDED: Readonly<Record<string, readonly string[]>> = {
    "": ["name", "about", "calico"],
    flow: ["verdict", "return", "dropStage", "returnDropStage", "note", "felixBug"],
  };
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../schemas/simulate/flows.schema.json"), "utf8"),
  );

  test.each(Object.entries(MODEL))("%j", (name, fields) => {
    const { properties, required = [] } = name === "" ? schema : schema.$defs[name];
    const asked = Object.keys(properties).filter((field) => !RECORDED[name]?.includes(field));
    expect(asked.sort()).toEqual(Object.keys(fields).sort());
    const wanted = Object.entries(fields).filter(([, how]) => how === "required");
    expect([...required].sort()).toEqual(wanted.map(([field]) => field).sort());
  });

  test.each([
    "routes: [{dst: 10.0.0.0/8, interfaces: [eth0]}, {dst: 0.0.0.0/0, type: blackhole, interfaces: [], metric: 5, table: main}]",
    "dnat: [{protocol: all, dst: LOCAL, port: 1, portTo: 9, srcIP: 10.0.0.0/8, interface: cali+, toIP: INTERFACE, except: [{srcIP: 10.1.0.0/16, except: [{port: 3}]}]}]",
    "dnat: [{protocol: TCP, dst: 10.0.0.1, toIP: 1.1.1.1, toPort: 1, alternatives: [{toIP: 1.1.1.1, toPort: 1}, {toIP: 1.1.1.2}]}]",
    "dnat: [{protocol: TCP, dst: 10.0.0.1, ipVersion: 4, toIP: UNKNOWN, uncertain: it hangs on a mark}]",
  ])("%s", (line) => expect(check(`${line}\nflows: [${FLOW}]\n`).found).toEqual([]));

  test.each([
    ["routes: [{dst: 10.0.0.0/8}]", "`interfaces` is missing"],
    ["routes: [{dst: 10.0.0.0/8, interfaces: [], kind: x}]", "unknown field `kind`"],
    ["routes: [{dst: 10.0.0.0/8, interfaces: [], type: nat}]", "`type` must be one of unicast"],
    ["dnat: [{protocol: TCP, dst: a, toIP: b, expect: []}]", "unknown field `expect`"],
    ["dnat: [{protocol: TCP, dst: a, toIP: b, except: [{prot: 1}]}]", "unknown field `prot`"],
  ])("%s is refused", (line, message) => expect(check(`${line}\nflows: [${FLOW}]\n`).found.join()).toContain(message));
});
