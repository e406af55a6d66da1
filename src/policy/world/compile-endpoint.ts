import { isObject } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { networkOf, parseAddress } from "../../model/net/address.ts";
import { protocolNumber } from "../../model/net/protocol.ts";
import type { FieldPath, Located } from "../../model/resource.ts";
import type { Labels } from "../../selector/matches.ts";
import type { CompiledEndpoint, CompiledNetworkSet, CompiledProfile, FloatingIp, NamedPort, Net } from "./compiled.ts";
import { readNet, toNet } from "./nets.ts";
import { NAMESPACE_LABEL, SERVICE_ACCOUNT_LABEL } from "./rules/compile-rule.ts";
import { fieldOf, type Problems, readLabels, readList, readNumber, readString, readStrings } from "./spec-fields.ts";

const SPEC = ["spec"] as const;
type Profiles = ReadonlyMap<string, CompiledProfile>;

/** Compiles a HostEndpoint, which Felix accepts only with an interface or addresses. */
export function compileHostEndpoint(located: Located, profiles: Profiles, problems: Problems): CompiledEndpoint {
  const { spec, metadata } = located.resource;
  const common = compileEndpoint(located, profiles, problems, readLabels(metadata, "labels", ["metadata"], problems));
  const nets = readEntries(spec, "expectedIPs", readAddress, problems);
  if (common.interfaceName === "" && nets.length === 0) {
    problems.push({ path: SPEC, message: "neither `interfaceName` nor `expectedIPs` is given" });
  }
  return { ...common, kind: "HostEndpoint", nets };
}

/** Compiles a WorkloadEndpoint; namespace and orchestrator are labels of it. */
export function compileWorkloadEndpoint(
  located: Located,
  profiles: Profiles,
  calico: CalicoVersionRules,
  problems: Problems,
): CompiledEndpoint {
  const { spec, metadata } = located.resource;
  const labels = readLabels(metadata, "labels", ["metadata"], problems);
  const namespace = metadata.namespace ?? "default";
  labels.set(NAMESPACE_LABEL, namespace);
  const orchestrator = readString(spec, "orchestrator", SPEC, problems);
  if (orchestrator !== "") labels.set("projectcalico.org/orchestrator", orchestrator);
  const account = readString(spec, "serviceAccountName", SPEC, problems);
  if (account !== "") labels.set(SERVICE_ACCOUNT_LABEL, account);
  const common = compileEndpoint(located, profiles, problems, labels);
  if (common.interfaceName === "") problems.push({ path: SPEC, message: "`interfaceName` is missing" });
  const aliases = ["pod", "workload"].map((key) => readString(spec, key, SPEC, problems)).filter((name) => name !== "");
  return {
    ...common,
    kind: "WorkloadEndpoint",
    namespace,
    aliases,
    nets: readNets(spec, "ipNetworks", problems),
    spoofedSources: calico.sourceCheck === "raw" ? readNets(spec, "allowSpoofedSourcePrefixes", problems) : [],
    floatingIps: readList(spec, "ipNATs", SPEC, problems, readFloatingIp),
  };
}

function compileEndpoint(
  located: Located,
  profiles: Profiles,
  problems: Problems,
  labels: Map<string, string>,
): Omit<CompiledEndpoint, "kind" | "nets"> {
  const { spec, metadata } = located.resource;
  const node = readString(spec, "node", SPEC, problems);
  if (node === "") problems.push({ path: SPEC, message: "`node` is missing" });
  const profileNames = readStrings(spec, "profiles", SPEC, problems);
  return {
    name: metadata.name,
    node,
    interfaceName: readString(spec, "interfaceName", SPEC, problems),
    profiles: profileNames,
    labels: inherit(labels, profileNames, profiles),
    ports: readList(spec, "ports", SPEC, problems, (port, path) => readPort(port, path, problems)),
    aliases: [],
    spoofedSources: [],
    floatingIps: [],
    located,
  };
}

/** An endpoint's labels win over inherited ones, an earlier profile's over a later's. */
function inherit(labels: Map<string, string>, names: readonly string[], profiles: Profiles): Labels {
  for (const name of names) {
    for (const [label, value] of profiles.get(name)?.labels ?? []) if (!labels.has(label)) labels.set(label, value);
  }
  return sharedLabels(labels, profiles);
}

/** The labels of one World's endpoints, each map once. */
const labelMemos = new WeakMap<Profiles, Map<string, Labels>>();

/** One map for all that have the same labels, as the endpoints of one deployment do. */
function sharedLabels(labels: Labels, profiles: Profiles): Labels {
  const memo = labelMemos.get(profiles) ?? new Map<string, Labels>();
  labelMemos.set(profiles, memo);
  let key = "";
  for (const [name, value] of labels) key += `${name.length}:${name}${value.length}:${value}`;
  const known = memo.get(key);
  if (known === undefined) memo.set(key, labels);
  return known ?? labels;
}

/** Compiles a GlobalNetworkSet or NetworkSet. */
export function compileNetworkSet(
  located: Located,
  profiles: Profiles,
  calico: CalicoVersionRules,
  problems: Problems,
): CompiledNetworkSet {
  const { spec, metadata, kind } = located.resource;
  const labels = readLabels(metadata, "labels", ["metadata"], problems);
  const inherited: string[] = [];
  const namespace = metadata.namespace ?? "default";
  if (kind === "NetworkSet") {
    labels.set(NAMESPACE_LABEL, namespace);
    if (calico.setsInheritNamespace) inherited.push(`kns.${namespace}`);
  }
  return {
    networkSet: kind === "NetworkSet" ? `${namespace}/${metadata.name}` : metadata.name,
    labels: inherit(labels, inherited, profiles),
    nets: readEntries(spec, "nets", readNet, problems),
    ports: [],
    located,
  };
}

function readNets(spec: unknown, key: string, problems: Problems): readonly Net[] {
  return readList(spec, key, SPEC, problems, (entry, path) => {
    const net = typeof entry === "string" ? readNet(entry) : undefined;
    if (net === undefined) problems.push({ path, message: `\`${String(entry)}\` is not an address or network` });
    return net;
  });
}

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
  return readList(spec, key, SPEC, problems, (entry, path) => {
    const net = typeof entry === "string" ? read(entry) : undefined;
    if (net !== undefined || entry === "") return net;
    const what = read === readNet ? "an address or network" : "an IP address";
    const entryOnly = typeof entry === "string" ? ({ entryOnly: true } as const) : {};
    problems.push({ path, message: `\`${String(entry)}\` is not ${what}`, ...entryOnly });
    return undefined;
  });
}

/** An address without a prefix length, as its network. */
function readAddress(text: string): Net | undefined {
  const address = parseAddress(text);
  return address && toNet(networkOf(address), text);
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
