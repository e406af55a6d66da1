import { type Habit, tryHabits } from "./habit.ts";
import { HOST_ENDPOINTS } from "./set-ups.ts";

const DEPLOYMENT = "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n";
const FLOW =
  "{from: {interface: eth0}, to: {process: true}, protocol: TCP, srcIP: 203.0.113.9, srcPort: 4000, dstIP: 10.0.0.1, dstPort: 22";
const FILES = {
  "app.yaml": HOST_ENDPOINTS + DEPLOYMENT,
  "hosts.yaml": HOST_ENDPOINTS,
  "flows.yaml": `node: n1\nflows:\n  - ${FLOW}, name: ssh, expect: deny}\n`,
};

/** What people put into the jobs of a CI service. */
const ROWS: readonly Habit[] = [
  {
    habit: "manifests of an application beside Calico's",
    kubectl: "apply --dry-run=client -f app.yaml",
    files: FILES,
    command: "validate -f DIR/app.yaml --skip-kind Deployment",
    exit: 0,
    output: "Successfully validated 2 'HostEndpoint' resource(s)",
    not: "Deployment",
  },
  {
    habit: "no warning passes, as with other checkers",
    files: FILES,
    command: "validate -f DIR/app.yaml --warnings-as-errors",
    exit: 1,
    output: ["error: an object is passed over", "[kubernetes.passed-over]"],
    not: "warning:",
  },
  {
    habit: "no warning passes lint",
    files: FILES,
    command: "lint --offline -f DIR/app.yaml --warnings-as-errors",
    exit: 1,
    output: ["[kubernetes.passed-over]", "1 error"],
  },
  {
    habit: "lint of an application's manifests",
    files: FILES,
    command: "lint --offline -f DIR/app.yaml --warnings-as-errors --skip-kind=apps/Deployment",
    exit: 0,
    output: "no findings",
  },
  {
    habit: "a failing flow in a pull request",
    files: FILES,
    command: "test DIR/flows.yaml -f DIR/hosts.yaml --offline -o github",
    exit: 3,
    output: /^::error file=.*flows\.yaml,line=3,col=\d+,title=ssh::expected deny, got allow/m,
  },
];

tryHabits(ROWS);
