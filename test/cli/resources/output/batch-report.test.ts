import { expect, test } from "vitest";
import { stretches } from "../../../../src/cli/resources/output/batch-report.ts";
import { progress } from "../../../../src/cli/shell/io/progress.ts";
import { testIo } from "../../../support/cli.ts";

const place = (name: string, line?: number) => ({
  id: { kind: "HostEndpoint", name },
  locate: () =>
    line === undefined ? undefined : { source: "a.yaml", start: { line, column: 1 }, end: { line, column: 2 } },
});

test.each([
  ["a", "  yes: HostEndpoint 0 (a.yaml:1)\n"],
  ["aab", "  yes: HostEndpoint 0 (a.yaml:1) to HostEndpoint 1 (a.yaml:2)\n  no: HostEndpoint 2 (a.yaml:3)\n"],
  ["aba", "  yes: HostEndpoint 0 (a.yaml:1), HostEndpoint 2 (a.yaml:3)\n  no: HostEndpoint 1 (a.yaml:2)\n"],
  ["", ""],
])("%s", (states, text) => {
  const items = [...states].map((_, i) => place(String(i), i + 1));
  expect(stretches(items, (at) => (states[at] === "a" ? "yes" : "no"), ["yes", "no"])).toBe(text);
});

test("many stretches are counted, names are made printable, places may be absent", () => {
  const items = Array.from({ length: 60 }, (_, i) => place(i === 0 ? "\u001b[2J" : String(i)));
  const text = stretches(items, (at) => (at % 2 === 0 ? "yes" : "no"), ["yes"]);
  expect(text).toMatch(/^ {2}yes: HostEndpoint \\x1b\[2J, HostEndpoint 2, .*, HostEndpoint 18, 20 more\n$/);
});

test("only what is shown is located, because that reads the text again", () => {
  let located = 0;
  const locate = () => {
    located++;
    return undefined;
  };
  const items = Array.from({ length: 1000 }, (_, i) => ({ id: { kind: "HostEndpoint", name: String(i) }, locate }));
  stretches(items, (at) => (at < 500 ? "yes" : "no"), ["yes", "no"]);
  expect(located).toBe(4);
  stretches(items, (at) => (at % 2 === 0 ? "yes" : "no"), ["yes", "no"]);
  expect(located).toBe(4 + 20);
});

test("the line of progress comes after a second, on a terminal only, and goes away", () => {
  let clock = 0;
  const ran = (isTTY: boolean): string => {
    const { io, written } = testIo({ tty: isTTY });
    clock = 0;
    const line = progress("applied", 100, io, () => clock);
    for (const [done, time] of [
      [1, 500],
      [20, 1100],
      [21, 1150],
      [40, 1400],
    ] as const) {
      clock = time;
      line.step(done);
    }
    line.end();
    return written.stderr;
  };
  expect(ran(false)).toBe("");
  expect(ran(true)).toBe(`\rapplied 20 of 100\rapplied 40 of 100\r${" ".repeat(17)}\r`);
});
