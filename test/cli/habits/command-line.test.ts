import { type Habit, tryHabits } from "./habit.ts";
import { HOST_ENDPOINTS } from "./set-ups.ts";

/** Habits of the command line itself: where options stand, how files are named, what is refused. */
const ROWS: readonly Habit[] = [
  {
    habit: "list host endpoints",
    kubectl: "get pods",
    calicoctl: "the same",
    command: "get hep",
    exit: 0,
    output: ["NAME", "h1", "h2"],
  },
  {
    habit: "the value of a short option right behind it",
    kubectl: "get pods -oname",
    calicoctl: "the same",
    command: "get hep -oname",
    exit: 0,
    output: "hostendpoint/h1",
  },
  {
    habit: "apply from a pipe",
    kubectl: "apply -f -",
    calicoctl: "the same",
    setUp: "nothing",
    command: "apply -f -",
    stdin: HOST_ENDPOINTS,
    exit: 0,
    output: "Successfully applied 2 'HostEndpoint' resource(s)",
    after: { command: "get hep -o name", output: "hostendpoint/h2" },
  },
  {
    habit: "the namespace in front of the kind",
    kubectl: "get -n shop networkpolicy",
    calicoctl: "the same",
    setUp: "policies",
    command: "get -n shop np",
    exit: 0,
    output: "shop-db",
  },
  {
    habit: "every namespace, kubectl's capital",
    kubectl: "get networkpolicy -A",
    calicoctl: "refused: unknown option",
    setUp: "policies",
    command: "get np -A",
    exit: 0,
    output: ["NAMESPACE", "shop"],
  },
  {
    habit: "a command that is misspelt",
    kubectl: "gte pods",
    calicoctl: "prints its usage",
    command: "gte hep",
    exit: 2,
    output: ["unknown command `gte`", "did you mean `get`?"],
  },
  {
    habit: "node status",
    calicoctl: "node status",
    command: "node status",
    exit: 2,
    output: "use Calico's own calicoctl",
  },
  {
    habit: "ipam show",
    calicoctl: "ipam show",
    command: "ipam show",
    exit: 2,
    output: "use Calico's own calicoctl",
  },
  // Help.
  {
    habit: "help",
    kubectl: "help",
    calicoctl: "prints its usage",
    command: "help",
    exit: 0,
    output: "Usage: calicoctl",
  },
  {
    habit: "help of a command",
    kubectl: "help get",
    command: "help get",
    exit: 0,
    output: ["Usage: calicoctl get", "--watch"],
  },
  {
    habit: "the option -h",
    kubectl: "get -h",
    calicoctl: "the same",
    command: "get -h",
    exit: 0,
    output: "Usage: calicoctl get",
  },
];

tryHabits(ROWS);
