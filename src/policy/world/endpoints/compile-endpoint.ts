import { isObject } from "../../../model/json.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { protocolNumber } from "../../../model/net/protocol.ts";
import { type FieldPath, type Located, type Metadata, outlineOf } from "../../../model/resource.ts";
import type { CompiledEndpoint, CompiledNetworkSet, FloatingIp, NamedPort, Net } from "../compiled.ts";
import { readNet } from "../nets.ts";
import { NAMESPACE_LABEL, SERVICE_ACCOUNT_LABEL } from "../rules/compile-rule.ts";
import {
  fieldOf,
  type ItemReader,
  NONE,
  type Problems,
  readItems,
  readLabels,
  readList,
  readNumber,
  readString,
  readStrings,
} from "../spec-fields.ts";
import { type LabelSet, NO_LABELS, type SharedLabels } from "./shared-labels.ts";

const SPEC = ["spec"] as const;
const METADATA = ["metadata"] as const;
const ORCHESTRATOR_LABEL = "projectcalico.org/orchestrator";

/** Compiles a HostEndpoint, which Felix accepts only with an interface or addresses. */
export function compileHostEndpoint(located: Located, shared: SharedLabels, problems: Problems): CompiledEndpoint {
  const { spec, metadata } = outlineOf(located);
  const labels = ownLabels(metadata, shared, problems);
  const { node, profiles, interfaceName, ports } = readCommon(spec, problems);
  const nets = readEntries(spec, "expectedIPs", readAddress, problems);
  if (interfaceName === "" && nets.length === 0) {
    problems.push({ path: SPEC, message: "neither `interfaceName` nor `expectedIPs` is given" });
  }
  // All fields in one literal: it is made a hundred thousand times.
  return {
    kind: "HostEndpoint",
    name: metadata.name,
    node,
    interfaceName,
    profiles,
    labels: inherited(labels, profiles, shared),
    ports,
    aliases: NONE,
    nets,
    spoofedSources: NONE,
    floatingIps: NONE,
    located,
  };
}

/** Compiles a WorkloadEndpoint; namespace and orchestrator are labels of it. */
export function compileWorkloadEndpoint(
  located: Located,
  shared: SharedLabels,
  calico: CalicoVersionRules,
  problems: Problems,
): CompiledEndpoint {
  const { spec, metadata } = located.resource;
  const namespace = metadata.namespace ?? "default";
  let labels = shared.with(ownLabels(metadata, shared, problems), NAMESPACE_LABEL, namespace);
  const orchestrator = readString(spec, "orchestrator", SPEC, problems);
  if (orchestrator !== "") labels = shared.with(labels, ORCHESTRATOR_LABEL, orchestrator);
  const account = readString(spec, "serviceAccountName", SPEC, problems);
  if (account !== "") labels = shared.with(labels, SERVICE_ACCOUNT_LABEL, account);
  const { node, profiles, interfaceName, ports } = readCommon(spec, problems);
  if (interfaceName === "") problems.push({ path: SPEC, message: "`interfaceName` is missing" });
  return {
    kind: "WorkloadEndpoint",
    name: metadata.name,
    namespace,
    node,
    interfaceName,
    profiles,
    labels: inherited(labels, profiles, shared),
    ports,
    aliases: readAliases(spec, problems),
    nets: readItems(spec, "ipNetworks", SPEC, problems, NETS),
    spoofedSources:
      calico.sourceCheck === "raw" ? readItems(spec, "allowSpoofedSourcePrefixes", SPEC, problems, NETS) : NONE,
    floatingIps: readList(spec, "ipNATs", SPEC, problems, readFloatingIp),
    located,
  };
}

/** What both kinds of endpoints have in `spec`. */
function readCommon(
  spec: unknown,
  problems: Problems,
): Pick<CompiledEndpoint, "node" | "profiles" | "interfaceName" | "ports"> {
  const node = readString(spec, "node", SPEC, problems);
  if (node === "") problems.push({ path: SPEC, message: "`node` is missing" });
  return {
    node,
    profiles: readStrings(spec, "profiles", SPEC, problems),
    interfaceName: readString(spec, "interfaceName", SPEC, problems),
    ports: readList(spec, "ports", SPEC, problems, (port, index) =>
      readPort(port, [...SPEC, "ports", index], problems),
    ),
  };
}

