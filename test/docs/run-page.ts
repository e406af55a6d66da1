import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasEtcd, needsEtcd } from "../support/etcd.ts";
import { blocksOf, isShell, namedFile } from "./blocks.ts";
import { checkFragment } from "./check-fragment.ts";
import { printedPattern, type ShownCommand, shownCommands } from "./command-blocks.ts";
import { STARTS } from "./datastores.ts";
import { copyOf, hasProgram, hasTerminal, newFolder, type Shell, shellIn } from "./shell.ts";
import type { ShownPage, ShownRun } from "./shown-page.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** A line that does not end by itself. */
const SERVES = /^calicoctl explore(?!.* --save )/;

/** Runs every command line of the page, compares what the page prints of it, and checks its other blocks. */
export function testPage(name: string, page: ShownPage): void {
  const markdown = readFileSync(join(ROOT, name), "utf8");
  const shown = shownCommands(markdown);
  const others = blocksOf(markdown).filter((block) => !isShell(block));
  const files = Object.fromEntries(
    others.flatMap((block) => namedFile(block) ?? []).map(({ name, text }) => [name, text]),
  );
  const lines = shown.map(({ line }) => line);
  describe(name, () => {
    test("what the test lists of the page is in the page", () => {
      expect(Object.keys(page.commands ?? {}).filter((line) => !lines.includes(line))).toEqual([]);
      const firstLines = others.map((block) => block.lines[0]);
      expect(Object.keys(page.unchecked ?? {}).filter((line) => !firstLines.includes(line))).toEqual([]);
    });
    for (const block of others) {
      const reason = page.unchecked?.[block.lines[0] ?? ""];
      const title = `the block at line ${block.at}`;
      if (reason !== undefined) test.skip(`${title} [skipped: ${reason}]`);
      else test(title, () => checkFragment(block, lines));
    }
    if (shown.length > 0) testCommands(shown, { ...page, files: { ...files, ...page.files } });
  });
}

function testCommands(shown: readonly ShownCommand[], page: ShownPage): void {
  const lacks = page.datastore === "etcd" && !hasEtcd;
  describe.skipIf(lacks)(`its commands${lacks ? needsEtcd : ""}`, () => {
    let env: Readonly<Record<string, string>> = page.columns === undefined ? {} : { COLUMNS: String(page.columns) };
    let stop = async (): Promise<void> => {};
    let prepared = "";
    beforeAll(async () => {
      if (page.datastore !== undefined) {
        const started = await STARTS[page.datastore]();
        env = { ...env, ...started.env };
        stop = started.stop;
      }
      prepared = newFolder(page.files ?? {});
      for (const before of page.before ?? []) await prepare(shellIn(prepared, env), before);
    });
    afterAll(() => stop());
    for (const [at, { line, output }] of shown.entries()) {
      const run = runOf(page, line, shown.slice(0, at));
      const skipped = typeof run === "string" ? run : reasonToSkip(run);
      if (typeof run === "string" || skipped !== undefined) {
        test.skip(`${line} [skipped: ${skipped}]`);
        continue;
      }
      test(line, async () => {
        // It would serve its page until someone ends it, and the test with it.
        if (SERVES.test(run.as ?? line)) expect.unreachable("say in test/docs/pages why this line is not run");
        const shell = shellIn(page.inOrder ? prepared : copyOf(prepared), env);
        for (const before of run.before ?? []) await prepare(shell, before);
        const ran = await shell(run.as ?? line, run.terminal);
        const printed = (run.varies ?? []).reduce((text, [varying, as]) => text.replace(varying, as), ran.printed);
        if (output) expect(printed).toMatch(printedPattern(output));
        expect(ran.code, printed).toBe(run.code);
      });
    }
  });
}

/** What a line does, by what comes before it in the page. */
function runOf({ commands }: ShownPage, line: string, before: readonly ShownCommand[]): ShownRun | string {
  const listed = commands?.[line] ?? { code: 0 };
  if (typeof listed === "string") return listed;
  return [listed].flat()[before.filter((one) => one.line === line).length] ?? (listed as ShownRun);
}

function reasonToSkip({ terminal, program }: ShownRun): string | undefined {
  if (terminal && !hasTerminal) return "no script here";
  return program === undefined || hasProgram(program) ? undefined : `no ${program} here`;
}

async function prepare(shell: Shell, line: string): Promise<void> {
  expect(await shell(line), line).toMatchObject({ code: 0 });
}
