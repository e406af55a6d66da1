import { join } from "node:path";
import release from "../../package.json" with { type: "json" };
import { TRY } from "../../scripts/reference/command-page.ts";
import { brokenLine } from "../../scripts/reference/shell-lines.ts";
import type { Example } from "../../src/cli/shell/command.ts";
import { STARTS } from "./datastores.ts";
import { copyOf, newFolder, type Shell, shellIn } from "./shell.ts";

/** How an example is run by a test, where not simply as it stands. */
export interface ExampleRun {
  /** Its exit code, where not 0. */
  readonly code?: number;
  /** Lines that make the surroundings, which the reference does not show: programs, what goes on in another terminal. */
  readonly surroundings?: readonly string[];
  /** What is run in its place. */
  readonly as?: string;
  /** The datastore: an API server with the objects of `examples/kubernetes`; else an embedded store. */
  readonly datastore?: "cluster";
  /** A program that it needs; without it the example is not run. */
  readonly program?: string;
}

/** An example that has been run: its exit code, and what the reference shows of it. */
export interface RanExample {
  readonly code: number;
  readonly transcript: string;
}

/** Columns that the block of a page has. */
const WIDTH = 80;
/** Most lines of an output that are shown. */
const MOST = 40;
/** Where the reader is thought to have copied the folder to. */
const SHOWN_FOLDER = "/home/you/try";

/** What differs at each run, and what is shown. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "2026-01-02T03:04:05Z"],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "6f0f3c1e-9a1b-4f6e-8c2d-3b5a7e9d1f20"],
  [/\b(confirmed:|change) [0-9a-f]{6}\b/g, "$1 3f9a2c"],
  [/(?<=(?:Git commit: +|"gitCommit": "))[0-9a-f]{7,}/g, "0123456789"],
  [new RegExp(`v${release.version.replaceAll(".", "\\.")}`, "g"), "v1.2.3"],
];

/** Makes the folder that the examples run in, with a store that holds what they need; each takes a copy of it. */
export async function prepareFolder(): Promise<string> {
  const folder = newFolder({});
  const lines = TRY.split("\n").filter((line) => !line.startsWith("export "));
  const inside = lines.indexOf("cd try");
  await prepare(shellIn(folder), lines.slice(0, inside));
  await prepare(shellIn(join(folder, "try")), lines.slice(inside + 1));
  return folder;
}

/** Runs an example in a copy of the prepared folder. */
export async function runExample(example: Example, run: ExampleRun, prepared: string): Promise<RanExample> {
  const folder = join(copyOf(prepared), "try");
  const started = run.datastore === undefined ? undefined : await STARTS[run.datastore]();
  try {
    const shell = shellIn(folder, { COLUMNS: String(WIDTH), ...started?.env });
    await prepare(shell, [...(run.surroundings ?? []), ...(example.before ?? [])]);
    const { code, printed } = await shell(run.as ?? example.line);
    const shown = VARYING.reduce(
      (text, [varying, as]) => text.replaceAll(varying, as),
      printed.replaceAll(folder, SHOWN_FOLDER),
    );
    const commands = [...(example.before ?? []), example.line].map((line) => `$ ${brokenLine(line, WIDTH)}\n`);
    return { code, transcript: `${commands.join("")}${shortened(shown)}` };
  } finally {
    await started?.stop();
  }
}

async function prepare(shell: Shell, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { code, printed } = await shell(line);
    if (code !== 0) throw new Error(`${line} ends with ${code}: ${printed}`);
  }
}

function shortened(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines.length <= MOST + 1 ? lines.join("\n") : [...lines.slice(0, MOST), "...", ""].join("\n");
}
