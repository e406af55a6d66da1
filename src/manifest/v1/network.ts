import { objectOrEmpty } from "../../model/json.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, renamed, textOf, type Values } from "./converted.ts";
import { addressName, networkName, nodeName } from "./names.ts";

/** A pool, named after its range. */
export function ipPool(metadata: Values, spec: Values): Converted {
  const { enabled, mode } = objectOrEmpty(spec.ipip);
  const ipipMode = enabled !== true ? "Never" : mode === "cross-subnet" ? "CrossSubnet" : "Always";
  return {
    kind: "IPPool",
    metadata: { name: networkName(textOf(metadata.cidr)) },
    spec: given({ cidr: metadata.cidr, ipipMode, natOutgoing: spec["nat-outgoing"], disabled: spec.disabled }),
    moved: [
      [
        ["spec", "cidr"],
        ["metadata", "cidr"],
      ],
      [
        ["metadata", "name"],
        ["metadata", "cidr"],
      ],
      [
        ["spec", "ipipMode"],
        ["spec", "ipip"],
      ],
      [
        ["spec", "natOutgoing"],
        ["spec", "nat-outgoing"],
      ],
    ],
    notes: [],
  };
}

/** A peer, named after its node, or `global`, and its address (documented for v3.5: `node1.00aa-...`). */
export function bgpPeer(metadata: Values, spec: Values): Converted {
  const { scope } = metadata;
  const node = nodeName(textOf(metadata.node));
  const notes: Problem[] = [];
  const wrong = (message: string, help: string, field: string) =>
    notes.push({ severity: "error", code: "convert.scope", message, help, path: ["metadata", field], part: "key" });
  if (scope === "node" && node === "") wrong("a peer of scope `node` needs `node`", "add `node`", "scope");
  if (scope === "global" && node !== "")
    wrong("a global peer cannot have `node`", "remove `node`, or use scope `node`", "node");
  return {
    kind: "BGPPeer",
    metadata: { name: `${node === "" ? "global" : node}.${addressName(textOf(metadata.peerIP))}` },
    spec: given({ node: node === "" ? undefined : node, peerIP: metadata.peerIP, asNumber: spec.asNumber }),
    moved: [
      ...["node", "peerIP"].map(
        (field) =>
          [
            ["spec", field],
            ["metadata", field],
          ] as const,
      ),
      [
        ["metadata", "name"],
        ["metadata", "peerIP"],
      ],
    ],
    notes,
  };
}

/** A node: hosts are known by their names in lower case. */
export function node(metadata: Values, spec: Values): Converted {
  const name = textOf(metadata.name);
  const notes = renamed(name, nodeName(name));
  return { kind: "Node", metadata: { name: nodeName(name) }, spec, moved: [], notes };
}
