import { isObject, type JsonObject, listOrEmpty, objectOrEmpty } from "../../model/json.ts";
import { parsePort } from "../../model/net/port.ts";
import type { FieldPath, Located } from "../../model/resource.ts";
import { ownerText, type RuleOwner } from "../../policy/names.ts";
import type { Direction, Miss, Side, Step } from "../../policy/outcome.ts";
import type { FieldChange } from "../edits/resource-edit.ts";
import { ownerId } from "../edits/resource-edit.ts";
import { hostNet, type RepairScene, type RulePacket } from "./repair-scene.ts";
import type { Candidate, RepairKind } from "./repair-types.ts";

type RuleStep<K extends "rule-matched" | "rule-missed"> = Extract<Step, { kind: K }>;

/** A rule of a resource that can be edited. */
interface EditableRule {
  readonly of: Located;
  readonly owner: RuleOwner;
  readonly direction: Direction;
  readonly path: FieldPath;
  readonly index: number;
  readonly rule: JsonObject;
}

/** The action of rules that give a verdict. */
const ACTIONS = { allow: "Allow", deny: "Deny" } as const;

/** Edits of one rule, or of the place of one: those that the packet matched or missed on its way. */
export function ruleCandidates(scene: RepairScene): readonly Candidate[] {
  const { steps, wanted } = scene;
  return [
    ...steps.flatMap((step) =>
      step.kind === "rule-missed" && step.action === ACTIONS[wanted] ? included(scene, step) : [],
    ),
    ...steps.flatMap((step) => (step.kind === "rule-matched" ? ofMatched(scene, step) : [])),
    ...addedRules(scene),
  ];
}

/** What lets a rule miss a packet that it matched, and what comes before it. */
function ofMatched(scene: RepairScene, step: RuleStep<"rule-matched">): readonly Candidate[] {
  if (step.action === ACTIONS[scene.wanted] || step.action === "Log") return [];
  const editable = editableRule(scene, step, step);
  if (editable === undefined) return [];
  const action = ACTIONS[scene.wanted];
  return [
    ...excluded(scene, editable),
    one("rule-action", editable, `make it ${action} instead of ${step.action}`, [
      { op: "set", path: [...editable.path, "action"], value: action },
    ]),
    one("rule-removed", editable, "remove it", [{ op: "remove", path: editable.path }]),
    ...movedRules(scene, editable),
  ];
}

/** Later rules of the same list that give the wanted verdict, before this one. */
function movedRules({ wanted }: RepairScene, editable: EditableRule): readonly Candidate[] {
  const { of, direction, path, index } = editable;
  const list = listOrEmpty(objectOrEmpty(of.resource.spec)[direction]);
  return list.flatMap((rule, from): Candidate[] => {
    if (from <= index || objectOrEmpty(rule).action !== ACTIONS[wanted]) return [];
    const changes: FieldChange[] = [{ op: "move", from: [...path.slice(0, -1), from], path }];
    return [one("rule-moved", { ...editable, index: from }, `put it before rule ${index + 1}`, changes)];
  });
}

/** Where a rule is added: before an index, or as the last. */
interface RulePlace {
  readonly owner: RuleOwner;
  readonly direction: Direction;
  readonly before?: number;
}

/** Before the rule that decided, else at the end of each policy or profile of the stage. */
function rulePlaces({ by, at, steps }: RepairScene): readonly RulePlace[] {
  if (by.kind === "rule") return [{ owner: by, direction: by.direction, before: by.rule - 1 }];
  if (at === undefined) return [];
  const { stage, direction } = at;
  return steps.flatMap((step): RulePlace[] => {
    if (!("stage" in step) || step.stage !== stage || step.direction !== direction) return [];
    if (step.kind === "profile-no-match") return [{ owner: { profile: step.profile }, direction }];
    const hasOwner = step.kind === "no-rules" || step.kind === "rule-missed" || step.kind === "rule-matched";
    return hasOwner ? [{ owner: step, direction }] : [];
  });
}

/** A rule for this packet alone, at each of these places. */
function addedRules(scene: RepairScene): readonly Candidate[] {
  const { packets, wanted } = scene;
  const places = new Map(rulePlaces(scene).map((place) => [ownerText(place.owner), place]));
  return [...places].flatMap(([name, { owner, direction, before }]) => {
    const of = editableOwner(scene, owner);
    if (of === undefined) return [];
    const list = listOrEmpty(objectOrEmpty(of.resource.spec)[direction]);
    const index = before ?? list.length;
    const where = before === undefined ? "as the last" : `before rule ${index + 1}`;
    return packets.map((packet): Candidate => {
      const value = ruleFor(packet, ACTIONS[wanted]);
      const path = ["spec", direction];
      const change: FieldChange =
        list.length === 0 ? { op: "set", path, value: [value] } : { op: "insert", path: [...path, index], value };
      const text = `${name}: add an ${direction} rule ${where}: ${ruleWords(packet, ACTIONS[wanted])}`;
      return { kind: "rule-added", text, edits: [{ kind: "change", of, changes: [change] }] };
    });
  });
}

/** The rule that is for this packet, whatever its source port. */
export function ruleFor(packet: RulePacket, action: "Allow" | "Deny"): JsonObject {
  const { protocol, source, destination, destinationPort, icmp } = packet;
  return {
    action,
    protocol: /^\d+$/.test(protocol) ? Number(protocol) : protocol,
    ...(icmp && { icmp }),
    source: { nets: [source] },
    destination: { nets: [destination], ...(destinationPort !== undefined && { ports: [destinationPort] }) },
  };
}

