import { listOrEmpty, objectOrEmpty } from "../../model/json.ts";
import { API_VERSION, displayId, type Located, resourceId } from "../../model/resource.ts";
import type { CompiledFailsafe } from "../../policy/world/compiled.ts";
import { settingsOf } from "../../policy/world/felix-config.ts";
import { matches } from "../../selector/matches.ts";
import { ownerId } from "../edits/resource-edit.ts";
import { hostNet, type RepairScene } from "./repair-scene.ts";
import type { Candidate } from "./repair-types.ts";

/** A failsafe port more or less, for the node of the endpoint or for all. */
export function failsafeCandidates(scene: RepairScene): readonly Candidate[] {
  const { at, world, packets, find, wanted } = scene;
  if (at === undefined) return [];
  const isInbound = at.direction === "ingress";
  const field = isInbound ? "failsafeInboundHostPorts" : "failsafeOutboundHostPorts";
  const { node } = at.endpoint;
  const settings = settingsOf(world.settings, node);
  const ports = isInbound ? settings.failsafeInbound : settings.failsafeOutbound;
  const own = find({ kind: "FelixConfiguration", name: `node.${node}` });
  const common = find({ kind: "FelixConfiguration", name: "default" });
  const of = own?.resource.spec !== undefined && Object.hasOwn(own.resource.spec, field) ? own : common;
  return packets.flatMap((packet): Candidate[] => {
    const isThis = ({ protocol, port }: CompiledFailsafe) =>
      protocol === packet.protocol && port === packet.destinationPort;
    if (packet.destinationPort === undefined) return [];
    const name = `${packet.protocol} ${packet.destinationPort}`;
    const list =
      wanted === "allow"
        ? [...ports.map(failsafeValue), { protocol: packet.protocol, port: packet.destinationPort }]
        : ports.filter((entry) => !isThis(entry)).map(failsafeValue);
    if (wanted === "deny" && list.length === ports.length) return [];
    const path = ["spec", field];
    const verb = wanted === "allow" ? "add" : "remove";
    const text = `FelixConfiguration ${of?.resource.metadata.name ?? "default"}: ${verb} failsafe port ${name} (${field})`;
    if (of !== undefined) {
      return [
        { kind: "failsafe-port", text, edits: [{ kind: "change", of, changes: [{ op: "set", path, value: list }] }] },
      ];
    }
    const resource = {
      apiVersion: API_VERSION,
      kind: "FelixConfiguration",
      metadata: { name: "default" },
      spec: { [field]: list },
    };
    return [{ kind: "failsafe-port", text, edits: [{ kind: "create", resource }] }];
  });
}

function failsafeValue({ protocol, port, net }: CompiledFailsafe) {
  return { protocol, port, ...(net && { net: net.text }) };
}

const SETS: ReadonlySet<string> = new Set(["GlobalNetworkSet", "NetworkSet"]);

/** An address more in a network set that a rule's selector names, or less. */
export function networkSetCandidates(scene: RepairScene): readonly Candidate[] {
  const { steps, world, resources, packets, wanted } = scene;
  const action = wanted === "allow" ? "Allow" : "Deny";
  const all = steps.flatMap((step): Candidate[] => {
    if (step.kind !== "rule-missed" && step.kind !== "rule-matched") return [];
    const id = ownerId(step);
    const owner =
      "policy" in step
        ? world.policies.find(
            ({ ref }) => ref.kind === id.kind && ref.name === id.name && ref.namespace === id.namespace,
          )
        : world.profiles.get(step.profile);
    const rule = owner?.[step.direction][step.rule - 1];
    if (rule === undefined) return [];
    return (["source", "destination"] as const).flatMap((side) => {
      const { set, notSet } = rule[side];
      return resources.flatMap((of) => {
        if (!SETS.has(of.resource.kind)) return [];
        const labels = setLabels(of);
        const isMember = set !== undefined && matches(set.selector, labels);
        const isExcluded = notSet !== undefined && matches(notSet.selector, labels);
        if (!isMember && !isExcluded) return [];
        // A rule of the wanted action is to match, another is to miss.
        const adds = (step.action === action) === isMember;
        if (step.kind === "rule-missed" && step.action !== action) return [];
        return packets.flatMap((packet) => memberChange(of, packet[side], adds));
      });
    });
  });
  return [...new Map(all.map((one) => [one.text, one])).values()];
}

function setLabels({ resource: { metadata } }: Located): ReadonlyMap<string, string> {
  const labels = new Map(Object.entries(metadata.labels ?? {}));
  return metadata.namespace === undefined ? labels : labels.set("projectcalico.org/namespace", metadata.namespace);
}

function memberChange(of: Located, net: string, adds: boolean): readonly Candidate[] {
  const nets = listOrEmpty(objectOrEmpty(of.resource.spec).nets);
  const path = ["spec", "nets"];
  const name = displayId(resourceId(of.resource));
  const candidate = (
    text: string,
    change: Extract<Candidate["edits"][number], { kind: "change" }>["changes"][number],
  ) => [{ kind: "network-set", text: `${name}: ${text}`, edits: [{ kind: "change", of, changes: [change] }] } as const];
  if (adds) {
    const isThere = nets.some((item) => typeof item === "string" && (item === net || hostNet(item) === net));
    if (isThere) return [];
    return candidate(
      `add ${net}`,
      nets.length === 0
        ? { op: "set", path, value: [net] }
        : { op: "insert", path: [...path, nets.length], value: net },
    );
  }
  const index = nets.findIndex((item) => typeof item === "string" && (item === net || hostNet(item) === net));
  if (index < 0) return [];
  return candidate(`take ${net} out`, { op: "remove", path: [...path, index] });
}
