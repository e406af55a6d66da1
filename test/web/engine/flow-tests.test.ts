import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testData } from "../../../src/report/flow-tests/test-data.ts";
import { answerQuestion } from "../../../src/web/engine/answer.ts";
import { coverageReport } from "../../../src/web/engine/answers/tests/run-tests.ts";
import type { TestRow } from "../../../src/web/engine/answers/tests/tests-answer.ts";
import { openPage } from "../../../src/web/engine/page.ts";
import type { Edits, PageData } from "../../../src/web/engine/page-data.ts";
import type { Answers, Question } from "../../../src/web/engine/protocol.ts";
import { parametersOfTest } from "../../../src/web/view/packet/flow-parameters.ts";
import { formOf, inputOf } from "../../../src/web/view/packet/packet-input.ts";
import { readScenarios } from "../../conformance/flows.ts";
import { runCli } from "../../support/cli.ts";
import { sampled } from "../../support/full.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { EMPTY_PAGE, ROOT } from "./page-of.ts";

/** The page of manifests and flow files, by their paths. */
function pageOf(manifests: readonly string[], flows: readonly string[], calicoVersion = EMPTY_PAGE.calicoVersion) {
  const textOf = (name: string) => ({ name, text: readFileSync(name, "utf8") });
  const sources = flows.map((name) => ({ name, source: textOf(name), diagnostics: [] }));
  return { ...EMPTY_PAGE, calicoVersion, manifests: manifests.map(textOf), flows: sources } satisfies PageData;
}

const at = (...names: readonly string[]) => names.map((name) => join(ROOT, "examples", name));
const SUITE = pageOf(
  at("flow-tests/policies/database.yaml", "flow-tests/policies/endpoints.yaml", "flow-tests/policies/web.yaml"),
  at("flow-tests/flows/database.yaml", "flow-tests/flows/everyone.yaml", "flow-tests/flows/web.yaml"),
);
const GUIDE = pageOf(
  at("worked-example/policy.yaml", "worked-example/host-endpoint.yaml", "worked-example/allow-nodeport.yaml"),
  at("worked-example/flows.yaml"),
);
const CLUSTER = pageOf(
  at("kubernetes/cluster.yaml"),
  at("kubernetes/flows.yaml", "kubernetes/pinhole-flows.yaml"),
  "v3.32",
);

function answer<Kind extends Question["kind"]>(data: PageData, question: Question & { readonly kind: Kind }) {
  const result = structuredClone(answerQuestion(openPage(data), question));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.answer as Answers[Kind];
}

/** What is compared of each flow and assertion of a report, or of the rows of the page. */
interface Compared {
  readonly list: string;
  readonly number: number;
  readonly line: number;
  readonly result: string;
  readonly got: string;
}

const ofRow = ({ list, number, place, result, got }: TestRow): Compared => {
  const isProof = list !== "flows";
  return { list, number, line: place.start.line, result, got: isProof ? "" : got };
};

interface PrintedReport {
  readonly summary: Readonly<Record<string, number>>;
  readonly files: readonly {
    readonly file: string;
    readonly flows: readonly { number: number; line: number; result: string; verdict: string }[];
    readonly assertions?: readonly { list: string; number: number; line: number; result: string }[];
  }[];
  readonly coverage: {
    readonly total: number;
    readonly reached: number;
    readonly unreached: readonly { text: string }[];
  };
}

