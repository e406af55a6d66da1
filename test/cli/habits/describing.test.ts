import { type Habit, tryHabits } from "./habit.ts";

/** Habits of people who look at a cluster before they change it. */
const ROWS: readonly Habit[] = [
  {
    habit: "which kinds are there",
    kubectl: "api-resources",
    calicoctl: "refused: no such command",
    setUp: "nothing",
    command: "api-resources",
    exit: 0,
    output: [/^hostendpoints +hep +projectcalico.org\/v3 +false +HostEndpoint/m, /^networkpolicies +np /m],
  },
  {
    habit: "the names of kinds, for a script",
    kubectl: "api-resources -o name",
    calicoctl: "refused: no such command",
    setUp: "nothing",
    command: "api-resources -o name",
    exit: 0,
    output: /^globalnetworkpolicies$/m,
  },
  {
    habit: "kinds with namespaces only",
    kubectl: "api-resources --namespaced=true",
    calicoctl: "refused: no such command",
    setUp: "nothing",
    command: "api-resources --namespaced=true",
    exit: 0,
    output: "NetworkPolicy",
    not: "HostEndpoint",
  },
  {
    habit: "the version as data",
    kubectl: "version --client -o json",
    calicoctl: "refused: unknown option",
    setUp: "nothing",
    command: "version --client -o json",
    exit: 0,
    output: '"gitVersion": "v',
  },
  {
    habit: "the version as YAML",
    kubectl: "version --client -o=yaml",
    calicoctl: "refused: unknown option",
    setUp: "nothing",
    command: "version --client --output=yaml",
    exit: 0,
    output: "clientVersion:\n  gitCommit:",
  },
  {
    habit: "run calico/node",
    calicoctl: "node run --node-image=... as root",
    setUp: "nothing",
    command: "node run --node-image=calico/node:v3.9.5",
    exit: 2,
    output: ["unknown command `node run`", "use Calico's own calicoctl"],
  },
  {
    habit: "the facts of this node, without a place for them",
    setUp: "nothing",
    command: "node facts",
    exit: 2,
    output: "name one with --save FOLDER",
  },
];

tryHabits(ROWS);
