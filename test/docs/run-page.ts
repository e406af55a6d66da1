import { execFile, spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { BINARY } from "../support/binary.ts";
import { tmpFolder } from "../support/tmp.ts";
import { printedPattern, shownCommands } from "./command-blocks.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What a command line of a page needs, and how it ends. */
export interface ShownRun {
  readonly code: number;
  /** Command lines that run before it, each of which must end with 0. */
  readonly before?: readonly string[];
  /** Files beside those of the page, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What is run in its place: the same, with values that a test can use. */
  readonly as?: string;
  /** What of its output differs at each run, and what the page has there. */
  readonly varies?: readonly (readonly [RegExp, string])[];
  /** It runs in a terminal of its own, in which nothing is typed; left out where no program makes one. */
  readonly terminal?: boolean;
}

/** A page of the documentation, and what its command lines do. */
export interface ShownPage {
  /** The files that its commands name, by path; `examples` is there for all. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that the datastore holds before each command, by path. */
  readonly stored?: readonly string[];
  /** Every command line of the page: what it does, or why it is not run. */
  readonly commands: Readonly<Record<string, ShownRun | string>>;
}

/** Runs every command line of the page, each on a folder and a store of its own, and compares what the page prints of it. */
export function testPage(name: string, page: ShownPage): void {
  const shown = shownCommands(readFileSync(join(ROOT, name), "utf8"));
  test(`${name}: every command line is listed here, and no other`, () => {
    expect(Object.keys(page.commands).sort()).toEqual([...new Set(shown.map(({ line }) => line))].sort());
  });
  for (const { line, output } of shown) {
    const run = page.commands[line];
    if (run === undefined) continue;
    if (typeof run === "string" || (run.terminal && !hasTerminal)) {
      test.skip(`${name}: ${line} [skipped: ${typeof run === "string" ? run : "no script here"}]`);
      continue;
    }
    test(`${name}: ${line}`, async () => {
      const folder = tmpFolder({ ...page.files, ...run.files });
      cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true });
      const prepare = [...(page.stored ?? []).map((file) => `calicoctl apply -f ${file}`), ...(run.before ?? [])];
      for (const before of prepare) expect(await typed(before, folder), before).toMatchObject({ code: 0 });
      const ran = await typed(run.as ?? line, folder, run.terminal);
      const printed = (run.varies ?? []).reduce((text, [varying, shown]) => text.replace(varying, shown), ran.printed);
      if (output) expect(printed).toMatch(printedPattern(output));
      expect(ran.code, printed).toBe(run.code);
    });
  }
}

/** The program that runs a command in a terminal of its own. */
const TERMINAL: string = "script";
const hasTerminal = spawnSync(TERMINAL, ["--version"]).status === 0;

/** What a line did; both streams are in the order in which they were written. */
interface Typed {
  readonly code: number;
  readonly printed: string;
}

/** Runs a line in a shell, as a reader types it. */
function typed(line: string, cwd: string, terminal = false): Promise<Typed> {
  const env = {
    PATH: `${dirname(BINARY)}:${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
    DATASTORE_TYPE: "embedded",
    CALICO_EMBEDDED_PATH: join(cwd, ".store.db"),
    CALICOCTL_STATE_DIR: join(cwd, ".state"),
    HOME: cwd,
    SHELL: "/bin/sh",
  };
  const [program, argv] = terminal
    ? [TERMINAL, ["-qfec", line, "/dev/null"]]
    : ["bash", ["-o", "pipefail", "-c", `exec 2>&1\n${line}`]];
  return new Promise((resolve) => {
    const child = execFile(program, argv, { cwd, env }, (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), printed: stdout.replaceAll("\r\n", "\n") });
    });
    if (!terminal) child.stdin?.end();
  });
}