function readAliases(spec: unknown, problems: Problems): readonly string[] {
  const pod = readString(spec, "pod", SPEC, problems);
  const workload = readString(spec, "workload", SPEC, problems);
  if (pod === "") return workload === "" ? NONE : [workload];
  return workload === "" ? [pod] : [pod, workload];
}

function ownLabels(metadata: Metadata, shared: SharedLabels, problems: Problems): LabelSet {
  let labels = NO_LABELS;
  readLabels(metadata, "labels", METADATA, problems, (name, value) => {
    labels = shared.with(labels, name, value);
  });
  return labels;
}

/** An endpoint's labels win over inherited ones, an earlier profile's over a later's. */
function inherited(own: LabelSet, profiles: readonly string[], shared: SharedLabels): CompiledEndpoint["labels"] {
  let labels = own;
  for (const name of profiles) labels = shared.inheriting(labels, name);
  return shared.labelsOf(labels);
}

/** Compiles a GlobalNetworkSet or NetworkSet. */
export function compileNetworkSet(
  located: Located,
  shared: SharedLabels,
  calico: CalicoVersionRules,
  problems: Problems,
): CompiledNetworkSet {
  const { spec, metadata, kind } = located.resource;
  const namespace = metadata.namespace ?? "default";
  const own = ownLabels(metadata, shared, problems);
  const isNamespaced = kind === "NetworkSet";
  const labels = isNamespaced ? shared.with(own, NAMESPACE_LABEL, namespace) : own;
  const profiles = isNamespaced && calico.setsInheritNamespace ? [`kns.${namespace}`] : NONE;
  return {
    networkSet: isNamespaced ? `${namespace}/${metadata.name}` : metadata.name,
    labels: inherited(labels, profiles, shared),
    nets: readEntries(spec, "nets", readNet, problems),
    ports: NONE,
    located,
  };
}

const NETS: ItemReader<Net> = {
  read: (value) => (typeof value === "string" ? readNet(value) : undefined),
  message: (value) => `\`${String(value)}\` is not an address or network`,
};

/**
 * The entries of a list of which Felix leaves out what it cannot read, and keeps the rest (libcalico-go's update
 * processors): calicoctl stores a network set with the net `""`.
 */
function readEntries(
  spec: unknown,
  key: string,
  read: (text: string) => Net | undefined,
  problems: Problems,
): readonly Net[] {
  return readList(spec, key, SPEC, problems, (entry, index) => {
    const net = typeof entry === "string" ? read(entry) : undefined;
    if (net !== undefined || entry === "") return net;
    const what = read === readNet ? "an address or network" : "an IP address";
    const entryOnly = typeof entry === "string" ? ({ entryOnly: true } as const) : {};
    problems.push({ path: [...SPEC, key, index], message: `\`${String(entry)}\` is not ${what}`, ...entryOnly });
    return undefined;
  });
}

/** An address without a prefix length, as its network. */
function readAddress(text: string): Net | undefined {
  return text.includes("/") ? undefined : readNet(text);
}

/** One entry of `ipNATs`; Felix leaves out one that it cannot read. */
function readFloatingIp(value: unknown): FloatingIp | undefined {
  const net = (key: string) => {
    const text = fieldOf(value, key);
    return typeof text === "string" ? readAddress(text) : undefined;
  };
  const [external, internal] = [net("externalIP"), net("internalIP")];
  return external && internal && external.family === internal.family ? { external, internal } : undefined;
}

function readPort(value: unknown, path: FieldPath, problems: Problems): NamedPort | undefined {
  if (!isObject(value)) {
    problems.push({ path, message: "a port must be an object" });
    return undefined;
  }
  const name = readString(value, "name", path, problems);
  const port = readNumber(value, "port", { min: 1, max: 65535 }, path, problems);
  const text = fieldOf(value, "protocol");
  const protocol = typeof text === "string" || typeof text === "number" ? protocolNumber(text) : undefined;
  if (fieldOf(value, "port") === undefined)
    problems.push({ path: [...path, "port"], message: "a named port needs a port" });
  if (protocol === undefined) problems.push({ path: [...path, "protocol"], message: "a named port needs a protocol" });
  return port === undefined || protocol === undefined ? undefined : { name, protocol, port };
}
