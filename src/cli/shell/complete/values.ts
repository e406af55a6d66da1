import type { DERIVED_LIFELINES } from "../../../analysis/lifelines/derived-names.ts";
import { ORDER } from "../../../generated/order.ts";
import { objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import { kindForAlias } from "../../../model/kinds/kinds.ts";
import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { Resource } from "../../../model/resource.ts";
import type { CommandContext } from "../context.ts";
import type { ValueSource } from "../option.ts";
import type { Candidate } from "./candidate.ts";
import { storedEnds, storedLabels, storedNamespaces } from "./stored.ts";

/** What the line says so far that values depend on. */
export interface Typed {
  /** The value of `--node`. */
  readonly node: string | undefined;
  /** The word for a kind, where the command has one. */
  readonly kind: string | undefined;
}

/** The values that come from the datastore, or are too many for a declaration; none that a command would read as an option. */
export async function valuesOf(
  source: ValueSource,
  typed: Typed,
  context: CommandContext,
): Promise<readonly Candidate[]> {
  const values = await SOURCES[source](typed, context);
  return values.filter(({ word }) => !word.startsWith("-"));
}

/** Derived lifelines, as `--skip-lifeline` names them. */
const LIFELINES: Readonly<Record<(typeof DERIVED_LIFELINES)[number], string>> = {
  ssh: "remote access of administrators: TCP 22 to each node",
  etcd: "the datastore of Calico, between its servers and from the nodes",
  bgp: "TCP 179 between the nodes and their peers",
  dhcp: "leases of the nodes' addresses",
  dns: "name servers that the nodes use",
  "kube-apiserver": "the API server of Kubernetes",
};

/** Kinds that manifests of applications often have beside those of the core API. */
const OTHER_KINDS: readonly (readonly [apiVersion: string, kind: string])[] = [
  ["apps/v1", "DaemonSet"],
  ["apps/v1", "Deployment"],
  ["apps/v1", "ReplicaSet"],
  ["apps/v1", "StatefulSet"],
  ["autoscaling/v2", "HorizontalPodAutoscaler"],
  ["batch/v1", "CronJob"],
  ["batch/v1", "Job"],
  ["networking.k8s.io/v1", "Ingress"],
  ["policy/v1", "PodDisruptionBudget"],
  ["rbac.authorization.k8s.io/v1", "ClusterRole"],
  ["rbac.authorization.k8s.io/v1", "ClusterRoleBinding"],
  ["rbac.authorization.k8s.io/v1", "Role"],
  ["rbac.authorization.k8s.io/v1", "RoleBinding"],
  ["storage.k8s.io/v1", "StorageClass"],
  ["apiextensions.k8s.io/v1", "CustomResourceDefinition"],
];

/** Whether a value may be several with commas between. */
export function isList(source: ValueSource): boolean {
  return source === "labels" || source === "kinds to skip";
}

type Source = (typed: Typed, context: CommandContext) => Promise<readonly Candidate[]>;

const SOURCES: Readonly<Record<ValueSource, Source>> = {
  namespaces: (_, context) => storedNamespaces(context),
  protocols: async () =>
    Object.entries(PROTOCOL_NUMBERS).map(([name, number]) => ({
      word: name.toLowerCase(),
      about: `protocol ${number}`,
    })),
  codes: async () => {
    const { EXPLANATIONS } = await import("../../../generated/explanations.ts");
    return Object.entries(EXPLANATIONS).map(([word, { what }]) => ({ word, about: what }));
  },
  labels: async ({ kind }, context) => storedLabels(kind ?? "", context),
  lifelines: async () => Object.entries(LIFELINES).map(([word, about]) => ({ word, about })),
  "kinds to skip": async () => {
    const { CORE_KINDS } = await import("../../../manifest/foreign/other-api.ts");
    const core = [...CORE_KINDS].map((word) => ({ word, about: "v1" }));
    return [...core, ...OTHER_KINDS.map(([about, word]) => ({ word, about }))];
  },
  changes: async (_, { io }) => {
    const { waitingChanges } = await import("./changes.ts");
    return waitingChanges(io);
  },
  "field paths": async ({ kind }) => fieldPaths(kind?.split(",")[0] ?? ""),
  nodes: async (_, context) => nodes(await storedEnds(context)),
  "host interfaces": async ({ node }, context) => interfaces(await storedEnds(context), node, ["HostEndpoint"]),
  interfaces: async ({ node }, context) =>
    interfaces(await storedEnds(context), node, ["HostEndpoint", "WorkloadEndpoint"]),
  workloads: async ({ node }, context) =>
    (await storedEnds(context)).filter((end) => end.kind === "WorkloadEndpoint" && isOn(end, node)).map(workload),
  endpoints: async (_, context) => endpoints(await storedEnds(context)),
};

const specOf = ({ spec }: Resource) => objectOrEmpty(spec);
const nodeOf = (end: Resource): string => textOrEmpty(specOf(end).node);
const isOn = (end: Resource, node: string | undefined): boolean => node === undefined || nodeOf(end) === node;

/** Nodes that have endpoints or a Node. */
function nodes(ends: readonly Resource[]): Candidate[] {
  const names = new Set(ends.map((end) => (end.kind === "Node" ? end.metadata.name : nodeOf(end))));
  return [...names].sort().map((word) => {
    const hosts = ends.filter((end) => end.kind === "HostEndpoint" && nodeOf(end) === word);
    const shown = hosts.map((end) => textOrEmpty(specOf(end).interfaceName) || end.metadata.name);
    return { word, about: shown.length === 0 ? "node without host endpoints" : `node with ${shown.join(", ")}` };
  });
}

function interfaces(ends: readonly Resource[], node: string | undefined, kinds: readonly string[]): Candidate[] {
  return ends
    .filter((end) => kinds.includes(end.kind) && isOn(end, node))
    .map((end) => ({
      word: textOrEmpty(specOf(end).interfaceName),
      about: `${end.kind === "HostEndpoint" ? "host endpoint" : "workload"} ${end.metadata.name} of ${nodeOf(end)}`,
    }))
    .filter(({ word }) => word !== "" && word !== "*");
}

/** A workload by its namespace and pod, or by its endpoint's name. */
function workload(end: Resource): Candidate {
  const pod = textOrEmpty(specOf(end).pod);
  const { name, namespace } = end.metadata;
  return { word: pod === "" ? name : `${namespace ?? "default"}/${pod}`, about: `workload of ${nodeOf(end)}` };
}

/** Everything that a packet can come from and go to by name. */
function endpoints(ends: readonly Resource[]): Candidate[] {
  const hosts = ends.filter(({ kind }) => kind === "HostEndpoint");
  const workloads = ends.filter(({ kind }) => kind === "WorkloadEndpoint");
  const host = (end: Resource): Candidate => {
    const { interfaceName, expectedIPs } = specOf(end);
    const where = [textOrEmpty(interfaceName), Array.isArray(expectedIPs) ? expectedIPs.join(", ") : ""];
    return { word: end.metadata.name, about: ["host endpoint of", nodeOf(end), ...where].filter(Boolean).join(" ") };
  };
  return [...hosts.map(host), ...workloads.map(workload), ...nodes(ends)];
}

/** Paths of single values of a kind, as `--sort-by` takes them. */
function fieldPaths(word: string): Candidate[] {
  const info = kindForAlias(word);
  const always = [
    ".metadata.name",
    ".metadata.creationTimestamp",
    ...(info?.namespaced ? [".metadata.namespace"] : []),
  ];
  const node = info === undefined ? undefined : ORDER[info.kind];
  const spec = node?.kind === "object" ? node.fields.spec?.node : undefined;
  const fields = spec?.kind === "object" ? Object.entries(spec.fields) : [];
  const single = fields.filter(([, field]) => !["object", "list", "map", "any"].includes(field.node.kind));
  return [...always, ...single.map(([name]) => `.spec.${name}`)].map((path) => ({ word: path }));
}
