import { UsageError } from "../usage.ts";

/** Options of kubectl that this tool does not have, and what to use instead. */
interface RefusedOption {
  readonly names: readonly string[];
  /** The commands that it is about; absent: all that have no such option. */
  readonly commands?: readonly string[];
  readonly instead: string;
}

/** An option that promises something must not be ignored: whoever types it relies on it. */
const REFUSED: readonly RefusedOption[] = [
  {
    names: ["-k", "--kustomize"],
    instead: "use a pipe: kustomize build DIRECTORY | calicoctl COMMAND -f -",
  },
  {
    names: ["--force"],
    commands: ["delete"],
    instead: "a delete takes effect at once: leave out --force",
  },
  {
    names: ["--force"],
    commands: ["replace"],
    instead: "leave out --force: replace overwrites what is stored, unless the manifest has a resourceVersion",
  },
  {
    names: ["--force"],
    commands: ["apply", "create"],
    instead: "no resource is deleted to be created again; calicoctl replace -f FILE overwrites those that exist",
  },
  {
    names: ["--grace-period", "--now", "--cascade"],
    instead: "a delete takes effect at once, and has no dependents: leave it out",
  },
  {
    names: ["--wait"],
    instead: "leave out --wait: what the command reports is in the datastore when it ends",
  },
  {
    names: ["--prune", "--prune-allowlist", "--applyset"],
    instead:
      "resources that the files do not have stay; delete them by name, or with calicoctl delete KIND -l SELECTOR",
  },
  {
    names: ["--server-side", "--force-conflicts", "--field-manager"],
    instead:
      "fields have no managers: apply writes the whole resource; change single fields with calicoctl patch KIND NAME -p PATCH",
  },
  {
    names: ["--validate"],
    instead: "every manifest is checked before the first write, which cannot be turned off: leave out --validate",
  },
  {
    names: ["--record", "--save-config"],
    instead: "the datastore keeps no history of commands: leave it out",
  },
  {
    names: ["--kubeconfig"],
    instead: "set KUBECONFIG=FILE, with DATASTORE_TYPE=kubernetes",
  },
  {
    names: ["--cluster", "--user", "--server", "--token", "--as", "--as-group"],
    instead: "choose a context of the kubeconfig with --context CONTEXT",
  },
  {
    names: ["--field-selector", "--limit", "--chunk-size"],
    instead: "choose by name, or by labels with -l SELECTOR",
  },
  {
    names: ["--list"],
    commands: ["label"],
    instead: "use calicoctl get KIND NAME --show-labels",
  },
  {
    names: ["--list"],
    commands: ["annotate"],
    instead: "use calicoctl get KIND NAME -o yaml",
  },
  {
    names: ["-f", "--filename"],
    commands: ["patch", "edit", "label", "annotate", "describe"],
    instead: "COMMAND takes a kind and names; calicoctl apply -f FILE writes what a file has",
  },
  {
    names: ["--template"],
    instead: "use -o go-template=TEMPLATE",
  },
  {
    names: ["--show-kind"],
    instead: "use -o name, which prints KIND/NAME",
  },
  {
    names: ["--show-managed-fields"],
    instead: "fields have no managers: leave it out",
  },
  {
    names: ["--raw"],
    instead: "use kubectl get --raw PATH",
  },
  {
    names: ["--skip-exists"],
    commands: ["apply"],
    instead: "apply updates what exists; calicoctl create -f FILE --skip-exists leaves it as it is",
  },
  {
    names: ["--stat", "--name-only", "--name-status", "--shortstat"],
    commands: ["diff"],
    instead: "use calicoctl apply -f FILE --dry-run=server -o name, which prints a line for each resource",
  },
  {
    names: ["--api-version", "--api-group", "--verbs", "--categories"],
    instead: "every kind is of projectcalico.org/v3, and can be read and written: leave it out",
  },
  {
    names: ["--short"],
    commands: ["version"],
    instead: "use calicoctl version --client",
  },
  {
    names: ["--poll"],
    commands: ["version"],
    instead: "use calicoctl get clusterinformation default -o yaml --watch, which prints each change of the versions",
  },
  {
    names: ["--subresource"],
    instead: "resources here have no subresources: leave it out",
  },
  {
    names: ["-v", "--v"],
    instead: "this tool logs nothing; CALICOCTL_DEBUG=1 shows where an internal error comes from",
  },
];

/** Throws `UsageError` where the option, which the command does not have, is one of kubectl's that people rely on. */
export function refusedOption(name: string, command: string): void {
  const refused = REFUSED.find(
    ({ names, commands }) => names.includes(name) && (commands === undefined || commands.includes(command)),
  );
  if (refused !== undefined)
    throw new UsageError(`unknown option \`${name}\``, refused.instead.replaceAll("COMMAND", command));
}
