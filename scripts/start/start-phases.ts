import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CommandLine, environmentOf } from "./whole-process.ts";

const RUNS = 25;
const PHASES = join(import.meta.dirname, "phases.cjs");

/** Where the milliseconds of a start go, as rows of a table in Markdown: the least of 25 runs, for each of the commands: what
 * a machine that does other work adds is no part of the start. */
export function printPhases(commands: ReadonlyMap<string, CommandLine>, folder: string): void {
  const columns = [...commands.values()].map((line) => phasesOf(line, folder));
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const row = (cells: readonly string[]) => console.log(`| ${cells.join(" | ")} |`);
  row(["phase, ms", ...commands.keys()]);
  row(["---", ...columns.map(() => "---:")]);
  for (const name of names) row([name, ...columns.map((column) => column.get(name)?.toFixed(1) ?? "")]);
  row(["all", ...columns.map((column) => [...column.values()].reduce((sum, part) => sum + part, 0).toFixed(1))]);
}

function phasesOf(line: CommandLine, folder: string): ReadonlyMap<string, number> {
  const file = join(folder, "phases");
  rmSync(file, { force: true });
  const [program, ...words] = line.argv;
  const ends: number[] = [];
  for (let run = 0; run < RUNS + 2; run++) {
    const env = { ...environmentOf(line), BENCH_PHASES: file };
    spawnSync(program, ["--require", PHASES, ...words], { env });
    ends.push(performance.timeOrigin + performance.now());
  }
  // The first runs make the compiled forms.
  const runs = readFileSync(file, "utf8").trim().split("\n");
  const each = runs.map((text, at) => {
    const { ended = 0, ...phases } = JSON.parse(text) as Record<string, number>;
    return { ...phases, "the end of the process": (ends[at] ?? ended) - ended };
  });
  const names = [...new Set(each.slice(2).flatMap((phases) => Object.keys(phases)))];
  const least = (name: string) => Math.min(...each.slice(2).map((phases: Record<string, number>) => phases[name] ?? 0));
  return new Map(names.map((name) => [name, least(name)]));
}
