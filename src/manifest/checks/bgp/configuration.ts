import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";
import { checkAddress } from "../addresses.ts";
import { texts, type Values } from "../lenient.ts";
import { isSubdomain } from "../names.ts";
import { COMMUNITY_HELP, checkCommunity, isCommunity } from "./community.ts";
import { checkInterface } from "./interface.ts";
import { checkNetwork } from "./network.ts";

/** The networks of services that are advertised. */
const SERVICE_NETWORKS = ["serviceLoadBalancerIPs", "serviceExternalIPs", "serviceClusterIPs"];
/** Settings of the mesh between nodes, which need it. */
const MESH = ["nodeMeshPassword", "nodeMeshMaxRestartTime"];
/** What holds for the whole cluster, so that only the resource `default` may have it (recorded: bc-name-*; API reference). */
const DEFAULT_ONLY = ["nodeToNodeMeshEnabled", "asNumber", ...SERVICE_NETWORKS, ...MESH];

/** What BGPConfiguration's fields must be (recorded: the `bc-*` cases; API reference, BGPConfiguration). */
export function checkBgpConfiguration(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  for (const field of DEFAULT_ONLY) {
    if (resource.metadata.name === "default" || spec[field] === undefined) continue;
    const message = `\`${field}\` can be set in the BGPConfiguration \`default\` only`;
    report({ code: "bgp.default-only", message, path: ["spec", field], part: "key" });
  }
  for (const field of MESH) {
    if (spec[field] === undefined || spec.nodeToNodeMeshEnabled !== false) continue;
    const message = `\`${field}\` is of the mesh between nodes, which \`nodeToNodeMeshEnabled: false\` turns off`;
    report({ code: "bgp.mesh", message, path: ["spec", field], part: "key" });
  }
  if (spec.logSeverityScreen === "Trace" && !calico.traceSeverity) {
    const message = `\`logSeverityScreen\` cannot be \`Trace\` in Calico ${calico.version}`;
    report({ code: "field.enum", message, path: ["spec", "logSeverityScreen"] });
  }
  for (const family of [4, 6] as const) {
    const field = `localWorkloadPeeringIPV${family}`;
    checkAddress(spec[field], family, ["spec", field], report);
  }
  for (const field of [...SERVICE_NETWORKS, "prefixAdvertisements"]) {
    for (const [at, block] of listOrEmpty(spec[field]).entries())
      checkNetwork(textOrEmpty(objectOrEmpty(block).cidr), ["spec", field, at, "cidr"], report);
  }
  for (const [at, name] of texts(spec.ignoredInterfaces))
    checkInterface(name, ["spec", "ignoredInterfaces", at], report, { takesAny: false });
  checkCommunities(spec, report);
}

/** Communities have a name and a value, and are used (recorded: bc-spec-08); advertisements use those that exist. */
function checkCommunities(spec: Values, report: Report): void {
  const communities = listOrEmpty(spec.communities).map(objectOrEmpty);
  const advertisements = listOrEmpty(spec.prefixAdvertisements).map(objectOrEmpty);
  if (communities.length > 0 && advertisements.length === 0) {
    const message = "no prefix advertisement uses the communities";
    report({ code: "bgp.communities", message, path: ["spec", "communities"], part: "key" });
  }
  const required = (values: Values, fields: readonly string[], path: readonly (string | number)[]): void => {
    for (const field of fields) {
      if (values[field] !== undefined) continue;
      report({ code: "field.required", message: `\`${field}\` is missing or empty`, path, absent: field });
    }
  };
  for (const [at, community] of communities.entries()) {
    const path = ["spec", "communities", at];
    required(community, ["name", "value"], path);
    const { name, value } = { name: textOrEmpty(community.name), value: textOrEmpty(community.value) };
    if (name !== "" && !isSubdomain(name)) {
      const message = `\`${name}\` is not a name: lower case letters, digits, \`-\` and \`.\``;
      report({ code: "name.invalid", message, path: [...path, "name"] });
    }
    if (value !== "") checkCommunity(value, [...path, "value"], report);
  }
  const names = new Set(communities.map(({ name }) => name));
  for (const [at, advertisement] of advertisements.entries()) {
    const path = ["spec", "prefixAdvertisements", at];
    required(advertisement, ["cidr", "communities"], path);
    for (const [index, community] of texts(advertisement.communities)) {
      if (isCommunity(community) || names.has(community)) continue;
      const message = `\`${community}\` is neither a community nor a name in \`spec.communities\``;
      report({ code: "bgp.communities", message, help: COMMUNITY_HELP, path: [...path, "communities", index] });
    }
  }
}
