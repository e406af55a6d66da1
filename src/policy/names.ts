import type { FlowEnd } from "../model/flow.ts";
import type { EndpointRef, PolicyRef, Where } from "./outcome.ts";

/** A rule's owner: a policy, or a profile by its name. */
export type RuleOwner = { readonly policy: PolicyRef } | { readonly profile: string };

/** A policy's name as users type it, a NetworkPolicy's with its namespace. */
export function policyName({ name, namespace }: PolicyRef): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** The name of the policy or profile that owns a rule. */
export function ownerName(owner: RuleOwner): string {
  return "policy" in owner ? policyName(owner.policy) : owner.profile;
}

/** The same with its kind: `policy shop/allow-web`, `profile kns.shop`. */
export function ownerText(owner: RuleOwner): string {
  return `${"policy" in owner ? "policy" : "profile"} ${ownerName(owner)}`;
}

/** An endpoint with its kind: `host endpoint node1-eth0`. */
export function endpointName({ kind, name, namespace }: Omit<EndpointRef, "node" | "interface">): string {
  if (kind === "HostEndpoint") return `host endpoint ${name}`;
  return `workload endpoint ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

/** The name of a stage: `pre-DNAT`, `normal ingress`, `forward egress`. */
export function stageName({ stage, direction }: Pick<Where, "stage" | "direction">): string {
  return stage === "pre-DNAT" ? stage : `${stage} ${direction}`;
}

/** How a packet comes in or goes out at one end of its flow: `in through eth0`, `to workload web`; with `node`, where. */
export function endText(end: FlowEnd, direction: "in" | "out", node?: string): string {
  if ("interface" in end) return `${direction} through ${node === undefined ? "" : `${node}/`}${end.interface}`;
  const word = direction === "in" ? "from" : "to";
  if ("workload" in end) return `${word} workload ${end.workload}${node === undefined ? "" : ` on ${node}`}`;
  return `${word} a local process${node === undefined ? "" : ` of ${node}`}`;
}
