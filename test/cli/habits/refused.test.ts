import { type Habit, tryHabits } from "./habit.ts";

/** Options of kubectl that promise something this tool does not do: refused with what to use instead. */
const ROWS: readonly Habit[] = [
  // What kubectl promises and this tool cannot keep.
  {
    habit: "kustomize",
    kubectl: "apply -k overlays/prod",
    command: "apply -k overlays/prod",
    exit: 2,
    output: ["unknown option `-k`", "kustomize build DIRECTORY | calicoctl apply -f -"],
  },
  {
    habit: "force, of apply",
    kubectl: "apply --force -f FILE",
    command: "apply --force -f h.yaml",
    exit: 2,
    output: ["unknown option `--force`", "calicoctl replace -f FILE"],
  },
  {
    habit: "force, of replace",
    kubectl: "replace --force -f FILE",
    command: "replace --force -f h.yaml",
    exit: 2,
    output: "leave out --force: replace overwrites",
  },
  {
    habit: "poll the versions",
    calicoctl: "version --poll=1s (prints them again when they change)",
    command: "version --poll=1s",
    exit: 2,
    output: ["unknown option `--poll`", "calicoctl get clusterinformation default -o yaml --watch"],
  },
  {
    habit: "force, of delete",
    kubectl: "delete pod p --force",
    command: "delete hep h1 --force",
    exit: 2,
    output: "takes effect at once: leave out --force",
    after: { command: "get hep", output: "h1" },
  },
  {
    habit: "grace period",
    kubectl: "delete pod p --grace-period=0",
    command: "delete hep h1 --grace-period=0",
    exit: 2,
    output: "takes effect at once",
  },
  {
    habit: "wait for the write",
    kubectl: "delete pod p --wait=false",
    command: "delete hep h1 --wait=false",
    exit: 2,
    output: ["unknown option `--wait`", "leave out --wait"],
  },
  {
    habit: "prune",
    kubectl: "apply --prune -l app=x -f FILE",
    command: "apply --prune -f h.yaml",
    exit: 2,
    output: ["unknown option `--prune`", "delete KIND -l SELECTOR"],
  },
  {
    habit: "server-side apply",
    kubectl: "apply --server-side -f FILE",
    command: "apply --server-side -f h.yaml",
    exit: 2,
    output: ["unknown option `--server-side`", "calicoctl patch"],
  },
  {
    habit: "no validation",
    kubectl: "apply --validate=false -f FILE",
    command: "apply --validate=false -f h.yaml",
    exit: 2,
    output: "cannot be turned off",
  },
  {
    habit: "the kubeconfig as an option",
    kubectl: "--kubeconfig FILE get pods",
    command: "get hep --kubeconfig k.yaml",
    exit: 2,
    output: "KUBECONFIG=FILE",
  },
  {
    habit: "more logs",
    kubectl: "get pods -v 6",
    command: "get hep -v 6",
    exit: 2,
    output: "this tool logs nothing",
  },
];

/** Lines with a slip of the hand, and what is proposed for them. */
const MISTYPED: readonly Habit[] = [
  {
    habit: "the initials of a kind",
    kubectl: "get gns",
    command: "get gns",
    exit: 2,
    output: "did you mean `globalnetworksets`?",
  },
  {
    habit: "a long option with one dash",
    kubectl: "get pods -output json (the value `utput`)",
    command: "get hep -output json",
    exit: 2,
    output: ["unknown option `-output`", "did you mean `--output`?"],
  },
  {
    habit: "a long option with one dash and its value",
    kubectl: "get pods -output=json (the value `utput=json`)",
    command: "get hep -output=json",
    exit: 2,
    output: ["unknown option `-output`", "did you mean `--output=json`?"],
  },
  {
    habit: "help behind the command",
    kubectl: "apply help (refused)",
    command: "apply help",
    exit: 1,
    output: "calicoctl help COMMAND, or COMMAND --help, prints help",
  },
  ...["delete hep h11", "label hep h11 a=b", "annotate hep h11 a=b", "patch hep h11 -p {}"].map(
    (command): Habit => ({
      habit: `a name that is not quite right: ${command.split(" ")[0]}`,
      kubectl: "not found",
      command,
      exit: 1,
      output: ["HostEndpoint h11 does not exist", "did you mean `h1`?"],
    }),
  ),
];

tryHabits([...ROWS, ...MISTYPED]);
