import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerLines } from "../../../../src/cli/scenario/lines/answer-lines.ts";
import { rowThreads } from "../../../../src/cli/scenario/lines/row-threads.ts";
import { threadScript } from "../../../../src/cli/scenario/lines/thread-script.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { compileNode } from "../../../../src/policy/tables/evaluate.ts";
import { world } from "../../../../src/policy/world/world.ts";
import type { LineFormName } from "../../../../src/report/lines/form-names.ts";
import { unlocated } from "../../../conformance/flows.ts";
import { harmfulIn } from "../../../model/harmful-characters.ts";
import { testIo } from "../../../support/cli.ts";
import { sized } from "../../../support/full.ts";

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

/** The answers to a text of lines, given in pieces. */
async function answered(
  pieces: readonly (string | Uint8Array)[],
  { format, form = "json" }: { readonly format: "csv" | "ndjson"; readonly form?: LineFormName },
) {
  const { io, written } = testIo();
  async function* bytes() {
    for (const piece of pieces) yield Buffer.from(piece as string);
  }
  const context = { io, stop: new AbortController(), shown: { step: () => {}, end: () => {} } };
  const result = await answerLines(
    bytes(),
    { format, form, node: node(), threads: rowThreads({ script: threadScript() }) },
    context,
  );
  return { ...written, ...result, lines: written.stdout.split("\n").slice(0, -1) };
}

/** The line of CSV, or the flow, and the part of the answer that matters. */
async function check(line: string, wanted: object, header = HEADER): Promise<void> {
  const isJson = !line.includes(",") || line.startsWith("{");
  const { lines } = await answered([isJson ? `\n${line}` : `${header}\n${line}`], {
    format: isJson ? "ndjson" : "csv",
  });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ line: 2, ...wanted });
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
  ])("%s", (line, wanted) => check(line, wanted));

  test("columns in another order, and only those needed", async () => {
    await check("10.0.0.1,10.0.0.2,443,TCP,1,interface:eth0", allowed, "dstIP,srcIP,dstPort,protocol,srcPort,from");
  });

  test.each([
    ["from,protocol,srcIP", "`dstIP` is missing"],
    [
      "from,protocol,srcIP,dstIP,__proto__",
      "`__proto__` is not a column; columns: from, to, protocol, srcIP, dstIP, srcPort,",
    ],
    ["from,protocol,srcIP,dstIP,from", "given twice"],
    ['from,"protocol', "quote"],
  ])("header %s", async (header, message) => {
    const { fault, stdout } = await answered([`\n \n${header}\n`], { format: "csv" });
    expect(stdout).toBe("");
    expect(String(fault?.error)).toContain(message);
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

  test.each(["3", "null", "[]", '"x"'])("%s is not a flow", (line) => check(line, { error: { code: "flow.json" } }));
});

const HOSTILE = [
  "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443",
  "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,,,\"=cmd|' /C calc'!A0\"",
  "=interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443",
  "interface:eth0\u202e,process,TCP,10.0.0.2,10.0.0.1,40000,443",
  "interface:\u001b[31meth0,process,TCP,10.0.0.2,10.0.0.1,40000,443",
  '"interface:a""b,c",process,TCP,10.0.0.2,10.0.0.1,40000,443',
  "interface:eth0,process,@SUM(1),10.0.0.2,10.0.0.1,40000,443",
  "interface:eth0,process,TCP,\0,10.0.0.1,40000,443",
  "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,-1",
  '"interface:eth0,process',
  `interface:${"x".repeat(70_000)},process,TCP,10.0.0.2,10.0.0.1,40000,443`,
  " ",
  "",
  "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,80\r",
];

