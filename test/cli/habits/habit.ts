import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runBinary } from "../../support/binary.ts";
import { runCli } from "../../support/cli.ts";
import { FULL } from "../../support/full.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { SET_UPS, type SetUp } from "./set-ups.ts";

/** One habit of people who know kubectl or calicoctl, and what this tool does with the line that they type. */
export interface Habit {
  /** What the line is typed for; each once in a table. */
  readonly habit: string;
  /** The same with kubectl, where it has it. */
  readonly kubectl?: string;
  /** What Calico's own calicoctl does with the line, or has instead. */
  readonly calicoctl?: string;
  /** What is stored before; `hosts` where a row says nothing. */
  readonly setUp?: SetUp;
  /** Files that the line names, by their paths below `DIR`. */
  readonly files?: Readonly<Record<string, string>>;
  /** What a pipe brings; without it standard input is empty and no pipe. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The line without `calicoctl`, quoted as for a shell; `DIR` is a folder of the row's own. */
  readonly command: string;
  readonly exit: 0 | 1 | 2 | 3;
  /** Texts that the output must have, stdout with exit code 0, stderr where it is 2, else either; a RegExp is matched. */
  readonly output: string | RegExp | readonly (string | RegExp)[];
  /** Texts that stderr has, where a command that succeeds writes there. */
  readonly stderr?: string | readonly string[];
  /** Texts that the output must not have. */
  readonly not?: string | readonly string[];
  /** A second line, which shows what the first one did: it exits with 0. */
  readonly after?: { readonly command: string; readonly output: string; readonly not?: string };
}

/**
 * Runs each row on an embedded store of its own: in this process, and in a full run with the built tool. A row of wrong
 * usage must print nothing on stdout.
 */
export function tryHabits(rows: readonly Habit[]): void {
  test("each habit is listed once", () => {
    const names = rows.map(({ habit }) => habit);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test.each(rows)("$habit: calicoctl $command", async (row) => {
    const folder = tmpFolder();
    const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, ".store.db"), ...row.env };
    const argvOf = (line: string) => shellWords(line.replaceAll("DIR", folder));
    const run = (line: string, stdin?: string) => runCli(argvOf(line), { env, ...(stdin !== undefined && { stdin }) });
    for (const manifest of SET_UPS[row.setUp ?? "hosts"])
      expect(await run("create -f -", manifest)).toMatchObject({ code: 0, stderr: "" });
    for (const [name, text] of Object.entries(row.files ?? {})) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const ran = FULL
      ? await runBinary(argvOf(row.command), { env, stdin: row.stdin ?? null })
      : await run(row.command, row.stdin);
    const shown = row.exit === 0 ? ran.stdout : row.exit === 2 ? ran.stderr : ran.stdout + ran.stderr;
    expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({ code: row.exit });
    if (row.exit === 2) expect(ran.stdout).toBe("");
    for (const part of [row.output].flat()) {
      if (typeof part === "string") expect(shown).toContain(part);
      else expect(shown).toMatch(part);
    }
    for (const part of [row.stderr ?? []].flat()) expect(ran.stderr).toContain(part);
    for (const part of [row.not ?? []].flat()) expect(ran.stdout + ran.stderr).not.toContain(part);
    if (row.after === undefined) return;
    const second = await run(row.after.command);
    expect(second).toMatchObject({ code: 0 });
    expect(second.stdout).toContain(row.after.output);
    if (row.after.not !== undefined) expect(second.stdout).not.toContain(row.after.not);
  });
}

/** The words of a line as a shell splits it: blanks divide, quotes of both kinds keep together. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ""),
  );
}
