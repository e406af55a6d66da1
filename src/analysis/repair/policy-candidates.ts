import { objectOrEmpty } from "../../model/json.ts";
import { API_VERSION, displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { policyName } from "../../policy/names.ts";
import type { Step } from "../../policy/outcome.ts";
import type { CompiledEndpoint, CompiledPolicy } from "../../policy/world/compiled.ts";
import { applicable } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { matches } from "../../selector/matches.ts";
import type { FieldChange } from "../edits/resource-edit.ts";
import type { RepairScene } from "./repair-scene.ts";
import type { Candidate } from "./repair-types.ts";
import { editableOwner, ruleFor } from "./rule-candidates.ts";

/** Edits of a policy as a whole: its flags, its order, its deletion; and a new one. */
export function policyCandidates(scene: RepairScene): readonly Candidate[] {
  const { endpoint } = scene;
  if (endpoint === undefined) return [];
  return [
    ...flagCandidates(scene, endpoint),
    ...orderCandidates(scene, endpoint),
    ...deletions(scene),
    ...newPolicies(scene, endpoint),
  ];
}

const FLAGS = ["applyOnForward", "preDNAT", "doNotTrack"] as const;

/** Each flag of each policy that selects the endpoint, turned over; Calico wants applyOnForward with the other two. */
function flagCandidates(scene: RepairScene, endpoint: CompiledEndpoint): readonly Candidate[] {
  const selecting = scene.world.policies.filter(
    ({ ref, selector }) => ref.kind === "GlobalNetworkPolicy" && matches(selector, endpoint.labels),
  );
  return selecting.flatMap((policy) => {
    const of = editableOwner(scene, { policy: policy.ref });
    if (of === undefined) return [];
    const spec = objectOrEmpty(of.resource.spec);
    return FLAGS.map((flag): Candidate => {
      const on = spec[flag] !== true;
      const needs = on && flag !== "applyOnForward" && spec.applyOnForward !== true;
      const changes: FieldChange[] = [
        ...(needs ? [{ op: "set", path: ["spec", "applyOnForward"], value: true } as const] : []),
        { op: "set", path: ["spec", flag], value: on },
      ];
      const text = `policy ${policyName(policy.ref)}: set ${needs ? "applyOnForward and " : ""}${flag} to ${on}`;
      return { kind: "flag", text, edits: [{ kind: "change", of, changes }] };
    });
  });
}

/** Policies after the one that decided, put before it by their order. */
function orderCandidates(scene: RepairScene, endpoint: CompiledEndpoint): readonly Candidate[] {
  const { world, by, at } = scene;
  if (by.kind !== "rule" || !("policy" in by) || at === undefined) return [];
  const list = applicable(world, endpoint, at.stage, at.direction);
  const place = list.findIndex(({ ref }) => displayId(ref) === displayId(by.policy));
  const deciding = list[place];
  if (deciding === undefined) return [];
  const order = orderBefore(list[place - 1], deciding);
  return list.slice(place + 1).flatMap((policy): Candidate[] => {
    if (policy.tier !== deciding.tier) return [];
    const of = editableOwner(scene, { policy: policy.ref });
    const isFirst = deciding.order < policy.order || order !== deciding.order;
    if (of === undefined || !isFirst) return [];
    const text = `policy ${policyName(policy.ref)}: set its order to ${order}, before ${policyName(deciding.ref)}`;
    return [
      {
        kind: "order",
        text,
        edits: [{ kind: "change", of, changes: [{ op: "set", path: ["spec", "order"], value: order }] }],
      },
    ];
  });
}

/** An order before that of a policy and, where there is room, after that of the one before it. */
function orderBefore(previous: CompiledPolicy | undefined, { order }: CompiledPolicy): number {
  const last = Number.isFinite(order) ? order : undefined;
  const first = previous !== undefined && Number.isFinite(previous.order) ? previous.order : undefined;
  if (last === undefined) return first === undefined ? 1000 : first + 1;
  if (first === undefined || first === last) return last - 1;
  const middle = Math.floor((first + last) / 2);
  return middle > first ? middle : (first + last) / 2;
}

/** The policies of the stage that decided, gone. */
function deletions(scene: RepairScene): readonly Candidate[] {
  const { by, at, steps } = scene;
  if (at === undefined || (by.kind !== "rule" && by.kind !== "default")) return [];
  const names = new Map<string, Located>();
  for (const step of steps) {
    const policy = policyAt(step, at.stage, at.direction);
    const of = policy && editableOwner(scene, { policy });
    if (policy !== undefined && of !== undefined) names.set(displayId(policy), of);
  }
  return [...names.values()].map((of): Candidate => {
    const text = `policy ${policyName(refOf(of.resource))}: delete it`;
    return { kind: "policy-deleted", text, edits: [{ kind: "delete", of }] };
  });
}

function policyAt(step: Step, stage: string, direction: string) {
  const isRule = step.kind === "rule-matched" || step.kind === "rule-missed" || step.kind === "no-rules";
  return isRule && "policy" in step && step.stage === stage && step.direction === direction ? step.policy : undefined;
}

function refOf(resource: Resource): CompiledPolicy["ref"] {
  const { namespace, name } = resource.metadata;
  return resource.kind === "NetworkPolicy"
    ? { kind: "NetworkPolicy", namespace: namespace ?? "", name }
    : { kind: "GlobalNetworkPolicy", name };
}

/** A policy for this packet, for endpoints with all labels that this one has; where no policy's rules decided. */
function newPolicies(scene: RepairScene, endpoint: CompiledEndpoint): readonly Candidate[] {
  const { by, at, wanted, packets, find } = scene;
  if (at === undefined || (by.kind !== "default" && by.kind !== "missing-profile")) return [];
  const own = Object.entries(find(endpoint)?.resource.metadata.labels ?? {});
  // Calico refuses other labels; what a datastore holds all the same is not put into a command.
  if (own.some((parts) => parts.some((part) => !/^[\w./-]*$/.test(part)))) return [];
  const terms = own.map(([key, value]) => `${key} == '${value}'`);
  const selector = terms.length === 0 ? "all()" : terms.join(" && ");
  const isForward = at.stage === "forward";
  return packets.map((packet): Candidate => {
    const rule = ruleFor(packet, wanted === "allow" ? "Allow" : "Deny");
    const rules = wanted === "allow" ? [rule] : [rule, { action: "Allow" }];
    const port = packet.destinationPort === undefined ? "" : `-${packet.destinationPort}`;
    const name = freeName(scene, `${wanted}-${packet.protocol.toLowerCase()}${port}`);
    const resource: Resource = {
      apiVersion: API_VERSION,
      kind: "GlobalNetworkPolicy",
      metadata: { name },
      spec: {
        selector,
        types: [at.direction === "ingress" ? "Ingress" : "Egress"],
        ...(isForward && { applyOnForward: true }),
        [at.direction]: rules,
      },
    };
    return {
      kind: "policy-added",
      text: `new policy ${name} for endpoints with ${selector}, ${at.direction} rule 1: ${rule.action} this packet`,
      edits: [{ kind: "create", resource }],
    };
  });
}

function freeName({ resources }: RepairScene, wish: string): string {
  const taken = new Set(
    resources.flatMap(({ resource }) =>
      resourceId(resource).kind === "GlobalNetworkPolicy" ? resource.metadata.name : [],
    ),
  );
  let name = wish;
  for (let number = 2; taken.has(name); number++) name = `${wish}-${number}`;
  return name;
}
