import { asSchema, type Json, type Schema } from "../../schema-files.ts";
import {
  BGP_CONFIGURATION,
  BGP_PEER,
  HOST_ENDPOINT,
  IP_POOL,
  KUBE_CONTROLLERS,
  NODE_BGP,
  WORKLOAD_PORT,
} from "./others.ts";
import { deletion, ENTITY, GLOBAL_POLICY, POLICY, SERVICE } from "./policies.ts";
import { HTTP, HTTP_PATH, ICMP, RULE } from "./rule.ts";

/**
 * What fields of one object must be to each other, where a schema can state it and every Calico version has the rule; where
 * versions differ, what any of them takes. By the title of the object's schema. The validator has these rules with others
 * in src/manifest/checks, whose messages say more; test/editors holds the two to each other.
 */
const RULES: Readonly<Record<string, (fields: readonly string[]) => readonly Schema[]>> = {
  GlobalNetworkPolicySpec: () => GLOBAL_POLICY,
  NetworkPolicySpec: () => POLICY,
  StagedGlobalNetworkPolicySpec: (fields) => [...GLOBAL_POLICY, deletion(["stagedAction", "tier", "types"], fields)],
  StagedNetworkPolicySpec: (fields) => [...POLICY, deletion(["stagedAction", "tier", "types"], fields)],
  StagedKubernetesNetworkPolicySpec: (fields) => [deletion(["stagedAction"], fields)],
  Rule: () => RULE,
  EntityRule: () => ENTITY,
  ServiceMatch: () => SERVICE,
  ICMPFields: () => ICMP,
  HTTPMatch: () => HTTP,
  HTTPPath: () => HTTP_PATH,
  HostEndpointSpec: () => HOST_ENDPOINT,
  WorkloadPort: () => WORKLOAD_PORT,
  IPPoolSpec: () => IP_POOL,
  NodeBGPSpec: () => NODE_BGP,
  BGPPeerSpec: () => BGP_PEER,
  BGPConfiguration: () => BGP_CONFIGURATION,
  KubeControllersConfiguration: () => KUBE_CONTROLLERS,
};

/** The rules of the object whose schema has that title, and which has these fields. */
export function rulesFor(title: string, fields: readonly string[]): readonly Schema[] {
  return (RULES[title]?.(fields) ?? []).map(unsuggested);
}

/** The rule with a mark at each field that no editor offers it: what a rule has of a field stands beside the field itself. */
export function unsuggested(rule: Schema): Schema {
  const marked = ([key, value]: [string, Json]): [string, Json] => {
    if (key !== "properties") return [key, everywhere(value)];
    const named = Object.entries(asSchema(value)).map(([name, field]) => [
      name,
      { doNotSuggest: true, ...unsuggested(asSchema(field)) },
    ]);
    return [key, Object.fromEntries(named)];
  };
  const everywhere = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(everywhere);
    return value === null || typeof value !== "object" ? value : unsuggested(value);
  };
  return Object.fromEntries(Object.entries(rule).map(marked));
}