describe("hostile lines", () => {
  test("as JSON and as CSV: an answer each but for the empty ones, in order, without characters that no output shows", async () => {
    const text = [HEADER, ...HOSTILE].join("\n");
    const json = await answered([text], { format: "csv" });
    const csv = await answered([text], { format: "csv", form: "csv" });
    const objects = json.lines.map((line) => JSON.parse(line) as { line: number; verdict?: string });
    expect(objects.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15]);
    const [heading, ...rows] = csv.lines;
    expect(heading).toBe("verdict,return,decidedBy");
    expect(rows.map((row) => row.slice(0, 2))).toEqual(
      objects.map(({ verdict }) => `${verdict === undefined ? "E" : verdict === "allow" ? "A" : "D"},`),
    );
    for (const line of [...json.lines, ...csv.lines]) expect(harmfulIn(line)).toBeUndefined();
    // No cell begins as a formula does.
    for (const row of rows) expect(row).not.toMatch(/(?:^|,)"?[=+\-@]/);
    expect(csv.failed).toBe(json.failed);
    expect(json.stderr).toBe("");
    expect(csv.stderr).toMatch(/^error: line 4: [^\n]* \[flow\.csv\]\nerror: line 8: /);
    expect(csv.stderr.split("\n")).toHaveLength(Math.min(csv.failed, 10) + 1);
  });

  test("CSV names what decided", async () => {
    const rows = [
      "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443",
      "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,80",
      "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,,,SYN+ACK",
      "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,x",
    ];
    const { stdout } = await answered([[HEADER, ...rows].join("\r\n")], { format: "csv", form: "csv" });
    expect(stdout).toBe(
      [
        "verdict,return,decidedBy",
        "A,A,policy web ingress rule 1",
        'D,,"default at host endpoint h0, normal ingress: policies select this endpoint and none of their rules matched"',
        'D,,"connection tracking: the packet is INVALID, it belongs to no connection and opens none"',
        "E,,flow.csv: `dstPort` is `x`: not a number",
        "",
      ].join("\n"),
    );
  });

  test("wherever the text is cut in pieces, the answers are the same", async () => {
    const bytes = Buffer.from(`\ufeff${[HEADER, ...HOSTILE, "ä,é"].join("\n")}`);
    const whole = await answered([bytes], { format: "csv" });
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 6 });
    const property = fc.asyncProperty(cuts, async (drawn) => {
      const places = [0, ...drawn.sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((to, at) => bytes.subarray(places[at], to));
      expect((await answered(pieces, { format: "csv" })).stdout).toBe(whole.stdout);
    });
    await fc.assert(property, { numRuns: 50, seed: 2 });
  });

  test("no line of text makes an exception, and every answer is a line of JSON", async () => {
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
    const object = fc
      .dictionary(
        fc.constantFrom("from", "to", "protocol", "srcIP", "dstIP", "srcPort", "conntrack", "__proto__"),
        fc.jsonValue({ maxDepth: 2 }),
      )
      .map((made) => JSON.stringify(made));
    const texts = fc.array(fc.oneof(row, fc.json({ maxDepth: 3 }), object, fc.string({ unit: "grapheme" })), {
      maxLength: 20,
    });
    const property = fc.asyncProperty(texts, async (drawn) => {
      const lines = [HEADER, ...drawn].join("\n").split("\n");
      const numbers = lines.flatMap((line, at) => (line.trim() === "" ? [] : [at + 1]));
      for (const [format, from] of [
        ["csv", 1],
        ["ndjson", 0],
      ] as const) {
        const { lines: answers } = await answered([lines.join("\n")], { format });
        expect(answers.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual(numbers.slice(from));
      }
    });
    await fc.assert(property, { numRuns: sized(5000, 100), seed: 1 });
  });
});

const ROW = "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443";
const MEBIBYTE = "x".repeat(1024 * 1024);

describe("what cannot be read ends it, and all before is answered", () => {
  const bad = Buffer.concat([Buffer.from(`${HEADER}\n${ROW}\n${ROW},`), Buffer.from([0xc3, 0x28, 10])]);
  test.each([
    ["a byte that is not UTF-8", [bad, `${ROW}\n`]],
    ["an end within a character", [bad.subarray(0, -2)]],
    ["an endless line that is not UTF-8", [`${HEADER}\n${ROW}\n`, MEBIBYTE, MEBIBYTE, Buffer.from([0xff]), "\n"]],
    ["an endless line that ends within a character", [`${HEADER}\n${ROW}\n`, MEBIBYTE, MEBIBYTE, Buffer.from([0xc3])]],
    ["an endless line", [`${HEADER}\n${ROW}\n`, ...Array<string>(130).fill(MEBIBYTE)]],
  ])("%s", async (what, pieces) => {
    const { lines, fault } = await answered(pieces, { format: "csv" });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ line: 2, ...allowed });
    expect(String(fault?.error)).toMatch(
      what === "an endless line" ? /a line is longer than 128 MiB/ : /encoded data was not valid/,
    );
  });

  test("a long line is a flow, or none, by its beginning; the lines behind it are answered", async () => {
    const long = `${ROW},,,,,${"ä".repeat(1024 * 1024)}`;
    const { lines, failed } = await answered([`${HEADER}\n${long}\n${MEBIBYTE}${MEBIBYTE}\n${ROW}\n`], {
      format: "csv",
    });
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([2, 3, 4]);
    expect(failed).toBe(1);
  });
});

test("many answers that no other line has", async () => {
  const rows = Array.from({ length: 120_000 }, (_, row) => `interface:x${row},process,TCP,10.0.0.2,10.0.0.1,1,2`);
  const { lines } = await answered([[HEADER, ...rows].join("\n")], { format: "csv" });
  expect(lines).toHaveLength(rows.length);
  for (const at of [0, 60_000, 119_999])
    expect(JSON.parse(lines[at] ?? "")).toMatchObject({
      line: at + 2,
      decidedBy: { kind: "unpoliced", interface: `x${at}` },
    });
});
