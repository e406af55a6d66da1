import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { BINARY, runBinary } from "../../../support/binary.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const WORKED = join(import.meta.dirname, "..", "..", "..", "..", "examples", "worked-example");
const FILES = `-f ${WORKED}/host-endpoint.yaml -f ${WORKED}/policy.yaml -f ${WORKED}/allow-nodeport.yaml`;
const FACTS = "--interface eth0=10.240.0.5 --dnat tcp:10.240.0.5:31852=192.168.1.10:8080";
const STREAM = `simulate --offline ${FILES} ${FACTS} --flows`;

const { flows } = parse(readFileSync(join(WORKED, "flows.yaml"), "utf8")) as { flows: Record<string, unknown>[] };
const COLUMNS = ["from", "to", "protocol", "srcIP", "dstIP", "srcPort", "dstPort"];
const end = (value: unknown): string => {
  const [[kind, name]] = Object.entries(value as object) as [[string, unknown]];
  return kind === "process" ? kind : `${kind}:${name}`;
};
const csvRow = (flow: Record<string, unknown>): string =>
  COLUMNS.map((column) => (column === "from" || column === "to" ? end(flow[column]) : flow[column])).join();
const CSV = `${[COLUMNS.join(), ...flows.map(csvRow)].join("\n")}\n`;
const NDJSON = `${flows.map((flow) => JSON.stringify(flow)).join("\n")}\n`;

interface Line {
  readonly line: number;
  readonly verdict?: string;
  readonly return?: string;
  readonly decidedBy?: { readonly kind: string; readonly policy?: { readonly name: string }; readonly rule?: number };
  readonly error?: { readonly code: string };
}
const lines = (stdout: string): Line[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

const STOPPED = /^stopped: the first \d+ lines are answered, the rest was not read\n$/;

describe("a flow a line", () => {
  const folder = tmpFolder({
    "f.csv": CSV,
    "f.ndjson": NDJSON,
    "crlf.csv": CSV.replaceAll("\n", "\r\n"),
    "f.txt": NDJSON,
  });

  test.each([
    [`${STREAM} ${folder}/f.csv`, "", 2],
    [`${STREAM} ${folder}/crlf.csv`, "", 2],
    [`${STREAM} ${folder}/f.ndjson`, "", 1],
    [`${STREAM} ${folder}/f.txt --flows-format ndjson`, "", 1],
    [`${STREAM} - --flows-format csv`, CSV, 2],
    [`${STREAM} - --flows-format ndjson`, `\n${NDJSON}`.replace(/\n$/, ""), 2],
  ])("%s", async (line, stdin, first) => {
    const ran = await session(tmpFolder())(line, stdin);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const answers = lines(ran.stdout);
    expect(answers.map(({ line }) => line)).toEqual(flows.map((_, i) => first + i));
    expect(answers.map(({ verdict }) => verdict)).toEqual(flows.map(({ expect }) => expect));
    expect(answers[0]?.decidedBy).toMatchObject({ kind: "rule", policy: { name: "allow-nodeport" }, rule: 1 });
    expect(answers[0]?.return).toBe("allow");
    expect(answers[1]).not.toHaveProperty("return");
  });

  test.each(["f.csv", "f.ndjson"])("%s answered as CSV", async (name) => {
    const ran = await session(tmpFolder())(`${STREAM} ${folder}/${name} -o csv`);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const [heading, ...rows] = ran.stdout.split("\n").slice(0, -1);
    expect(heading).toBe("verdict,return,decidedBy");
    expect(rows.map((row) => (row.startsWith("A,") ? "allow" : row.slice(0, 2)))).toEqual(
      flows.map(({ expect }) => (expect === "allow" ? expect : "D,")),
    );
    expect(rows[0]).toBe("A,A,policy allow-nodeport ingress rule 1");
  });

  test("lines that could not be evaluated are named where CSV has no numbers", async () => {
    const [header, row] = CSV.split("\n");
    const ran = await session(tmpFolder())(`${STREAM} - --flows-format csv -o csv`, `${header}\n\nx\n${row}\n`);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^verdict,return,decidedBy\nE,,[^\n]*\nA,A,policy allow-nodeport ingress rule 1\n$/);
    expect(ran.stderr).toMatch(
      /^error: line 3: .* \[flow\.csv\]\nerror: 1 line could not be evaluated \[flow\.lines\]\n$/,
    );
  });

  test("the same answers as the explained ones", async () => {
    const run = session(tmpFolder());
    const streamed = lines((await run(`${STREAM} ${folder}/f.ndjson`)).stdout);
    const explained = JSON.parse((await run(`${STREAM} ${WORKED}/flows.yaml -o json`)).stdout).flows as Line[];
    for (const [i, { verdict, return: reply, decidedBy }] of streamed.entries()) {
      const { text, place, ...same } = (explained[i]?.decidedBy ?? {}) as Record<string, unknown>;
      const { place: _, span, ...ours } = decidedBy as Record<string, unknown>;
      expect({ verdict, reply, ...ours }).toEqual({
        verdict: explained[i]?.verdict,
        reply: explained[i]?.return,
        ...same,
      });
    }
  });
});

