import { objectOrEmpty } from "../../model/json.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, itemsOf, type Moved, renamed, textOf, type Values } from "./converted.ts";
import { nodeName, profileName, v3Labels, v3Name } from "./names.ts";
import { protocolName } from "./rules.ts";

const NODE: Moved = [
  ["spec", "node"],
  ["metadata", "node"],
];

/** A host endpoint: its name was unique on its node only, so the node's becomes a part of it (recorded: convert-hep). */
export function hostEndpoint(metadata: Values, spec: Values): Converted {
  const node = nodeName(textOf(metadata.node));
  const name = textOf(metadata.name);
  return {
    kind: "HostEndpoint",
    metadata: given({ name: v3Name(`${node}.${name}`), labels: labels(metadata) }),
    spec: given({ node, ...spec, ...shared(spec) }),
    moved: [NODE],
    notes: [...renamed(name, v3Name(name)), ...renamed(textOf(metadata.node), node, "node")],
  };
}

/** A workload endpoint: Kubernetes pods were called `NAMESPACE.POD`; its name in v3 follows from the fields. */
export function workloadEndpoint(metadata: Values, spec: Values): Converted {
  const workload = textOf(metadata.workload);
  const dot = workload.indexOf(".");
  const pod = metadata.orchestrator === "k8s" && dot > 0;
  const notes: Problem[] = [];
  if (metadata.orchestrator === "k8s" && !pod) {
    const message = `\`${workload}\` has no namespace`;
    const help = "in Kubernetes the workload is NAMESPACE.POD";
    notes.push({ severity: "error", code: "convert.workload", message, help, path: ["metadata", "workload"] });
  }
  return {
    kind: "WorkloadEndpoint",
    metadata: given({
      name: "",
      namespace: pod ? workload.slice(0, dot) : undefined,
      labels: labels(metadata),
    }),
    spec: given({
      orchestrator: metadata.orchestrator,
      node: nodeName(textOf(metadata.node)),
      containerID: metadata.activeInstanceID,
      endpoint: metadata.name,
      ...(pod ? { pod: workload.slice(dot + 1) } : { workload }),
      ...spec,
      ...shared(spec),
    }),
    moved: [
      NODE,
      ...["orchestrator", "workload"].map(
        (field): Moved => [
          ["spec", field],
          ["metadata", field],
        ],
      ),
      [
        ["spec", "pod"],
        ["metadata", "workload"],
      ],
      [
        ["metadata", "namespace"],
        ["metadata", "workload"],
      ],
      [
        ["spec", "endpoint"],
        ["metadata", "name"],
      ],
      [
        ["spec", "containerID"],
        ["metadata", "activeInstanceID"],
      ],
    ],
    notes,
  };
}

function labels(metadata: Values): Values | undefined {
  if (metadata.labels === undefined) return undefined;
  return v3Labels(objectOrEmpty(metadata.labels));
}

/** The fields that both kinds of endpoints have and v3 spells otherwise. */
function shared(spec: Values): Values {
  return given({
    profiles: spec.profiles === undefined ? undefined : itemsOf(spec.profiles).map((name) => profileName(textOf(name))),
    ports:
      spec.ports === undefined
        ? undefined
        : itemsOf(spec.ports).map((port) => ({
            ...objectOrEmpty(port),
            protocol: protocolName(objectOrEmpty(port).protocol),
          })),
  });
}
