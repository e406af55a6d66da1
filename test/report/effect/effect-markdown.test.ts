import { expect, test } from "vitest";
import type { ChangeKind } from "../../../src/analysis/effect/compare-ways.ts";
import type { Effect } from "../../../src/analysis/effect/effect.ts";
import type { ChangeGroup } from "../../../src/analysis/effect/groups.ts";
import { effectMarkdown } from "../../../src/report/effect/effect-markdown.ts";
import { markdownCode } from "../../../src/report/regions/cells.ts";
import { HARMFUL_CHARACTERS, harmfulIn } from "../../model/harmful-characters.ts";
import { markdownParts } from "../../support/ci/markdown-parts.ts";

const HOSTILE = "`a``|b|<img src=x>@team #1 [l](https://x.example) **b** \\|\n| c |";

/** A change at an interface of this name, whose rule is of the policy and file of that name. */
function change(kind: ChangeKind, name: string): ChangeGroup {
  const place = { source: name, start: { line: 7, column: 1 }, end: { line: 7, column: 2 } };
  const by = { kind: "unpoliced", interface: name, reason: "no-endpoint", place } as unknown as ChangeGroup["by"];
  return {
    kind,
    way: "local in",
    families: [4],
    places: [{ node: name, interface: name, isNew: false, isGone: false }],
    by,
    was: [by],
    regions: [{}],
    count: 1,
    witness: () => {
      const flow = {
        from: { interface: name },
        to: { process: true },
        protocol: "TCP",
        srcIP: "192.0.2.1",
        dstIP: "10.0.0.1",
        dstPort: 80,
      };
      return { node: name, flow, shortest: { flow, interfaces: {} } } as unknown as ReturnType<ChangeGroup["witness"]>;
    },
  };
}

const effect = (groups: readonly ChangeGroup[], more: Partial<Effect> = {}): Effect =>
  ({ groups, notProved: [], assumptions: [], ...more }) as Effect;
const written = (of: Effect, most?: number) => effectMarkdown(of, () => undefined, most);
/** The headings of a text, each with the count of the rows of its table. */
const sections = (text: string): readonly (readonly [string, number])[] =>
  text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [heading = ""] = part.split("\n");
      const [table = []] = markdownParts(part).tables;
      return [heading, Math.max(0, table.length - 1)];
    });

test("a table of what is newly allowed, one of what is newly denied, and one of each other kind", () => {
  const kinds = ["denied", "allowed", "decider", "denied"] as const;
  const text = written(effect(kinds.map((kind, index) => change(kind, `eth${index}`))));
  expect(sections(text)).toEqual([
    ["Newly allowed", 1],
    ["Newly denied", 2],
    ["Other decider", 1],
  ]);
  expect(markdownParts(text).tables[0]).toMatchObject([
    ["packets", "where", "decided by", "try"],
    [
      expect.stringContaining("`"),
      "`in through eth1/eth1, to local processes`",
      expect.stringContaining("eth1"),
      "`simulate --node eth1 --in eth1 --to-process tcp 192.0.2.1 10.0.0.1:80`",
    ],
  ]);
});

test("of only one kind, the other table is nothing; of none, a sentence", () => {
  expect(written(effect([change("denied", "eth0")]))).toContain("### Newly allowed\n\nNothing.\n");
  expect(written(effect([]))).toBe("No packet of a new connection is decided differently.\n");
});

test("what could not be proved and what is assumed are lists of code", () => {
  const way = { node: HOSTILE, interface: "eth0" };
  const notProved = [{ way, why: "too large" }] as unknown as Effect["notProved"];
  const text = written(effect([], { notProved, assumptions: [HOSTILE] }));
  expect(text).not.toContain("No packet");
  expect(sections(text).map(([heading]) => heading)).toEqual(["Not proved", "Assumed"]);
  expect(markdownParts(text).texts.join("")).not.toMatch(/team|img/);
});

test("names of users, files and policies are code, in which nothing is markup", () => {
  const { texts, links, html, tables, code } = markdownParts(written(effect([change("allowed", HOSTILE)])));
  expect(texts.join("")).not.toMatch(/team|img|https|\*\*/);
  expect([links, html]).toEqual([[], []]);
  expect(tables.map((rows) => rows.map((row) => row.length))).toEqual([[4, 4]]);
  expect(code.join("\n")).toContain("`a``|b|<img src=x>@team #1 [l](https://x.example) **b** \\");
});

test.each([
  ["a", "a"],
  ["a|b", "a|b"],
  ["\\|", "\\\\u007c"],
  ["`", "`"],
  ["a ``b` c", "a ``b` c"],
  [" a ", " a "],
  ["two\nlines", "two\\nlines"],
])("code of %j in a cell is read as %j", (text, read) => {
  const { code, tables } = markdownParts(`| a | b |\n| --- | --- |\n| ${markdownCode(text)} | c |\n`);
  expect(code).toEqual([read]);
  expect(tables[0]?.[1]).toHaveLength(2);
});

test("code has no character that could harm a terminal", () => {
  expect(markdownCode("")).toBe("");
  for (const char of HARMFUL_CHARACTERS) expect(harmfulIn(markdownCode(`a${char}b`))).toBeUndefined();
});

test("a comment has room for 65,536 characters: what is left out is counted", () => {
  const groups = Array.from({ length: 2000 }, (_, index) =>
    change(index % 2 === 0 ? "allowed" : "denied", `eth${index}`),
  );
  const text = written(effect(groups));
  expect(text.length).toBeLessThan(61_000);
  const kept = sections(text).reduce((sum, [, rows]) => sum + rows, 0);
  expect(kept).toBeGreaterThan(100);
  expect(text.trimEnd().split("\n").at(-1)).toBe(
    `${2000 - kept} lines are left out, as a comment has room for no more: \`calicoctl diff --effect -o json\` lists all.`,
  );
  expect(written(effect(groups.slice(0, 2)), 400)).toContain(
    "\n\n1 line is left out, as a comment has room for no more",
  );
});
