import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tangledManifest, tangledRules } from "../test/cli/not-proved/tangled-policies.ts";
import { largePolicies } from "./large-policies/large-policies.ts";
import { measureCommand } from "./measure-command.ts";

const LARGE = { endpoints: 1000, policies: 1000, rulesEach: 5, policiesEach: 30 };
const MIDDLE = { endpoints: 100, policies: 100, rulesEach: 3, policiesEach: 15 };
const BOTH = ["Deny", "Allow"];
/** A question whose budget is spent ends about then, with start-up. */
const SPENT = 5;

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
  { name: "adversarial: effect", argv: "diff --effect tangled.yaml tangled-next.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: effect, one long list", argv: "diff --effect long.yaml long-next.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: exposure", argv: "exposure --offline -f tangled.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: lint", argv: "lint --offline -f tangled.yaml", goal: SPENT, exit: 3 },
  {
    name: "adversarial: lint, rules that pass on",
    argv: "lint --calico-version v3.32 --offline -f passing.yaml",
    goal: SPENT,
    exit: 3,
  },
  { name: "adversarial: generate", argv: "test --generate --node n0 --offline -f tangled.yaml", goal: SPENT, exit: 3 },
  { name: "adversarial: guard", argv: "guard --offline -f tangled.yaml", goal: SPENT, exit: 3 },
];

/**
 * Proofs as commands, each a process of its own: large installations, and policy that no exact analysis is fast for, of which the
 * answer has to be that it is not proved (exit code 3). CPU time counts: most of it is one thread.
 */
export function benchProofs(): void {
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-bench-proofs-"));
  try {
    writeInputs((name, text) => writeFileSync(join(folder, name), text));
    console.log("proofs as commands, whole processes");
    for (const { name, argv, goal, exit } of ROWS) {
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

type Resource = Readonly<Record<string, unknown>>;

function writeInputs(write: (name: string, text: string) => void): void {
  const manifest = (resources: readonly unknown[]) =>
    `${resources.map((one) => JSON.stringify(one)).join("\n---\n")}\n`;
  const large = largePolicies(LARGE);
  const next = new Map(largePolicies({ ...LARGE, seed: 2 }).map((one) => [one.metadata.name, one]));
  const changed = new Set(Array.from({ length: 10 }, (_, i) => `policy-${i}`));
  write("large.yaml", manifest(large));
  write(
    "large-next.yaml",
    manifest(large.map((one) => (changed.has(one.metadata.name ?? "") ? next.get(one.metadata.name) : one))),
  );
  write("middle.yaml", manifest(largePolicies(MIDDLE)));
  write(
    "assertions.yaml",
    'forbid:\n- {to: "has(p1)", ports: tcp/1:65535, failsafes: false}\npermit:\n- {to: "has(p2)", ports: tcp/22}\n',
  );
  write("lifelines.yaml", "lifelines:\n- {name: web, direction: in, protocol: TCP, ports: [443, 80]}\n");
  write("tangled.yaml", manifest(tangledAt(30, 100, 1)));
  write("tangled-next.yaml", manifest(tangledAt(30, 100, 1001)));
  write("long.yaml", tangledManifest(tangledRules(2000, BOTH, 1)));
  write("long-next.yaml", tangledManifest(tangledRules(2000, BOTH, 2)));
  write("passing.yaml", manifest(passing(400)));
}

function resource(kind: string, name: string, spec: Resource, labels: Resource = {}): Resource {
  return { apiVersion: "projectcalico.org/v3", kind, metadata: { name, labels }, spec };
}

/** Endpoints, each with a policy of its own. */
function tangledAt(endpoints: number, rules: number, seed: number): readonly Resource[] {
  return Array.from({ length: endpoints }, (_, i) => [
    resource(
      "HostEndpoint",
      `h${i}`,
      { node: `n${i}`, interfaceName: "eth0", expectedIPs: [`10.0.0.${i + 1}`] },
      { of: `h${i}` },
    ),
    resource("GlobalNetworkPolicy", `p${i}`, {
      ...{ selector: `of == 'h${i}'`, order: 1, types: ["Ingress"] },
      ingress: tangledRules(rules, BOTH, seed + i),
    }),
  ]).flat();
}

/** A tier whose rules pass on what overlaps in every way, and one after it. */
function passing(rules: number): readonly Resource[] {
  const policy = { selector: "all()", order: 1, types: ["Ingress"] };
  const ends = [
    { action: "Deny", protocol: "TCP", source: { nets: ["10.0.0.0/8"] } },
    { action: "Deny", protocol: "TCP" },
  ];
  return [
    resource("Tier", "first", { order: 1 }),
    resource("HostEndpoint", "h", { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] }),
    resource("GlobalNetworkPolicy", "first.a", {
      ...policy,
      tier: "first",
      ingress: [...tangledRules(rules, ["Pass"], 1), ...ends],
    }),
    resource("GlobalNetworkPolicy", "b", { ...policy, ingress: tangledRules(50, ["Allow", "Deny"], 9) }),
  ];
}
