import { CALICO_VERSIONS } from "../../model/kinds/version.ts";
import { duration } from "./duration.ts";
import { flag, list, type OptionDeclaration, type OptionDeclarations, oneOf, text } from "./option.ts";

/** The default wait for a datastore; with start-up and end the command takes less than ten seconds. */
export const TIMEOUT_SECONDS = 9;

/** An option of every command: the Calico version whose behaviour applies. */
export const VERSION_OPTION = text(
  "--calico-version <version>",
  `behave as this Calico: ${CALICO_VERSIONS.join(" or ")} (CALICO_VERSION)`,
  { values: CALICO_VERSIONS, again: "last counts" },
);

const CONTEXT = text(
  "--context <context>",
  "the context of the kubeconfig, for the Kubernetes datastore (K8S_CURRENT_CONTEXT)",
  {
    calicoctl: "v3.32",
    again: "last counts",
  },
);
const MISMATCH = flag("--allow-version-mismatch", "continue although the cluster runs another release", {
  calicoctl: "v3.32",
});

/** Options of the tool itself and of the commands that use the datastore. */
export const CLUSTER_OPTIONS = { allowVersionMismatch: MISMATCH, context: CONTEXT };

/** Options of commands that use the datastore; the context has their values. */
export const DATASTORE_OPTIONS = {
  config: text("-c, --config <file>", "datastore configuration file (default /etc/calico/calicoctl.cfg)", {
    calicoctl: "v3.7",
  }),
  namespace: text("-n, --namespace <namespace>", "namespace of the resources (default `default`)", {
    calicoctl: "v3.7",
    values: "namespaces",
  }),
  timeout: duration(
    "--timeout <time>",
    `how long to wait for the datastore, such as 2s; a number alone is seconds (default ${TIMEOUT_SECONDS})`,
    {
      least: Number.MIN_VALUE,
      most: 3600,
      bare: true,
      shown: "a number of seconds above 0, up to 3600, or a time such as 500ms, 2s or 1m",
    },
    { aliases: ["--request-timeout"] },
  ),
  ...CLUSTER_OPTIONS,
};

/** Options of commands that read manifests. */
export const MANIFEST_OPTIONS = {
  filename: list(
    "-f, --filename <file>",
    "file with resources, a directory of such files, or - for standard input (repeatable)",
    { calicoctl: "v3.7" },
  ),
  recursive: flag("-R, --recursive", "also read subdirectories", { calicoctl: "v3.32" }),
};

/** The words of commands that take files without `-f`. */
export const FILE_ARGUMENTS = [{ syntax: "[files...]", help: "more files, as those of -f" }] as const;

/** `--skip-empty`, of commands that calicoctl also has. */
export const SKIP_EMPTY = flag("--skip-empty", "do not fail on files without resources", { calicoctl: "v3.32" });

/** `--skip-kind`, of commands that only read manifests. */
export const SKIP_KIND = list(
  "--skip-kind <kinds>",
  "do not look at these kinds: Deployment, apps/Deployment or several with commas (repeatable)",
  { values: "kinds to skip" },
);

/** `--warnings-as-errors`, of commands whose answer is their findings. */
export const WARNINGS_AS_ERRORS = flag(
  "--warnings-as-errors",
  "report warnings as errors: exit with 1 when there is one",
);

/** `-l`; before the command it is the log level. */
export const SELECTOR = text(
  "-l, --selector <selector>",
  "only those whose labels match, in Calico's language (role == 'web' && has(zone)) or kubectl's (role=web,zone)",
);

/** `--dry-run`; alone it means `client`. */
export const DRY_RUN = oneOf(
  "--dry-run [how]",
  "write nothing: client checks the input, server also checks against the datastore",
  ["client", "server", "none"],
  { alone: "client", again: "last counts" },
);

/** The exit codes of commands with `--guard` and `--confirm-within`. */
export const WRITE_EXITS = {
  1: "something was not written; nothing was where the input is invalid",
  3: "--guard: a lifeline would be cut, or could not be proved; --confirm-within: everything was taken back",
} as const;

/** `-o` of the commands that write resources. */
export const RESULT_OUTPUT = oneOf(
  "-o, --output <format>",
  "print the result for each resource, name or json; or what is stored then, yaml",
  ["name", "json", "yaml"],
);

/** Options of the commands that write resources from manifests. */
export const WRITE_OPTIONS = {
  output: RESULT_OUTPUT,
  dryRun: DRY_RUN,
};

/** What was saved on nodes, as folders; and what they are run by. */
const SAVED_OPTIONS = {
  facts: list("--facts <[node=]folder>", "what was saved on a node: addr.json, route.json, nat.txt (repeatable)"),
  dataplane: oneOf("--dataplane <name>", "of nodes that choose none: iptables (the default) or nftables", [
    "iptables",
    "nftables",
  ]),
};

/** What is asked of lifelines, of `guard` and of commands with `--guard`. */
export const LIFELINE_OPTIONS = {
  lifelines: text(
    "--lifelines <file>",
    "the lifelines file (default lifelines.yaml here, then beside the configuration file)",
  ),
  skipLifeline: list(
    "--skip-lifeline <name>",
    "leave out a derived lifeline: ssh, etcd, bgp, dhcp, dns, kube-apiserver",
    { values: "lifelines" },
  ),
  withoutFailsafes: flag("--without-failsafes", "prove what holds without the failsafe ports"),
  ...SAVED_OPTIONS,
};

/** `--guard`, of every command that writes resources. */
export const GUARD_OPTIONS = {
  guard: flag("--guard", "write nothing unless every lifeline is proved to hold after every single write"),
  reorder: flag("--reorder", "with --guard: write in a safe order where the given one is not safe"),
  ...LIFELINE_OPTIONS,
};

/** Where to read what was saved on nodes. */
export const FACTS_OPTIONS = {
  facts: SAVED_OPTIONS.facts,
  addresses: list("--addresses <[node=]file>", "output of `ip -j addr` on the node (repeatable)"),
  routes: list("--routes <[node=]file>", "output of `ip -j route` on the node (repeatable)"),
  nat: list("--nat <[node=]file>", "output of `iptables-save -t nat` on the node (repeatable)"),
  dataplane: SAVED_OPTIONS.dataplane,
};

/** An option that calicoctl has, though not for this command. */
export function notCalicoctl<T>({ calicoctl: _, ...option }: OptionDeclaration<T>): OptionDeclaration<T> {
  return option;
}

/** The options of a command, with the one that every command has. */
export function optionsOf({ options }: { readonly options: OptionDeclarations }): readonly OptionDeclaration[] {
  return [...Object.values(options), VERSION_OPTION];
}

/** For commands that print findings. */
export const EXPLAIN = text("--explain <code>", "print what a code such as port.range means, and do nothing else", {
  values: "codes",
});
