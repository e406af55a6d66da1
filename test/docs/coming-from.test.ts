import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shownCommands } from "./command-blocks.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const HABITS = join(ROOT, "test", "cli", "habits");
const PAGE = readFileSync(join(ROOT, "docs", "coming-from.md"), "utf8");

/** A row of test/cli/habits, as far as its text shows it. */
interface HabitRow {
  readonly command: string;
  readonly kubectl: string | undefined;
  readonly calicoctl: string | undefined;
  readonly exit: string | undefined;
}

/** The rows of all tables of habits, read from their source: importing them would run them. */
const habits: readonly HabitRow[] = readdirSync(HABITS)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(HABITS, name), "utf8"))
  .flatMap((source) =>
    source
      .split(/\bhabit:/)
      .slice(1)
      .map((row) => ({
        command: (fieldOf(row, "command", source) ?? "").replaceAll("DIR/", ""),
        kubectl: fieldOf(row, "kubectl", source),
        calicoctl: fieldOf(row, "calicoctl", source),
        exit: /\bexit: (\d)/.exec(row)?.[1],
      })),
  );

/** The text of a field of a row: a string in quotes of any kind, or a constant of the file. */
function fieldOf(row: string, name: string, source: string): string | undefined {
  const text = `"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)'|\`([^\`]*)\``;
  const [, double, single, backtick, constant] = new RegExp(`\\b${name}: ?(?:${text}|(\\w+))`).exec(row) ?? [];
  if (constant !== undefined) return new RegExp(`const ${constant} = "(.*)"`).exec(source)?.[1];
  return (double ?? single ?? backtick)?.replaceAll(/\\(["'\\])/g, "$1");
}

/** The rows of the page's tables, cell by cell, by the headings of their columns. */
const rows = PAGE.split(/\n(?=\n)/).flatMap((part) => {
  const [head, , ...body] = part
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map(cellsOf);
  return (body ?? []).map((cells) => Object.fromEntries(cells.map((cell, at) => [head?.[at] ?? "", cell])));
});

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

const linesOf = (cell = ""): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, line = ""]) => line);
const plain = (cell = ""): string => (/^`[^`]*`$/.test(cell) ? cell.slice(1, -1) : cell);

describe("a line of the tables of docs/coming-from.md is one that test/cli/habits runs", () => {
  const taken = rows.filter((row) => row.here !== undefined);
  const refused = rows.filter((row) => row.line !== undefined);

  test("there are such rows", () => {
    expect(taken.length).toBeGreaterThan(30);
    expect(refused.length).toBeGreaterThan(10);
  });

  test.each(taken)("$here", (row) => {
    const habit = habits.find(({ command }) => command === plain(row.here));
    expect(habit, `test/cli/habits has no row with this command`).toBeDefined();
    expect(["0", "1"]).toContain(habit?.exit);
    expect(plain(row.kubectl)).toBe(habit?.kubectl ?? "");
    expect(row["Calico's calicoctl"]).toBe(habit?.calicoctl ?? "");
  });

  test.each(refused)("$line", ({ line }) => {
    for (const one of linesOf(line)) {
      const found = habits.filter(({ command }) => command === one);
      expect(
        found.map(({ exit }) => exit),
        one,
      ).toEqual(["2"]);
    }
  });

  test("the refusals that it shows are rows also", () => {
    const shown = shownCommands(PAGE).map(({ line }) => line.replace(/^calicoctl /, ""));
    expect(shown.filter((line) => !habits.some(({ command }) => command === line))).toEqual([]);
  });
});
