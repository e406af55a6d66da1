import { listOrEmpty, objectOrEmpty } from "../../model/json.ts";
import type { Located } from "../../model/resource.ts";
import { resourceId } from "../../model/resource.ts";
import { endpointName } from "../../policy/names.ts";
import type { CompiledEndpoint, CompiledRule } from "../../policy/world/compiled.ts";
import { netContains, readNet } from "../../policy/world/nets.ts";
import { matches } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";
import type { FieldChange } from "../edits/resource-edit.ts";
import { type LabelEdits, labelEditsFor } from "./label-edits.ts";
import type { RepairScene, RulePacket } from "./repair-scene.ts";
import type { Candidate } from "./repair-types.ts";

/** Edits of endpoints: labels, by which policies select them and rules name them, and profiles. */
export function endpointCandidates(scene: RepairScene): readonly Candidate[] {
  return [...labelCandidates(scene), ...profileCandidates(scene)];
}

function labelCandidates(scene: RepairScene): readonly Candidate[] {
  const { world, at, wanted, endpoint } = scene;
  if (at === undefined || endpoint === undefined) return [];
  const action = wanted === "allow" ? "Allow" : "Deny";
  const of = editable(scene, endpoint);
  const changes: readonly LabelEdits[] =
    of === undefined
      ? []
      : world.policies.flatMap((policy) => {
          if (matches(policy.selector, endpoint.labels)) return labelEditsFor(policy.selector, endpoint.labels, false);
          const helps = policy[at.direction].some(
            (rule) => rule.action === action && scene.packets.some((packet) => mayMatch(rule, packet)),
          );
          return helps ? labelEditsFor(policy.selector, endpoint.labels, true) : [];
        });
  const ofEndpoint = of === undefined ? [] : unique(changes).map((one) => labelCandidate(of, endpoint, one));
  return [...ofEndpoint, ...memberCandidates(scene, action)];
}

/** Labels of the endpoint at the other end, by which a rule's selector would find its address. */
function memberCandidates(scene: RepairScene, action: "Allow" | "Deny"): readonly Candidate[] {
  const { world, steps } = scene;
  return steps.flatMap((step) => {
    if (step.kind !== "rule-missed" || step.action !== action || step.miss.criterion !== "selector") return [];
    const owner =
      "policy" in step ? world.policies.find(({ ref }) => sameRef(ref, step.policy)) : world.profiles.get(step.profile);
    const selector: Selector | undefined = owner?.[step.direction][step.rule - 1]?.[step.miss.side].set?.selector;
    const address = readNet(step.miss.actual);
    if (selector === undefined || address === undefined) return [];
    const all = [...world.hostEndpoints.values(), ...world.workloadEndpoints.values()].flat();
    const owners = all.filter(({ nets }) =>
      nets.some((net) => net.family === address.family && net.first <= address.first && address.last <= net.last),
    );
    return owners.flatMap((endpoint) => {
      const of = editable(scene, endpoint);
      if (of === undefined) return [];
      return labelEditsFor(selector, endpoint.labels, true).map((one) => labelCandidate(of, endpoint, one));
    });
  });
}

function sameRef(a: { kind: string; namespace?: string; name: string }, b: typeof a): boolean {
  return a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
}

/** Whether a rule may match the packet, as far as protocol, port and source nets tell; selectors are not looked at. */
function mayMatch(rule: CompiledRule, packet: RulePacket): boolean {
  const { ports } = rule.destination;
  const port = packet.destinationPort;
  const isPort =
    ports.length === 0 ||
    ports.some((one) => one.kind === "name" || (port !== undefined && one.from <= port && port <= one.to));
  const source = readNet(packet.source);
  const nets = rule.source.nets;
  const isSource =
    nets.length === 0 ||
    source === undefined ||
    nets.some((net) => netContains(net, { family: source.family, value: source.first }));
  return isPort && isSource;
}

function labelCandidate(of: Located, endpoint: CompiledEndpoint, edits: LabelEdits): Candidate {
  const own = of.resource.metadata.labels ?? {};
  const changes = [...edits].flatMap(([label, value]): FieldChange[] => {
    const path = ["metadata", "labels", label];
    if (value !== undefined) return [{ op: "set", path, value }];
    return Object.hasOwn(own, label) ? [{ op: "remove", path }] : [];
  });
  const words = [...edits].map(([label, value]) =>
    value === undefined ? `remove label ${label}` : `set label ${label}=${value}`,
  );
  return {
    kind: "label",
    text: `${endpointName(endpoint)}: ${words.join(", ")}`,
    edits: [{ kind: "change", of, changes }],
  };
}

function unique(all: readonly LabelEdits[]): readonly LabelEdits[] {
  const byText = new Map(all.map((one) => [JSON.stringify([...one].sort(([a], [b]) => (a < b ? -1 : 1))), one]));
  return [...byText.values()];
}

/** The profiles that an endpoint has no more, and those that it could have. */
function profileCandidates(scene: RepairScene): readonly Candidate[] {
  const { endpoint, resources, world } = scene;
  const of = endpoint && editable(scene, endpoint);
  if (endpoint === undefined || of === undefined) return [];
  const list = listOrEmpty(objectOrEmpty(of.resource.spec).profiles);
  const path = ["spec", "profiles"];
  const profiles = resources.flatMap(({ resource }) =>
    resourceId(resource).kind === "Profile" ? [resource.metadata.name] : [],
  );
  const candidate = (text: string, change: FieldChange): Candidate => ({
    kind: "profile",
    text: `${endpointName(endpoint)}: ${text}`,
    edits: [{ kind: "change", of, changes: [change] }],
  });
  const fewer = list.map((name, index) =>
    candidate(
      `take profile ${String(name)} away${world.profiles.has(String(name)) ? "" : ", which does not exist"}`,
      list.length === 1 ? { op: "remove", path } : { op: "remove", path: [...path, index] },
    ),
  );
  const more = profiles
    .filter((name) => !list.includes(name))
    .map((name) =>
      candidate(
        `add profile ${name}`,
        list.length === 0
          ? { op: "set", path, value: [name] }
          : { op: "insert", path: [...path, list.length], value: name },
      ),
    );
  return [...fewer, ...more];
}

/** The resource of an endpoint, where calicoctl can write it. */
function editable({ find }: RepairScene, { kind, name, namespace }: CompiledEndpoint): Located | undefined {
  const of = find({ kind, name, ...(namespace !== undefined && { namespace }) });
  return of?.madeOf === "kubernetes" || of?.assumed !== undefined ? undefined : of;
}