function ruleWords({ protocol, source, destination, destinationPort }: RulePacket, action: string): string {
  const port = destinationPort === undefined ? "" : ` port ${destinationPort}`;
  return `${action} ${protocol} from ${source} to ${destination}${port}`;
}

/** The edit that lets a rule match in the criterion that it missed first. */
function included(scene: RepairScene, step: RuleStep<"rule-missed">): readonly Candidate[] {
  const editable = editableRule(scene, step, step);
  if (editable === undefined) return [];
  const { miss } = step;
  if (miss.criterion === "nets") {
    const net = hostNet(miss.actual);
    return net === undefined ? [] : [listed(editable, miss, "nets", net, `add ${net} to the ${miss.side} nets`)];
  }
  if (miss.criterion === "ports" && miss.actual !== undefined) {
    return [listed(editable, miss, "ports", miss.actual, `add ${miss.actual} to the ${miss.side} ports`)];
  }
  if (miss.criterion === "notNets") {
    const net = hostNet(miss.actual);
    return net === undefined ? [] : unlisted(editable, miss.side, "notNets", (item) => sameNet(item, net));
  }
  if (miss.criterion === "notPorts") {
    return unlisted(editable, miss.side, "notPorts", (item) => samePort(item, miss.actual));
  }
  return [];
}

function listed(
  editable: EditableRule,
  { side }: Extract<Miss, { side: Side }>,
  field: "nets" | "ports",
  value: string | number,
  text: string,
): Candidate {
  const length = listOrEmpty(sideOf(editable, side)[field]).length;
  return one("rule-changed", editable, text, [{ op: "insert", path: [...editable.path, side, field, length], value }]);
}

/** The edits that let a rule miss the packet in one criterion: its source, its destination, its port. */
function excluded({ packets }: RepairScene, editable: EditableRule): readonly Candidate[] {
  return packets.flatMap((packet) =>
    (["source", "destination"] as const).flatMap((side) => {
      const net = packet[side];
      const nets = listOrEmpty(sideOf(editable, side).nets);
      const fromList = nets.length > 1 ? unlisted(editable, side, "nets", (item) => sameNet(item, net)) : [];
      const ports = listOrEmpty(sideOf(editable, side).ports);
      const port = side === "destination" ? packet.destinationPort : packet.sourcePort;
      const fromPorts = ports.length > 1 ? unlisted(editable, side, "ports", (item) => samePort(item, port)) : [];
      const count = listOrEmpty(sideOf(editable, side).notNets).length;
      const path = [...editable.path, side, "notNets"];
      const change: FieldChange =
        count === 0 ? { op: "set", path, value: [net] } : { op: "insert", path: [...path, count], value: net };
      return [...fromList, ...fromPorts, one("rule-changed", editable, `add ${net} to the ${side} notNets`, [change])];
    }),
  );
}

/** The edit that takes an item out of a list of a rule, where the list has it as it is. */
function unlisted(
  editable: EditableRule,
  side: Side,
  field: "nets" | "notNets" | "ports" | "notPorts",
  isMeant: (item: unknown) => boolean,
): readonly Candidate[] {
  const list = listOrEmpty(sideOf(editable, side)[field]);
  return list.flatMap((item, index) => {
    if (!isMeant(item)) return [];
    const path = [...editable.path, side, field];
    const change: FieldChange = list.length === 1 ? { op: "remove", path } : { op: "remove", path: [...path, index] };
    return [one("rule-changed", editable, `take ${String(item)} out of the ${side} ${field}`, [change])];
  });
}

function sameNet(item: unknown, net: string): boolean {
  return (
    typeof item === "string" && (item === net || hostNet(item) === net || hostNet(net.replace(/\/\d+$/, "")) === item)
  );
}

function samePort(item: unknown, port: number | undefined): boolean {
  if (port === undefined || (typeof item !== "number" && typeof item !== "string")) return false;
  const parsed = parsePort(item);
  return typeof parsed === "object" && parsed.kind === "range" && parsed.from === port && parsed.to === port;
}

function sideOf({ rule }: EditableRule, side: Side): JsonObject {
  return objectOrEmpty(rule[side]);
}

function one(kind: RepairKind, editable: EditableRule, text: string, changes: readonly FieldChange[]): Candidate {
  const { of, owner, direction, index } = editable;
  const rule = `${ownerText(owner)}, ${direction} rule ${index + 1}`;
  return { kind, text: `${rule}: ${text}`, edits: [{ kind: "change", of, changes }] };
}

/** The rule that a step names, where its resource can be edited. */
function editableRule(
  scene: RepairScene,
  owner: RuleOwner,
  { direction, rule: number }: { readonly direction: Direction; readonly rule: number },
): EditableRule | undefined {
  const of = editableOwner(scene, owner);
  const index = number - 1;
  const rule = of && listOrEmpty(objectOrEmpty(of.resource.spec)[direction])[index];
  if (of === undefined || !isObject(rule)) return undefined;
  return { of, owner, direction, path: ["spec", direction, index], index, rule };
}

/** The resource of a policy or profile, where calicoctl can write it: not one that is made of an object of Kubernetes. */
export function editableOwner({ find }: RepairScene, owner: RuleOwner): Located | undefined {
  const of = find(ownerId(owner));
  return of?.madeOf === "kubernetes" ? undefined : of;
}
