import { didYouMean, probable } from "../../../model/nearest.ts";
import { COMMANDS } from "../registry.ts";

const OWN_CALICOCTL = "it is not in this tool; use Calico's own calicoctl";
const OF_KUBERNETES = "it is for objects of Kubernetes; use kubectl";
const SHOW = "use `calicoctl get KIND`, or `calicoctl describe KIND NAME`";
const DELETE = "use `calicoctl delete KIND NAME`";
const TAKE_BACK = "use `calicoctl rollback` for a change of `--confirm-within`";
const CONTEXT =
  "a cluster is chosen by --context CONTEXT, another datastore by variables or a file; `calicoctl config view` shows what is chosen";

/** What to do instead of commands that people know from calicoctl, kubectl or git, and that this tool does not have. */
const INSTEAD: Readonly<Record<string, string>> = {
  watch: "use `calicoctl get KIND --watch`",
  check: "use `calicoctl validate -f`, or `calicoctl test` for policy",
  trace: "use `calicoctl simulate`",
  status: "use `calicoctl version`",
  wait: "what a command reports is in the datastore when it ends; `calicoctl get KIND --watch` shows later changes",
  auth: "the datastore decides; for the Kubernetes one use `kubectl auth can-i`",
  rollout: TAKE_BACK,
  undo: TAKE_BACK,
  revert: TAKE_BACK,
  reset: TAKE_BACK,
  log: "use `calicoctl rollback --list`, which lists changes of `--confirm-within`",
  history: "use `calicoctl rollback --list`, which lists changes of `--confirm-within`",
  commit: "use `calicoctl confirm` for a change of `--confirm-within`",
  run: "use `calicoctl apply -f FILE`",
  add: "use `calicoctl apply -f FILE`",
  update: "use `calicoctl apply -f FILE`",
  set: "use `calicoctl patch KIND NAME -p PATCH`, or `calicoctl label`",
  kustomize: "use a pipe: kustomize build DIRECTORY | calicoctl apply -f -",
  show: SHOW,
  list: SHOW,
  ls: SHOW,
  rm: DELETE,
  remove: DELETE,
  del: DELETE,
  dump: "use `calicoctl export`",
  backup: "use `calicoctl export`",
  restore: "use `calicoctl import -f FILE`",
  "api-versions": "use `calicoctl api-resources`: every kind is of projectcalico.org/v3",
  "cluster-info": "use `calicoctl config view`, or `calicoctl version`",
  options: "use `calicoctl COMMAND --help`",
  ipam: OWN_CALICOCTL,
  cluster: OWN_CALICOCTL,
};

/** Commands of kubectl about pods, nodes and access, of which Calico's resources have nothing. */
const KUBECTL: ReadonlySet<string> = new Set(
  "attach autoscale certificate cordon cp debug drain events exec expose logs port-forward proxy scale taint top uncordon".split(
    " ",
  ),
);

/** Commands of two words that another tool has, the first of which is a command here: by both, what to do instead. */
const BELOW: Readonly<Record<string, string>> = {
  "node run": OWN_CALICOCTL,
  "node status": OWN_CALICOCTL,
  "node diags": OWN_CALICOCTL,
  "node checksystem": OWN_CALICOCTL,
  "config current-context": CONTEXT,
  "config delete-context": CONTEXT,
  "config get-contexts": CONTEXT,
  "config rename-context": CONTEXT,
  "config set": CONTEXT,
  "config set-cluster": CONTEXT,
  "config set-context": CONTEXT,
  "config set-credentials": CONTEXT,
  "config unset": CONTEXT,
  "config use-context": CONTEXT,
};

/** The two words of a command that only another tool has, where the line has them, or `name` where there is no such command. */
export function unknownCommand(name: string, argv: readonly string[]): string | undefined {
  if (!Object.hasOwn(COMMANDS, name)) return name;
  const both = `${name} ${argv[argv.indexOf(name) + 1] ?? ""}`;
  return Object.hasOwn(BELOW, both) ? both : undefined;
}

/** The help for a command that does not exist: what to use instead, a similar name, or all names. */
export function helpForUnknown(word: string): string {
  if (KUBECTL.has(word)) return `${OF_KUBERNETES} ${word}`;
  const known = [INSTEAD, BELOW].find((table) => Object.hasOwn(table, word))?.[word];
  if (known !== undefined) return known;
  const names = Object.keys(COMMANDS);
  return didYouMean(probable(word, names)) ?? `commands: ${names.join(", ")}`;
}
