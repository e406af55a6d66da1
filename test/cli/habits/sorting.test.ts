import { type Habit, tryHabits } from "./habit.ts";

/** Habits of sorting, and of what fields there are to sort by. */
const ROWS: readonly Habit[] = [
  {
    habit: "sorted by a field",
    kubectl: "get pods --sort-by=.spec.nodeName",
    calicoctl: "refused: unknown option",
    command: "get hep --sort-by=.metadata.labels.role -o name",
    exit: 0,
    output: /h2\n.*h1\n$/,
  },
  {
    habit: "sorted, with braces",
    kubectl: "get pods --sort-by='{.metadata.name}'",
    command: "get hep --sort-by='{.spec.node}' -o name",
    exit: 0,
    output: /h1\n.*h2\n$/,
  },
  {
    habit: "sorted by what only some have",
    kubectl: "the same",
    command: "get hep --sort-by=.metadata.labels.zone -o name",
    exit: 0,
    output: /h2\n.*h1\n$/,
  },
  {
    habit: "sorted by a field that nothing has",
    kubectl: "refused, too",
    command: "get hep --sort-by=.spec.nod",
    exit: 2,
    output: "no resource listed has the field `.spec.nod`",
  },
  {
    habit: "explain a kind with its group",
    kubectl: "explain hostendpoints.projectcalico.org",
    command: "explain hostendpoints.projectcalico.org",
    exit: 0,
    output: ["HostEndpoint", "spec"],
  },
  { habit: "sorted by what is no path", command: "get hep --sort-by='{.a} {.b}'", exit: 2, output: "invalid path" },
];

tryHabits(ROWS);
