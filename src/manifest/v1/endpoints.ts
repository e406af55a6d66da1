import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { parseNet } from "../../model/net/address.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, type Moved, movedFields, renamed, type Values } from "./converted.ts";
import { nameProblems, namesProblems } from "./early-names.ts";
import { keptLabelNotes } from "./labels.ts";
import { addressText, nodeName, profileName, v3Name } from "./names.ts";
import { protocolName, spellingProblems } from "./rules.ts";

/** A host endpoint: its name was unique on its node only, so the node's becomes a part of it (recorded: convert-hep). */
export function hostEndpoint(metadata: Values, spec: Values): Converted {
  const node = nodeName(textOrEmpty(metadata.node));
  const name = textOrEmpty(metadata.name);
  const full = `${node}.${name}`;
  const ips = ipv4First(spec.expectedIPs, ["spec", "expectedIPs"], textOrEmpty, (ip) => addressText(textOrEmpty(ip)));
  const shared = sharedFields(spec);
  return {
    kind: "HostEndpoint",
    metadata: given({ name: v3Name(full), labels: metadata.labels }),
    spec: given({ node, ...spec, expectedIPs: ips.items, ...shared.fields }),
    moved: [...movedFields("metadata", ["node"]), ...ips.moved],
    notes: [
      ...nameProblems(name, ["metadata", "name"], "slash"),
      ...nameProblems(metadata.node, ["metadata", "node"], "plain"),
      ...(v3Name(full) === full ? [] : renamed(name, v3Name(full))),
      ...renamed(textOrEmpty(metadata.node), node, "node"),
      ...keptLabelNotes(objectOrEmpty(metadata.labels)),
      ...shared.notes,
    ],
  };
}

/** The fields that both kinds of endpoints have and v3 spells otherwise. */
export function sharedFields(spec: Values): { readonly fields: Values; readonly notes: readonly Problem[] } {
  const profiles =
    spec.profiles === undefined ? undefined : listOrEmpty(spec.profiles).map((name) => profileName(textOrEmpty(name)));
  const notes: Problem[] = [...namesProblems(spec.profiles, ["spec", "profiles"], "slash")];
  const ports = listOrEmpty(spec.ports).map((item, at) => {
    const port = objectOrEmpty(item);
    const protocol = protocolName(port.protocol);
    const path = ["spec", "ports", at, "protocol"];
    notes.push(...spellingProblems(port.protocol, path));
    if (protocol === "SCTP") {
      const message = "a named port of the early API is of `tcp` or `udp`, not `sctp`";
      notes.push({ severity: "error", code: "port.protocol", message, path });
    }
    return { ...port, protocol };
  });
  return { fields: given({ profiles, ports: spec.ports === undefined ? undefined : ports }), notes };
}

/** The items of a list, IPv4 before IPv6 by the address in each, and where each was; an absent list stays absent. */
export function ipv4First(
  list: unknown,
  path: readonly string[],
  addressIn: (item: unknown) => string,
  become: (item: unknown) => unknown,
): { readonly items: readonly unknown[] | undefined; readonly moved: readonly Moved[] } {
  if (list === undefined) return { items: undefined, moved: [] };
  const places = listOrEmpty(list).map((item, from) => {
    return { item, from, ipv6: parseNet(addressIn(item))?.address.family === 6 };
  });
  const sorted = [...places.filter(({ ipv6 }) => !ipv6), ...places.filter(({ ipv6 }) => ipv6)];
  const moved = sorted.map(
    ({ from }, to): Moved => [
      [...path, to],
      [...path, from],
    ],
  );
  return { items: sorted.map(({ item }) => become(item)), moved };
}