describe("errors are reported at their line, and the other lines are still answered", () => {
  test.each([
    ["ndjson", `${NDJSON.split("\n")[0]}\n{\n[]\n{"from":5}\n`, ["", "flow.json", "flow.json", "flow.address"]],
    ["csv", `${CSV.split("\n").slice(0, 2).join("\n")}\nprocess\nx,y,z,1,2,3,4\n`, ["", "flow.", "flow."]],
  ])("%s", async (format, stdin, codes) => {
    const ran = await session(tmpFolder())(`${STREAM} - --flows-format ${format}`, stdin);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^error: \d lines could not be evaluated \[flow\.lines\]\n$/);
    for (const [i, { error }] of lines(ran.stdout).entries()) expect(error?.code ?? "").toContain(codes[i]);
  });

  test.each([
    [`${STREAM} - --flows-format csv`, "a,b\n1,2\n", 1, "cannot read flows from `<stdin>`"],
    [`${STREAM} /nonexistent.csv`, "", 1, "no such file or directory"],
    [`${STREAM} - --flows-format xml`, "", 2, "it is ndjson or csv"],
    [`${STREAM} - --flows-format csv --expect deny`, "", 2, "--expect cannot be combined with --flows"],
    [`${STREAM} - --flows-format csv -o yaml`, "", 2, "-o yaml is not for flows one per line"],
    [`${STREAM} ${WORKED}/flows.yaml -o csv`, "", 2, "-o csv is for flows one per line"],
    ["simulate -o csv tcp 10.0.0.1 10.0.0.2 80", "", 2, "-o csv is for flows one per line"],
  ])("%s", async (line, stdin, code, message) => {
    const ran = await session(tmpFolder())(line, stdin);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(message);
  });
});

/** Endless input ends with its reader, and with the user: at once, and when threads are at work. */
describe.each([
  ["the first answers", 1],
  ["60 MB of answers", 60_000_000],
])("after %s", (_, after) => {
  test.each([
    ["a reader that goes away", (child: ChildProcess) => child.stdout?.destroy(), 0, /^$/],
    ["Ctrl-C", (child: ChildProcess) => child.kill("SIGINT"), 1, STOPPED],
    ["SIGTERM", (child: ChildProcess) => child.kill("SIGTERM"), 1, STOPPED],
  ] as const)("%s", async (_, end, code, message) => {
    const [header, row] = CSV.split("\n");
    const child = spawn(process.execPath, [BINARY, ...`${STREAM} - --flows-format csv`.split(" ")]);
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => {
      stderr += data.toString();
    });
    const rows = `${row}\n`.repeat(1000);
    const feed = (): void => {
      if (child.stdin.destroyed) return;
      if (child.stdin.write(rows)) setImmediate(feed);
      else child.stdin.once("drain", feed);
    };
    child.stdin.on("error", () => {});
    child.stdin.write(`${header}\n`);
    feed();
    const exit = once(child, "close");
    let length = 0;
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (data: Buffer) => {
        length += data.length;
        if (length >= after) resolve();
      });
    });
    end(child);
    expect((await exit)[0]).toBe(code);
    child.stdin.destroy();
    expect(stderr).toMatch(message);
  });
});

/** What the built tool answers to 200,000 flows, which are 13 MB of text. */
describe("any length in constant memory, in threads", () => {
  const folder = tmpFolder();
  const rows = CSV.split("\n").slice(1, -1).join("\n");
  writeFileSync(`${folder}/big.csv`, `${CSV.split("\n")[0]}\n${`${rows}\n`.repeat(40_000)}`);
  // The answers as JSON are 40 MB; the heap is held to far less than that.
  const env = { NODE_OPTIONS: "--max-old-space-size=40" };

  test.each(["json", "csv"])("%s", async (form) => {
    const few = await session(tmpFolder())(`${STREAM} - --flows-format csv -o ${form}`, CSV);
    const ran = await runBinary(`${STREAM} ${folder}/big.csv -o ${form}`.split(" "), { env });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const [heading, answers] =
      form === "csv" ? [1, few.stdout.split("\n").slice(1, -1)] : [0, few.stdout.split("\n").slice(0, -1)];
    const all = ran.stdout.split("\n").slice(heading, -1);
    expect(all).toHaveLength(200_000);
    const wrong = all.findIndex(
      (line, at) => line !== answers[at % answers.length]?.replace(/^\{"line":\d+/, `{"line":${at + 2}`),
    );
    expect(wrong).toBe(-1);
  });

  test.each([
    ["a pipe", "cat $0 | $1 -"],
    ["a pipe with a name", "$1 <(cat $0)"],
    ["an open file", "< $0 $1 -"],
  ])("the same from %s as from the file", (_, from) => {
    const stream = `"${process.execPath}" "${BINARY}" ${STREAM}`;
    const answered = (command: string) =>
      spawnSync("bash", ["-c", `set -o pipefail; ${command}`], { encoding: "utf8", maxBuffer: 2 ** 26 });
    const { stdout } = answered(`${stream} ${folder}/big.csv -o csv`);
    const command = from.replaceAll("$0", `${folder}/big.csv`).replaceAll("$1", stream);
    const ran = answered(`${command} --flows-format csv -o csv`);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.stdout === stdout && stdout.split("\n").length === 200_002).toBe(true);
  });

  test.each([
    ["a full disk", "> /dev/full", 1, "error: cannot write the output: the disk is full\n"],
    ["a slow reader", "| dd ibs=32 obs=64k status=none | wc -l | grep -qx 200001", 0, ""],
    ["a reader that goes away", "| head -n 60000 >/dev/null", 0, ""],
  ])("%s", (_, to, code, stderr) => {
    const command = `set -o pipefail; "${process.execPath}" "${BINARY}" ${STREAM} ${folder}/big.csv -o csv ${to}`;
    expect(spawnSync("bash", ["-c", command], { encoding: "utf8" })).toMatchObject({ status: code, stderr });
  });
});
