import { type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { parseAddress, parseInterfaceAddress, parseNet } from "../../model/net/address.ts";
import type { Report } from "../problem.ts";

/** What an annotation must hold for Calico to read it, and the words for it. */
interface Wanted {
  readonly what: string;
  readonly holds: (text: string) => boolean;
}

const ADDRESS: Wanted = { what: "an address", holds: (text) => parseAddress(text) !== undefined };
const INTERFACE: Wanted = {
  what: "an address with its prefix length",
  holds: (text) => parseInterfaceAddress(text) !== undefined,
};
const AS_NUMBER: Wanted = { what: "an AS number", holds: (text) => /^\d+(?:\.\d+)?$/.test(text) };
const ADDRESSES: Wanted = { what: "a JSON list of addresses", holds: listOf((one) => parseAddress(one) !== undefined) };
const NETS: Wanted = { what: "a JSON list of networks", holds: listOf((one) => parseNet(one) !== undefined) };
const LABELS: Wanted = {
  what: "a JSON object of texts",
  holds: (text) => {
    const value = json(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  },
};
const OBJECTS: Wanted = { what: "a JSON list", holds: (text) => Array.isArray(json(text)) };
const NOTHING: Wanted = {
  what: "",
  holds: () => false,
};

/** The annotations that Calico reads of each kind, where it leaves out what it cannot read. */
const ANNOTATIONS: Readonly<Record<string, Readonly<Record<string, Wanted>>>> = {
  Namespace: { "net.beta.kubernetes.io/network-policy": NOTHING },
  Pod: {
    "cni.projectcalico.org/floatingIPs": ADDRESSES,
    "cni.projectcalico.org/allowedSourcePrefixes": NETS,
  },
  Node: {
    "projectcalico.org/IPv4Address": INTERFACE,
    "projectcalico.org/IPv6Address": INTERFACE,
    "projectcalico.org/ASNumber": AS_NUMBER,
    "projectcalico.org/IPv4IPIPTunnelAddr": ADDRESS,
    "projectcalico.org/RouteReflectorClusterID": ADDRESS,
    "projectcalico.org/IPv4VXLANTunnelAddr": ADDRESS,
    "projectcalico.org/IPv6VXLANTunnelAddr": ADDRESS,
    "projectcalico.org/IPv4WireguardInterfaceAddr": ADDRESS,
    "projectcalico.org/IPv6WireguardInterfaceAddr": ADDRESS,
    "projectcalico.org/Interfaces": OBJECTS,
    "projectcalico.org/labels": LABELS,
  },
};

/** Warns of annotations that Calico ignores, since it cannot read them. */
export function checkAnnotations(kind: string, object: JsonObject, report: Report): void {
  const annotations = objectOrEmpty(objectOrEmpty(object.metadata).annotations);
  for (const [key, wanted] of Object.entries(ANNOTATIONS[kind] ?? {})) {
    const text = textOrEmpty(annotations[key]);
    if (text === "" || wanted.holds(text)) continue;
    const isOld = wanted === NOTHING;
    report({
      severity: "warning",
      code: "kubernetes.annotation",
      message: `Calico ignores the annotation \`${key}\`: ${isOld ? "Kubernetes has given it up" : `it is not ${wanted.what}`}`,
      ...(isOld && { help: "a NetworkPolicy without `ingress` denies all" }),
      path: ["metadata", "annotations", key],
    });
  }
}

function listOf(holds: (text: string) => boolean): (text: string) => boolean {
  return (text) => {
    const value = json(text);
    return Array.isArray(value) && listOrEmpty(value).every((one) => typeof one === "string" && holds(one));
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
