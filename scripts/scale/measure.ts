import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IN_ALL } from "./cluster.ts";
import type { EvaluatorCost } from "./in-process.ts";

/** What a process took: seconds of CPU time and elapsed, and its most memory in MB, where that is known. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number | undefined;
}

/** A command that is measured: its arguments, given the manifest's name; in the order in which they run on one store. */
export interface Command {
  readonly name: string;
  readonly argv: (manifest: string) => readonly string[];
}

const apply = (file: string): readonly string[] => ["apply", "-f", file];

/** What is asked of a store, from the first apply on. */
export const COMMANDS: readonly Command[] = [
  { name: "validate", argv: (file) => ["validate", "-f", file] },
  { name: "apply", argv: apply },
  { name: "apply unchanged", argv: apply },
  { name: "get one", argv: () => ["get", "gnp", IN_ALL.policy, "-o", "yaml"] },
  { name: "get all, table", argv: () => ["get", "wep", "--all-namespaces", "-o", "wide"] },
  { name: "get all, YAML", argv: () => ["get", "wep", "--all-namespaces", "-o", "yaml"] },
  { name: "get all, JSON", argv: () => ["get", "wep", "--all-namespaces", "-o", "json"] },
  { name: "label one", argv: () => ["label", "hep", IN_ALL.endpoint, "a=b"] },
  { name: "delete one", argv: () => ["delete", "hep", IN_ALL.deleted] },
  { name: "simulate", argv: () => IN_ALL.simulate },
];

/** What real calicoctl is asked, too. */
export const OF_REFERENCE: ReadonlySet<string> = new Set(["validate", "apply", "apply unchanged", "get all, YAML"]);

const CLI = join(import.meta.dirname, "..", "..", "bin", "calicoctl");
const USAGE = join(import.meta.dirname, "..", "bench-usage.cjs");
type Environment = Readonly<Record<string, string>>;

/** Runs the built tool; throws where it fails. What it prints is written to a file, as a terminal would take it. */
export function measureOwn(argv: readonly string[], env: Environment, folder: string): Cost {
  const usage = join(folder, "usage.json");
  const wall = timed([process.execPath, "--require", USAGE, CLI, ...argv], { ...env, BENCH_USAGE: usage });
  return { wall, ...(JSON.parse(readFileSync(usage, "utf8")) as { readonly cpu: number; readonly peak: number }) };
}

/** Runs another calicoctl; bash says what it took. `undefined` where it fails: v3.9.5 has no `validate`. */
export function measureReference(
  binary: string,
  argv: readonly string[],
  env: Environment,
  folder: string,
): Cost | undefined {
  const usage = join(folder, "reference");
  const script = 'TIMEFORMAT="%U %S"; { time "$@" 2>&3; } 3>&2 2>"$USAGE"';
  let wall: number;
  try {
    wall = timed(["bash", "-c", script, "bash", binary, ...argv], { ...env, USAGE: usage });
  } catch (error) {
    process.stderr.write(`${binary}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
  const [user = "0", system = "0"] = readFileSync(usage, "utf8").trim().split(" ");
  return { wall, cpu: Number(user) + Number(system), peak: undefined };
}

function timed(argv: readonly string[], env: Environment): number {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  const [program = "", ...rest] = argv;
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, rest, {
    env: { ...environment, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`${rest.join(" ")}: ${stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Measures the evaluator in a process of its own. */
export function evaluatorCost(size: number): EvaluatorCost {
  const argv = [...process.execArgv, join(import.meta.dirname, "in-process.ts"), String(size)];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as EvaluatorCost;
}
