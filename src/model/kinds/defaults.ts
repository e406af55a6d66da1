import { formatCidr, parseCidr } from "../net/address.ts";
import type { Resource } from "../resource.ts";
import { DEFAULT_TIER, DEFAULT_TIER_ORDER } from "./built-in.ts";
import type { CalicoVersionRules } from "./version.ts";
import { workloadEndpointName } from "./workload-name.ts";

/** Label and annotation that v3.32 adds to every policy: its tier, and its name as the user wrote it. */
export const TIER_LABEL = "projectcalico.org/tier";
export const METADATA_ANNOTATION = "projectcalico.org/metadata";

type Spec = Readonly<Record<string, unknown>>;

/**
 * The resource with what Calico fills in when it stores one and that depends on other fields (recorded: defaults.json,
 * layout.json `_types_defaults`): policy types, IP pool settings, labels and name of workload endpoints, where there
 * are tiers a policy's, and the version's `storedDefaults`. Fields that are always stored (`source: {}`) are the schemas'
 * `x-stored`. Pure, and doing it twice changes nothing.
 */
export function withDefaults(resource: Resource, calico: CalicoVersionRules): Resource {
  const spec = resource.spec ?? {};
  switch (resource.kind) {
    case "GlobalNetworkPolicy":
    case "NetworkPolicy":
      return calico.tiers ? withTier(withTypes(resource, spec)) : withTypes(resource, spec);
    case "StagedGlobalNetworkPolicy":
    case "StagedNetworkPolicy":
      return withTier(spec.stagedAction === "Delete" ? withoutTypes(resource, spec) : staged(resource, spec));
    case "StagedKubernetesNetworkPolicy":
      return { ...resource, spec: { stagedAction: "Set", ...spec } };
    case "Tier":
      return { ...resource, spec: { order: DEFAULT_TIER_ORDER, defaultAction: "Deny", ...spec } };
    case "IPPool":
      return { ...resource, spec: poolSpec(spec, calico) };
    case "WorkloadEndpoint":
      return withWorkloadLabels(resource, spec);
    case "BGPConfiguration":
    case "FelixConfiguration": {
      const defaults = calico.storedDefaults[resource.kind];
      return defaults === undefined ? resource : { ...resource, spec: { ...defaults, ...spec, ...connectTime(spec) } };
    }
    default:
      return resource;
  }
}

const filled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/**
 * The directions of a policy without `types`: `Ingress` unless there are only egress rules, `Egress` if there are egress
 * rules. An empty list of rules counts as no rules.
 */
export function defaultTypes(spec: Spec): readonly string[] {
  if (filled(spec.types) && Array.isArray(spec.types)) return spec.types;
  if (!filled(spec.egress)) return ["Ingress"];
  return filled(spec.ingress) ? ["Ingress", "Egress"] : ["Egress"];
}

/**
 * The settings that take the place of the old `bpfConnectTimeLoadBalancingEnabled`, which overrules them (libcalico-go/lib/clientv3,
 * felixconfig); nothing where it is not set.
 */
function connectTime({ bpfConnectTimeLoadBalancingEnabled: isOn }: Spec): Spec {
  if (typeof isOn !== "boolean") return {};
  return { bpfConnectTimeLoadBalancing: isOn ? "Enabled" : "Disabled", bpfHostNetworkedNATWithoutCTLB: "Disabled" };
}

/** A staged deletion says nothing of directions, even where they were given. */
function withoutTypes(resource: Resource, { types: _, ...spec }: Spec): Resource {
  return { ...resource, spec };
}

const staged = (resource: Resource, spec: Spec): Resource => withTypes(resource, { stagedAction: "Set", ...spec });

function withTypes(resource: Resource, spec: Spec): Resource {
  return { ...resource, spec: { ...spec, types: defaultTypes(spec) } };
}

function withTier(resource: Resource): Resource {
  const { metadata } = resource;
  const tier = typeof resource.spec?.tier === "string" ? resource.spec.tier : DEFAULT_TIER;
  const labels = { ...metadata.labels, [TIER_LABEL]: tier };
  const annotations = {
    ...metadata.annotations,
    [METADATA_ANNOTATION]: JSON.stringify({ name: metadata.name }),
  };
  return { ...resource, metadata: { ...metadata, labels, annotations }, spec: { ...resource.spec, tier } };
}

function poolSpec(spec: Spec, calico: CalicoVersionRules): Spec {
  const cidr = typeof spec.cidr === "string" ? parseCidr(spec.cidr) : undefined;
  const defaults = {
    vxlanMode: "Never",
    ipipMode: "Never",
    blockSize: cidr?.address.family === 6 ? 122 : 26,
    nodeSelector: "all()",
    ...calico.storedDefaults.IPPool,
  };
  return { ...defaults, ...spec, ...(cidr && { cidr: formatCidr(cidr) }) };
}

function withWorkloadLabels(resource: Resource, spec: Spec): Resource {
  const { metadata } = resource;
  const labels = {
    ...metadata.labels,
    ...(metadata.namespace !== undefined && { "projectcalico.org/namespace": metadata.namespace }),
    ...(typeof spec.orchestrator === "string" && { "projectcalico.org/orchestrator": spec.orchestrator }),
    ...(typeof spec.serviceAccountName === "string" && { "projectcalico.org/serviceaccount": spec.serviceAccountName }),
  };
  const name = metadata.name === "" ? (workloadEndpointName(spec) ?? "") : metadata.name;
  return { ...resource, metadata: { ...metadata, name, labels } };
}
