import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Example } from "../../src/cli/shell/command.ts";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { exitCodes } from "../../src/cli/shell/usage.ts";
import { RUNS } from "./example-runs.ts";
import { prepareFolder, runExample } from "./example-transcript.ts";
import { hasProgram } from "./shell.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const declarations = (await allCommands()).map(({ declaration }) => declaration);
const lines = declarations.flatMap(({ examples = [] }) => examples.map(({ line }) => line));
const prepared = prepareFolder();
/** Where what the examples of a command print is recorded. */
const recordOf = (name: string): string => join(ROOT, "docs", "reference", "examples", `${name}.txt`);

test("what is listed of examples is about examples", () => {
  expect(Object.keys(RUNS).filter((line) => !lines.includes(line))).toEqual([]);
});

/**
 * The examples of a command's page, run. After a change of what they print, or of an example, they are recorded again by
 * `npx vitest run test/docs/examples-of-commands.test.ts -u`.
 */
test.each(declarations)("the examples of $name end and print as its page shows", async (declaration) => {
  const { name, examples = [], exits } = declaration;
  const ran = await Promise.all(
    examples.map(async (example) => {
      const run = RUNS[example.line] ?? {};
      // Where a program is missing, what is recorded is taken as it is; the others are compared.
      if (run.program !== undefined && !hasProgram(run.program))
        return { code: run.code ?? 0, part: recordedPart(name, example) };
      const { code, transcript } = await runExample(example, run, await prepared);
      const meaning = exitCodes(exits).find(([number]) => number === String(code))?.[1];
      const end = code === 0 ? "" : `\nIt ends with exit code ${code}: ${meaning}.\n`;
      return { code, part: `${headOf(example)}\`\`\`console\n${transcript.trimEnd()}\n\`\`\`\n${end}` };
    }),
  );
  await expect(ran.map(({ part }) => part).join("\n")).toMatchFileSnapshot(recordOf(name));
  const codes = ran.map(({ code }, i) => [examples[i]?.line, code]);
  expect(codes).toEqual(examples.map(({ line }) => [line, RUNS[line]?.code ?? 0]));
});

test("what is recorded is of commands, each of them", () => {
  const recorded = readdirSync(dirname(recordOf(""))).map((name) => name.replace(/\.txt$/, ""));
  expect(recorded.sort()).toEqual(declarations.map(({ name }) => name).sort());
});

const headOf = ({ shows }: Example): string => `${shows.charAt(0).toUpperCase()}${shows.slice(1)}:\n\n`;

/** What is recorded of an example. */
function recordedPart(name: string, example: Example): string {
  const head = headOf(example);
  const record = readFileSync(recordOf(name), "utf8");
  const from = record.indexOf(head);
  const to = record.indexOf("```\n", from + head.length + "```console".length);
  return record.slice(from, to + "```\n".length);
}
