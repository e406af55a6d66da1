import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeProofInputs } from "./large-policies/proof-inputs.ts";
import { SERVICE_NODES } from "./large-policies/service-rules.ts";
import { measureCommand } from "./measure-command.ts";

/** A question whose budget is spent ends about then, with start-up. */
const SPENT = 5;

const FACTS = SERVICE_NODES.map((node) => `--facts ${node}=${node}`).join(" ");

interface Row {
  readonly name: string;
  readonly argv: string;
  /** The most CPU time, in seconds. */
  readonly goal: number;
  /** The exit code of the answer that the row is about: any other is a failure, however fast it comes. */
  readonly exit: number;
}

const ROWS: readonly Row[] = [
  { name: "effect of ten policies", argv: "diff --effect large.yaml large-next.yaml", goal: 5, exit: 1 },
  {
    name: "repair of a flow",
    argv: "simulate tcp 10.20.30.4 10.1.0.7:443 --node node-7 --repair deny --offline -f large.yaml",
    goal: 5,
    exit: 0,
  },
  {
    name: "permit and forbid of many endpoints",
    argv: "test assertions.yaml --offline -f large.yaml",
    goal: 10,
    exit: 3,
  },
  {
    name: "generate of a node of 100 x 100",
    argv: "test --generate --node node-0 --offline -f middle.yaml",
    goal: 15,
    exit: 0,
  },
  {
    name: "guard of 100 x 100",
    argv: "guard --lifelines lifelines.yaml --offline -f middle.yaml",
    goal: 10,
    exit: 3,
  },
  {
    name: "mutate of 20 x 20",
    argv: "test flows.yaml --mutate --offline -f small.yaml",
    goal: 5,
    exit: 3,
  },
  { name: "guard of 50 nodes x 200 Services", argv: `guard --offline -f services.yaml ${FACTS}`, goal: 5, exit: 0 },
  { name: "adversarial: effect", argv: "diff --effect tangled.yaml tangled-next.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: effect, one long list", argv: "diff --effect long.yaml long-next.yaml", goal: SPENT, exit: 3 },
  {
    name: "adversarial: effect, names of ports",
    argv: "diff --effect names.yaml names-next.yaml",
    goal: SPENT,
    exit: 3,
  },
  { name: "adversarial: exposure", argv: "exposure --offline -f tangled.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: lint", argv: "lint --offline -f covered.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: lint, 30 endpoints", argv: "lint --offline -f tangled.yaml", goal: SPENT, exit: 0 },
  {
    name: "adversarial: lint, rules that pass on",
    argv: "lint --calico-version v3.32 --offline -f passing.yaml",
    goal: SPENT,
    exit: 0,
  },
  { name: "adversarial: generate", argv: "test --generate --node n0 --offline -f tangled.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: permit, forbid", argv: "test forbid.yaml --offline -f denying.yaml", goal: SPENT, exit: 3 },
  {
    name: "adversarial: repair",
    argv: "simulate tcp 10.20.30.4 10.0.0.1:443 --node n1 --in eth0 --repair allow --offline -f long.yaml",
    goal: SPENT,
    exit: 0,
  },
  { name: "adversarial: guard", argv: "guard --offline -f tangled.yaml", goal: SPENT, exit: 3 },
];

/**
 * Proofs as commands, each a process of its own: large installations, and policy that no exact analysis is fast for, of which the
 * answer has to be that it is not proved (exit code 3). CPU time counts: most of it is one thread. Only rows with `named` in their names.
 */
export function benchProofs(named = ""): void {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-proofs-"));
  try {
    writeProofInputs((name, text) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    });
    console.log("proofs as commands, whole processes");
    for (const { name, argv, goal, exit } of ROWS) {
      if (!name.includes(named)) continue;
      const { code, wall, cpu, peak, stdout, stderr } = measureCommand(argv.split(" "), folder);
      const verdict = code === exit ? `goal ${goal} s: ${cpu <= goal ? "met" : "MISSED"}` : "FAILED";
      const last = stderr.trim().split("\n").at(-1) || stdout.trim().split("\n").at(-1) || "";
      console.log(
        `${name.padEnd(38)} cpu ${cpu.toFixed(2)} s  ${wall.toFixed(2)} s  ${peak.toFixed(0)} MB  ${verdict}  exit code ${code}  ${last.slice(0, 100)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
