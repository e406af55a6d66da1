import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, type Moved, movedFields, renamed, type Values } from "./converted.ts";
import { nameProblems } from "./early-names.ts";
import { ipv4First, sharedFields } from "./endpoints.ts";
import { workloadLabels } from "./labels.ts";
import { addressText, maskedText, nodeName, v3Name } from "./names.ts";

/** The v3 fields that say which workload it is, where each comes from, and notes. */
interface Workload {
  readonly fields: Values;
  readonly from: Readonly<Record<string, string>>;
  readonly notes: readonly Problem[];
}

/** A workload endpoint; its name in v3 follows from the fields. */
export function workloadEndpoint(metadata: Values, spec: Values): Converted {
  const { fields, from, notes } = workloadFields(metadata);
  const labels = workloadLabels(objectOrEmpty(metadata.labels));
  const networks = ipv4First(spec.ipNetworks, ["spec", "ipNetworks"], textOrEmpty, (net) =>
    maskedText(textOrEmpty(net)),
  );
  const internal = (nat: unknown) => textOrEmpty(objectOrEmpty(nat).internalIP);
  const nats = ipv4First(spec.ipNATs, ["spec", "ipNATs"], internal, addressesIn);
  const shared = sharedFields(spec);
  const node = nodeName(textOrEmpty(metadata.node));
  return {
    kind: "WorkloadEndpoint",
    metadata: given({ name: "", labels: metadata.labels === undefined ? undefined : labels.labels }),
    spec: given({
      orchestrator: v3Name(textOrEmpty(metadata.orchestrator)),
      node,
      endpoint: v3Name(textOrEmpty(metadata.name)),
      ...fields,
      ...spec,
      ipNetworks: networks.items,
      ipNATs: nats.items,
      ...addressesIn(spec, ["ipv4Gateway", "ipv6Gateway"]),
      mac: spec.mac === undefined ? undefined : macText(textOrEmpty(spec.mac)),
      ...shared.fields,
    }),
    moved: [
      ...movedFields("metadata", ["node", "orchestrator"]),
      [
        ["spec", "endpoint"],
        ["metadata", "name"],
      ],
      ...Object.entries(from).map(
        ([to, field]): Moved => [
          ["spec", to],
          ["metadata", field],
        ],
      ),
      ...networks.moved,
      ...nats.moved,
    ],
    notes: [
      ...["name", "workload", "orchestrator"].flatMap((field) =>
        nameProblems(metadata[field], ["metadata", field], "slash"),
      ),
      ...["node", "activeInstanceID"].flatMap((field) => nameProblems(metadata[field], ["metadata", field], "plain")),
      ...["name", "orchestrator"].flatMap((field) => {
        const name = textOrEmpty(metadata[field]);
        return renamed(name, v3Name(name), field);
      }),
      ...renamed(textOrEmpty(metadata.node), node, "node"),
      ...notes,
      ...labels.notes,
      ...shared.notes,
    ],
  };
}

/**
 * Which workload it is, by orchestrator: Kubernetes pods were called `NAMESPACE.POD`, workloads of `cni` by their
 * container; the name of a `libnetwork` workload has never mattered.
 */
function workloadFields(metadata: Values): Workload {
  const workload = textOrEmpty(metadata.workload);
  switch (metadata.orchestrator) {
    case "k8s":
      return pod(workload, metadata.activeInstanceID);
    case "cni":
      return { fields: { containerID: workload }, from: { containerID: "workload" }, notes: [] };
    case "libnetwork":
      return { fields: { workload: "libnetwork" }, from: { workload: "workload" }, notes: [] };
    default: {
      const name = v3Name(workload);
      return { fields: { workload: name }, from: { workload: "workload" }, notes: renamed(workload, name, "workload") };
    }
  }
}

function pod(workload: string, containerID: unknown): Workload {
  const path = ["metadata", "workload"];
  const from = { pod: "workload", containerID: "activeInstanceID" };
  const dot = workload.indexOf(".");
  if (dot < 0) {
    const message = `\`${workload}\` has no namespace`;
    const help = "in Kubernetes the workload is NAMESPACE.POD";
    const note: Problem = { severity: "error", code: "convert.workload", message, help, path };
    return { fields: given({ pod: workload, containerID }), from, notes: [note] };
  }
  const namespace = workload.slice(0, dot);
  const message = `the namespace \`${namespace}\` is left out, as calicoctl leaves it out`;
  const help = `add \`namespace: ${namespace}\` to \`metadata\`, or the endpoint is stored in \`default\``;
  const note: Problem = { severity: "warning", code: "convert.namespace", message, help, path };
  const notes = namespace === "" || namespace === "default" ? [] : [note];
  return { fields: given({ pod: workload.slice(dot + 1), containerID }), from, notes };
}

/** The addresses in these fields of an object in v3's form. */
function addressesIn(value: unknown, fields: readonly string[] = ["internalIP", "externalIP"]): Values {
  const values = objectOrEmpty(value);
  return given(
    Object.fromEntries(
      fields.map((field) => [field, values[field] === undefined ? undefined : addressText(textOrEmpty(values[field]))]),
    ),
  );
}

/** A MAC address with colons and small letters, from that, `02-42-...` or `0242.7dc6.f080`; other text stays. */
function macText(text: string): string {
  if (!/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^([0-9a-f]{4}\.){2}[0-9a-f]{4}$/i.test(text)) return text;
  return (text.toLowerCase().match(/[0-9a-f]{2}/g) ?? []).join(":");
}
