import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerLines } from "../../../src/cli/scenario/answer-lines.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { compileNode } from "../../../src/policy/tables/evaluate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { csvReader } from "../../../src/traffic/csv.ts";
import { ndjsonReader } from "../../../src/traffic/ndjson.ts";
import { unlocated } from "../../conformance/flows.ts";

const apiVersion = "projectcalico.org/v3";
const RESOURCES = [
  { apiVersion, kind: "HostEndpoint", metadata: { name: "h0" }, spec: { node: "n1", interfaceName: "eth0" } },
  {
    apiVersion,
    kind: "GlobalNetworkPolicy",
    metadata: { name: "web" },
    spec: { ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [443] } }] },
  },
];
const node = () =>
  compileNode(world(RESOURCES.map(unlocated), { calico: DEFAULT_CALICO }).world, {
    node: "n1",
    interfaces: { eth0: ["10.0.0.1"] },
  });

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort,icmpType,icmpCode,tcpFlags,conntrack,name";
const answerJson = () => answerLines(node(), ndjsonReader);
function answerCsv(header: string) {
  const on = node();
  const reader = csvReader(header, on);
  return typeof reader === "string" ? reader : answerLines(on, reader);
}

/** The line of CSV, or the flow, and the part of the answer that matters. */
function check(line: string, wanted: object, header = HEADER): void {
  const answer = line.startsWith("{") ? answerJson() : answerCsv(header);
  if (typeof answer === "string") throw new Error(answer);
  expect(JSON.parse(answer(line, 7).text)).toMatchObject({ line: 7, ...wanted });
}

const allowed = { verdict: "allow", return: "allow", decidedBy: { kind: "rule", policy: { name: "web" }, rule: 1 } };
const denied = { verdict: "deny", decidedBy: { kind: "default", reason: "no-rule-matched" } };
const error = (code: string, message: string) => ({ error: { code, message: expect.stringContaining(message) } });

describe("lines of CSV", () => {
  test.each([
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443", allowed],
    ["interface:eth0,process,tcp,10.0.0.2,10.0.0.1,40000,443,,,,,", allowed],
    ["interface:eth0,process,6,10.0.0.2,10.0.0.1,40000,443\r", allowed],
    ["interface:eth0,,TCP,10.0.0.2,10.0.0.1,40000,443,,,,,a name", allowed],
    ['"interface:eth0",process,TCP,10.0.0.2,10.0.0.1,40000,443,,,,,"a ""quoted"", name"', allowed],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,80", denied],
    ["interface:eth0,process,ICMP,10.0.0.2,10.0.0.1,,,8,0", denied],
    ["interface:eth0,process,99,10.0.0.2,10.0.0.1", denied],
    ["interface:eth0,process,TCP,fd00::2,fd00::1,40000,443", allowed],
    [
      "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,SYN+ACK",
      { verdict: "deny", decidedBy: { kind: "conntrack" } },
    ],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,,established", { verdict: "allow" }],
    ["eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443", error("flow.csv", "`eth0`")],
    [",process,TCP,10.0.0.2,10.0.0.1,40000,443", error("flow.csv", "`from` is empty")],
    ["interface:eth0,process,TCP,10.0.0.256,10.0.0.1,40000,443", error("flow.address", "`10.0.0.256`")],
    ["interface:eth0,process,TCP,10.0.0.02,10.0.0.1,40000,443", error("flow.address", "`10.0.0.02`")],
    ["interface:eth0,process,TCP,10.0.0.2.3,10.0.0.1,40000,443", error("flow.address", "`10.0.0.2.3`")],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,65536", error("flow.port", "`65536`")],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,x", error("flow.csv", "`x`")],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000", error("flow.port", "`dstPort` is missing")],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,,maybe", error("flow.csv", "`maybe`")],
    ["interface:eth0,process,XYZ,10.0.0.2,10.0.0.1,40000,443", error("flow.protocol", "`XYZ`")],
    ["workload:none,process,TCP,10.0.0.2,10.0.0.1,40000,443", error("flow.workload", "`none`")],
    ["interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,,,,,,", error("flow.csv", "cells")],
    ['interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,,,"x', error("flow.csv", "quote")],
    ["", error("flow.csv", "`from` is empty")],
  ])("%s", (line, wanted) => check(line, wanted));

  test("columns in another order, and only those needed", () => {
    check("10.0.0.1,10.0.0.2,443,TCP,1,interface:eth0", allowed, "dstIP,srcIP,dstPort,protocol,srcPort,from");
  });

  test.each([
    ["from,protocol,srcIP", "`dstIP` is missing"],
    [
      "from,protocol,srcIP,dstIP,__proto__",
      "`__proto__` is not a column; columns: from, to, protocol, srcIP, dstIP, srcPort,",
    ],
    ["from,protocol,srcIP,dstIP,from", "given twice"],
    ['from,"protocol', "quote"],
  ])("header %s", (header, message) => {
    expect(answerCsv(header)).toContain(message);
  });
});

describe("lines of JSON", () => {
  const flow = {
    from: { interface: "eth0" },
    to: { process: true },
    protocol: "TCP",
    srcIP: "10.0.0.2",
    dstIP: "10.0.0.1",
  };
  test.each([
    [JSON.stringify({ ...flow, srcPort: 1, dstPort: 443 }), allowed],
    [JSON.stringify({ ...flow, srcPort: 1, dstPort: 80 }), denied],
    [JSON.stringify({ ...flow, dstPort: 80 }), error("flow.port", "`srcPort`")],
    [JSON.stringify({ ...flow, from: 3, srcPort: 1, dstPort: 80 }), error("flow.end", "`from`")],
    ["{", error("flow.json", "not JSON")],
  ])("%s", (line, wanted) => check(line, wanted));

  test.each(["", "3", "null", "[]", '"x"'])("%s is not a flow", (line) => {
    expect(JSON.parse(answerJson()(line, 1).text)).toMatchObject({ error: { code: "flow.json" } });
  });
});

test("no line of text makes an exception, and every answer is a line of JSON", () => {
  const json = answerJson();
  const csv = answerCsv(HEADER);
  if (typeof csv === "string") throw new Error(csv);
  const cell = fc.constantFrom(
    "interface:eth0",
    "process",
    "TCP",
    "10.0.0.1",
    "443",
    "",
    '"',
    '"a,b"',
    "fd00::1",
    "-1",
    "\r",
  );
  const row = fc.array(cell, { maxLength: 14 }).map((cells) => cells.join(","));
  const value = fc.json({ maxDepth: 3 });
  const object = fc
    .dictionary(
      fc.constantFrom("from", "to", "protocol", "srcIP", "dstIP", "srcPort", "conntrack", "__proto__"),
      fc.jsonValue({ maxDepth: 2 }),
    )
    .map((made) => JSON.stringify(made));
  const property = fc.property(fc.oneof(row, value, object, fc.string()), (line) => {
    for (const answer of [json, csv]) {
      const { text } = answer(line, 1);
      expect(text).not.toContain("\n");
      expect(JSON.parse(text)).toHaveProperty("line", 1);
    }
  });
  fc.assert(property, { numRuns: 5000, seed: 1 });
});