async function printed({ manifests, flows, calicoVersion }: ReturnType<typeof pageOf>): Promise<PrintedReport> {
  const files = manifests.flatMap(({ name }) => ["-f", name]);
  const words = ["test", ...flows.map(({ name }) => name), "--offline", ...files, "--calico-version", calicoVersion];
  const { stdout, stderr } = await runCli([...words, "--coverage", "-o", "json"]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as PrintedReport;
}

async function expectAsPrinted(data: ReturnType<typeof pageOf>): Promise<void> {
  const report = await printed(data);
  const page = openPage(data);
  const made = page.scenario();
  if (!made.ok) throw new Error(made.refusal.message);
  expect(JSON.parse(JSON.stringify(testData(coverageReport(made.scenario, data))))).toEqual(report);
  const { files, counts } = answer(data, { kind: "tests" });
  expect(counts).toMatchObject(report.summary);
  expect(files.map(({ name, rows }) => [name, rows.map(ofRow)])).toEqual(
    report.files.map(({ file, flows, assertions = [] }) => [
      file,
      [
        ...flows.map(({ number, line, result, verdict }) => ({ list: "flows", number, line, result, got: verdict })),
        ...assertions.map(({ list, number, line, result }) => ({ list, number, line, result, got: "" })),
      ],
    ]),
  );
  const { manifests, stored } = answer(data, { kind: "coverage" });
  const marks = [...manifests.flatMap((text) => text.marks), ...stored];
  const states = (wanted: string) => marks.filter(({ state }) => state === wanted);
  expect(states("reached").length).toBe(report.coverage.reached);
  expect(
    states("missed")
      .map(({ text }) => text)
      .sort(),
  ).toEqual(report.coverage.unreached.map(({ text }) => text).sort());
}

describe("the results are those of `calicoctl test`", () => {
  test.each([
    ["flows and assertions", SUITE],
    ["the guide's example", GUIDE],
    ["flows from end to end", CLUSTER],
  ])("of %s", async (_, data) => {
    await expectAsPrinted(data);
  });

  /** All of them in one test would take minutes. */
  const PARTS = [0, 1, 2, 3, 4, 5, 6, 7];
  test.each(PARTS)("of recorded flows, part %s", async (part) => {
    const folder = tmpFolder();
    const all = readScenarios("flows-random.jsonl").filter((_, at) => at % PARTS.length === part);
    const scenarios = sampled(all, 300);
    expect(scenarios.length).toBeGreaterThan(0);
    for (const [index, { calico, resources, flows, node, name: _n, area: _a, ...facts }] of scenarios.entries()) {
      const [manifest, flowFile] = [join(folder, `${index}-policy.json`), join(folder, `${index}-flows.json`)];
      writeFileSync(manifest, JSON.stringify({ apiVersion: "v1", kind: "List", items: resources }));
      const expecting = flows.map(({ verdict, return: _r, ...flow }) => ({ ...flow, expect: verdict }));
      writeFileSync(flowFile, JSON.stringify({ node, ...facts, flows: expecting }));
      const data = pageOf([manifest], [flowFile], calico as typeof EMPTY_PAGE.calicoVersion);
      await expectAsPrinted(data);
      expect(answer(data, { kind: "tests" }).counts).toMatchObject({ passed: flows.length, failed: 0, errors: 0 });
    }
  });
});

describe("edited manifests", () => {
  const edited = (name: string, from: string, to: string): Edits => {
    const text = SUITE.manifests.find((one) => one.name.endsWith(name));
    if (text === undefined || !text.text.includes(from)) throw new Error(`${name} has no ${from}`);
    return { manifests: [{ ...text, text: text.text.replace(from, to) }], removed: [] };
  };

  test("fail the tests that they break, which say why, with the path", () => {
    const edits = edited("web.yaml", "ports: [80, 443]", "ports: [80]");
    const { text, files } = answer(SUITE, { kind: "tests", edits });
    const failed = files.flatMap(({ name, rows }) =>
      rows.filter(({ result }) => result !== "passed").map((row) => ({ name, row })),
    );
    expect(text).toBe("10 passed, 2 failed");
    const [flow, proof] = ["flows", "permit"].map((list) => failed.find(({ row }) => row.list === list));
    expect(flow?.row).toMatchObject({
      name: "the site, from anywhere",
      got: "deny",
      message: "expected allow, got deny",
      difference: expect.stringContaining("443"),
    });
    expect(proof?.row).toMatchObject({ got: "deny", hasPath: true, message: expect.stringContaining("is denied") });
    for (const one of [flow, proof]) {
      const { list = "flows", number = 0 } = one?.row ?? {};
      const tested = answer(SUITE, { kind: "tested", file: one?.name ?? "", list, number, edits });
      expect(tested.verdict).toBe("deny");
    }
    expect(answer(SUITE, { kind: "tests" }).text).toBe("12 passed, 0 failed");
  });

  test.each<[Edits, Partial<Answers["changed-tests"]>, readonly string[]]>([
    [
      edited("web.yaml", "ports: [80, 443]", "ports: [80]"),
      { total: 12, breaking: 2, mending: 0, more: 0 },
      ["the site, from anywhere: passed, failed", "the site, from anywhere: passed, failed"],
    ],
    [edited("web.yaml", "ports: [80, 443]", "ports: [80, 443, 8443]"), { total: 12, breaking: 0, mending: 0 }, []],
    [{ manifests: [], removed: [] }, { total: 12, breaking: 0, mending: 0 }, []],
  ])("%# are compared with the results without them", (edits, sums, lines) => {
    const { changed, ...counted } = answer(SUITE, { kind: "changed-tests", edits });
    expect(counted).toMatchObject(sums);
    expect(changed.map(({ name, was, result }) => `${name}: ${was}, ${result}`)).toEqual(lines);
  });

  test("that take away the end of a flow break it, and those that mend one say so", () => {
    const flow = { from: "203.0.113.9", to: "web1-eth0", protocol: "TCP", dstPort: 443, expect: "allow" };
    const source = { name: "one.json", text: JSON.stringify({ flows: [flow] }) };
    const data = { ...SUITE, flows: [{ name: "one.json", source, diagnostics: [] }] };
    const gone = edited("endpoints.yaml", "name: web1-eth0", "name: web9-eth0");
    expect(answer(data, { kind: "changed-tests", edits: gone })).toMatchObject({
      ...{ total: 1, breaking: 1, mending: 0 },
      changed: [{ was: "passed", result: "error", message: "it can no longer be evaluated" }],
    });
    const narrow = edited("web.yaml", "ports: [80, 443]", "ports: [80]");
    const broken = {
      ...data,
      manifests: data.manifests.map((one) => narrow.manifests.find(({ name }) => name === one.name) ?? one),
    };
    const mended: Edits = { manifests: SUITE.manifests, removed: [] };
    expect(answer(broken, { kind: "changed-tests", edits: mended })).toMatchObject({ breaking: 0, mending: 1 });
  });

  test("have their own coverage: a rule behind one that decides all packets cannot be reached", () => {
    const edits = edited("database.yaml", "protocol: TCP\n      destination: { ports: [5432] }", "protocol: TCP");
    const { manifests, unreachable } = answer(SUITE, { kind: "coverage", edits });
    const marks = manifests.find(({ name }) => name.endsWith("database.yaml"))?.marks ?? [];
    expect(marks.map(({ rule, state, line, endLine }) => [rule, state, line, endLine])).toEqual([
      ["ingress 1", "reached", 10, 13],
      ["ingress 2", "reached", 14, 15],
      ["ingress 3", "shadowed", 16, 19],
    ]);
    expect(marks[2]?.words).toContain("decided before it");
    expect(unreachable).toContain("1 rule");
  });
});

test("a flow file that cannot be read is a row of problems, and the others are tested", () => {
  const bad = { name: "bad.yaml", source: { name: "bad.yaml", text: "flows: 1\n" }, diagnostics: [] };
  const { files, counts } = answer({ ...SUITE, flows: [bad, ...SUITE.flows] }, { kind: "tests" });
  expect(counts).toMatchObject({ passed: 12, errors: 1 });
  expect(files[0]).toMatchObject({ name: "bad.yaml", rows: [], problems: [{ severity: "error" }] });
});

test.each<[PageData, Answers["packet"]["verdict"], Extract<Question, { kind: "packet" }>["form"]]>([
  [GUIDE, "deny", { protocol: "tcp", src: "198.51.100.7", dst: "10.240.0.5:8443", node: "node1", in: "eth0" }],
  [GUIDE, "allow", { protocol: "tcp", src: "10.240.0.5", dst: "10.0.0.53:443", node: "node1", fromProcess: true }],
  [GUIDE, "deny", { protocol: "tcp", from: "198.51.100.7", to: "node1-eth0", port: "443" }],
  [GUIDE, "deny", { protocol: "icmp", from: "198.51.100.7", to: "node1-eth0", icmp: "8/0" }],
  [CLUSTER, "allow", { protocol: "tcp", from: "pod/shop/db-0", to: "svc/shop/web" }],
  [CLUSTER, "deny", { protocol: "tcp", from: "external:203.0.113.9", to: "node/node1:31852" }],
])("a packet that was asked is kept as a flow file, which passes: %#", (data, verdict, form) => {
  const asked = answer(data, { kind: "packet", form });
  expect(asked.verdict).toBe(verdict);
  const source = { name: "kept.yaml", text: asked.flowFile ?? "" };
  const flows = [{ name: "kept.yaml", source, diagnostics: [] }];
  const { files, counts } = answer({ ...data, flows }, { kind: "tests" });
  expect(files[0]?.problems).toEqual([]);
  expect(counts).toEqual({ passed: 1, failed: 0, notProved: 0, noExpectation: 0, errors: 0 });
  expect(files[0]?.rows[0]).toMatchObject({ expected: expect.stringContaining(verdict), got: verdict });
});

test.each<[string, PageData, number]>([
  ["flow-tests/flows/web.yaml", SUITE, 0],
  ["flow-tests/flows/database.yaml", SUITE, 0],
  ["worked-example/flows.yaml", GUIDE, 1],
  ["kubernetes/flows.yaml", CLUSTER, 0],
])("every flow of %s can be asked about without its file", (file, data, leastFacts) => {
  const [name = ""] = at(file);
  const rows = answer(data, { kind: "tests" }).files.find((one) => one.name === name)?.rows ?? [];
  const withFacts = rows.map(({ list, number, hasPath }) => {
    if (!hasPath) return false;
    const tested = answer(data, { kind: "tested", file: name, list, number });
    const parameters = tested.ask && parametersOfTest(tested.ask);
    const form = formOf(inputOf(new Map(Object.entries(parameters ?? {}))));
    const asked = answer(data, { kind: "packet", form });
    expect({ number, packet: asked.packet }).toEqual({ number, packet: tested.packet });
    if (!tested.hasFacts) expect({ number, verdict: asked.verdict }).toEqual({ number, verdict: tested.verdict });
    return tested.hasFacts;
  });
  expect(withFacts.filter(Boolean).length).toBeGreaterThanOrEqual(leastFacts);
  expect(rows.length).toBeGreaterThan(0);
});
