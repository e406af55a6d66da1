import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { parseNet } from "../../model/net/address.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, type Moved, movedFields, renamed, type Values } from "./converted.ts";
import { nameProblems } from "./early-names.ts";
import { addressName, addressText, networkName, networkText, nodeName } from "./names.ts";

/** A pool, named after its range, with the block size and node selector that every early pool had. */
export function ipPool(metadata: Values, spec: Values): Converted {
  const { enabled, mode } = objectOrEmpty(spec.ipip);
  const cidr = textOrEmpty(metadata.cidr);
  return {
    kind: "IPPool",
    metadata: { name: networkName(cidr) },
    spec: given({
      cidr: networkText(cidr),
      ipipMode: enabled !== true ? "Never" : mode === "cross-subnet" ? "CrossSubnet" : "Always",
      natOutgoing: spec["nat-outgoing"],
      disabled: spec.disabled,
      blockSize: parseNet(cidr)?.address.family === 6 ? 122 : 26,
      nodeSelector: "all()",
    }),
    moved: [
      ...["cidr", "blockSize"].map(
        (field): Moved => [
          ["spec", field],
          ["metadata", "cidr"],
        ],
      ),
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

/** A peer, named after its address, a node's with the node in front (documented for v3.5: `node1.00aa-...`). */
export function bgpPeer(metadata: Values, spec: Values): Converted {
  const { scope } = metadata;
  const nodeText = textOrEmpty(metadata.node);
  const node = nodeName(nodeText);
  const address = addressName(textOrEmpty(metadata.peerIP));
  const notes: Problem[] = [
    ...(nodeText === "" ? [] : nameProblems(nodeText, ["metadata", "node"], "plain")),
    ...renamed(nodeText, node, "node"),
  ];
  const wrong = (message: string, help: string, field: string) =>
    notes.push({ severity: "error", code: "convert.scope", message, help, path: ["metadata", field], part: "key" });
  if (scope === "node" && nodeText === "") wrong("a peer of scope `node` needs `node`", "add `node`", "scope");
  if (scope === "global" && nodeText !== "")
    wrong("a global peer cannot have `node`", "remove `node`, or use scope `node`", "node");
  return {
    kind: "BGPPeer",
    metadata: { name: nodeText === "" ? address : `${node}.${address}` },
    spec: given({
      node: nodeText === "" ? undefined : node,
      peerIP: addressText(textOrEmpty(metadata.peerIP)),
      asNumber: spec.asNumber,
    }),
    moved: [
      ...movedFields("metadata", ["node", "peerIP"]),
      [
        ["metadata", "name"],
        ["metadata", "peerIP"],
      ],
    ],
    notes,
  };
}

/** A node: its addresses get the length that a plain one has. */
export function node(metadata: Values, spec: Values): Converted {
  const name = textOrEmpty(metadata.name);
  const notes = [...nameProblems(name, ["metadata", "name"], "plain"), ...renamed(name, nodeName(name))];
  const { ipv4Address, ipv6Address, ...bgp } = objectOrEmpty(spec.bgp);
  if (spec.bgp !== undefined && ipv4Address === undefined && ipv6Address === undefined) {
    const message = "`bgp` needs `ipv4Address` or `ipv6Address`";
    const help = "add the node's address, or remove `bgp`";
    notes.push({ severity: "error", code: "field.required", message, help, path: ["spec", "bgp"], part: "key" });
  }
  const addressFields = Object.entries({ ipv4Address, ipv6Address }).filter(([, text]) => text !== undefined);
  const addresses = addressFields.map(([field, text]) => [field, networkText(textOrEmpty(text))]);
  return {
    kind: "Node",
    metadata: { name: nodeName(name) },
    spec: spec.bgp === undefined ? spec : { ...spec, bgp: { ...bgp, ...Object.fromEntries(addresses) } },
    moved: [],
    notes,
  };
}
