import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../../src/web/engine/answer.ts";
import type { MatrixWords } from "../../../src/web/engine/answers/exposure/matrix-types.ts";
import { openPage, type Page } from "../../../src/web/engine/page.ts";
import type { PageData } from "../../../src/web/engine/page-data.ts";
import type { Answers, Question } from "../../../src/web/engine/protocol.ts";
import { tangledManifest, tangledRules } from "../../cli/not-proved/tangled-policies.ts";
import { runCli } from "../../support/cli.ts";
import { EMPTY_PAGE, pageOfFiles } from "./page-of.ts";

const EXPOSURE = pageOfFiles("examples/exposure/policies.yaml");
const CLUSTER: PageData = { ...pageOfFiles("examples/kubernetes/cluster.yaml"), calicoVersion: "v3.32" };
const ALL: MatrixWords = { from: [], to: [], port: [] };

function answer<Of extends "matrix" | "matrix-cell">(
  page: Page,
  question: Question & { readonly kind: Of },
): Answers[Of] {
  const result = structuredClone(answerQuestion(page, question));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.answer as Answers[Of];
}

interface Printed {
  readonly sources: readonly { readonly name: string }[];
  readonly destinations: readonly { readonly name: string }[];
  readonly cells: readonly { readonly source: number; readonly destination: number; readonly allowed: string }[];
}

/** What the command of a part prints as JSON of the whole matrix. */
async function printed(command: string, { manifests, calicoVersion }: PageData): Promise<Printed> {
  // No word of these questions has a quote in it.
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "").slice(1);
  const files = manifests.flatMap(({ name }) => ["-f", name]);
  const line = [...words, "--offline", ...files, "--calico-version", calicoVersion, "-o", "json"];
  const { stdout, stderr } = await runCli(line);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Printed;
}

describe("the matrix is that of the command line", () => {
  test.each<[string, PageData, MatrixWords]>([
    ["all of it", EXPOSURE, ALL],
    ["of a service", EXPOSURE, { ...ALL, port: ["tcp/22", "tcp/8080"] }],
    ["of chosen ends", EXPOSURE, { ...ALL, from: ["203.0.113.0/24"], to: ["has(role)"] }],
    ["of a cluster", CLUSTER, ALL],
  ])("%s, part by part and cell by cell", async (_, data, words) => {
    const page = openPage(data);
    const first = answer(page, { kind: "matrix", ...words, row: 0, rows: 2, column: 0, columns: 2 });
    const whole = await printed(first.command, data);
    expect([first.rowCount, first.columnCount]).toEqual([whole.sources.length, whole.destinations.length]);
    for (let row = 0; row < first.rowCount; row += 2) {
      for (let column = 0; column < first.columnCount; column += 2) {
        const part = answer(page, { kind: "matrix", ...words, row, rows: 2, column, columns: 2 });
        expect(part.sources.map(({ name }) => name)).toEqual(whole.sources.slice(row, row + 2).map(({ name }) => name));
        for (const [r, list] of part.cells.entries())
          for (const [c, { text }] of list.entries()) {
            const of = whole.cells.find((one) => one.source === row + r && one.destination === column + c);
            expect(text).toBe(of?.allowed);
            const cell = answer(page, { kind: "matrix-cell", ...words, row: row + r, column: column + c });
            expect(cell.text).toBe(text);
          }
      }
    }
  });

  test.each([
    [EXPOSURE, "default/shop", "node2-eth0"],
    [EXPOSURE, "office", "default/shop"],
    [CLUSTER, "shop/db-0", "shop/web-7d4b9c-9vqzd"],
  ])("to all packets of a cell: %#", async (data, source, destination) => {
    const words = { ...ALL, from: [source], to: [destination] };
    const { data: shown } = answer(openPage(data), { kind: "matrix-cell", ...words, row: 0, column: 0 });
    const command = `calicoctl exposure --matrix --from ${source} --to ${destination}`;
    expect(await printed(command, data)).toEqual(JSON.parse(JSON.stringify(shown)));
  });
});

test("an example of a cell is one of its packets, and its verdict is from end to end", () => {
  const page = openPage(EXPOSURE);
  const { source, destination, regions } = answer(page, { kind: "matrix-cell", ...ALL, row: 4, column: 0 });
  expect([source.name, destination]).toEqual([
    "anywhere else",
    { name: "node1-eth0", about: "node1, 10.0.0.1", resource: "HostEndpoint node1-eth0" },
  ]);
  expect(regions).toMatchObject([
    {
      services: "TCP 22",
      sources: { text: expect.stringMatching(/^0\.0\.0\.0\/0 except 10\.0\.0\.1, /) },
      destinations: { text: "10.0.0.1", nets: ["10.0.0.1/32"] },
      example: { form: { protocol: "tcp", from: "198.51.100.7", to: "node1-eth0", port: "22" }, verdict: "allow" },
    },
  ]);
  const form = regions[0]?.example?.form ?? { protocol: "" };
  expect(answerQuestion(page, { kind: "packet", form })).toMatchObject({ answer: { verdict: "allow" } });
});

test("what is too large to prove says so, and shows no cell", () => {
  const manifest = { name: "tangled.yaml", text: tangledManifest(tangledRules(100, ["Deny", "Allow"], 1)) };
  const page = openPage({ ...EMPTY_PAGE, calicoVersion: "v3.32", manifests: [manifest] });
  const part = answer(page, { kind: "matrix", ...ALL, row: 0, rows: 9, column: 0, columns: 9 });
  expect(part).toMatchObject({ cells: [], notProved: expect.stringMatching(/^the limit is/) });
  const row = part.sources.findIndex(({ name }) => name === "anywhere else");
  expect(answer(page, { kind: "matrix-cell", ...ALL, row, column: 0 })).toMatchObject({
    regions: [],
    notProved: expect.stringMatching(/^the limit is/),
  });
});

test("a cell that a link names and that is no longer there is refused", () => {
  const question = { kind: "matrix-cell", ...ALL, row: 99, column: 0 } as const;
  expect(answerQuestion(openPage(EXPOSURE), question)).toMatchObject({
    ok: false,
    refusal: { message: "the matrix does not have this cell" },
  });
});
