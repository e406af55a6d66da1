import { type GuardAnswer, guardAnswer } from "../../../src/analysis/lifelines/guard-answer.ts";
import type { Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import { EVERY_HOST } from "../../../src/analysis/lifelines/lifeline.ts";
import type { WriteChanges } from "../../../src/analysis/write-sequence.ts";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { type CalicoVersion, calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { PROTOCOL_NUMBERS } from "../../../src/model/net/protocol.ts";
import { type Located, type Resource, resourceId } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import { readNet } from "../../../src/policy/world/nets.ts";
import { world } from "../../../src/policy/world/world.ts";
import { packetText } from "../../../src/report/outcomes/outcome-text.ts";
import { decidedByText } from "../../../src/report/outcomes/step-text.ts";
import { unlocated } from "../../policy/support.ts";

/** A write of a resource, or the deletion of one. */
export type Write = Resource | Removal;

interface Removal {
  readonly remove: Resource;
}

/** TCP to a port of every host from some networks, or from anyone. */
export function tcpIn(name: string, port: number, ...nets: readonly string[]): Lifeline {
  const peers = nets.flatMap((text) => readNet(text) ?? []);
  const { TCP } = PROTOCOL_NUMBERS;
  const common = { endpoints: EVERY_HOST, protocol: TCP, sourcePorts: [], replies: true };
  return { ...common, name, direction: "in", peers, ports: [[port, port]] };
}

/** The changes of writes, a resource each. */
export function changesOf(writes: readonly Write[]): readonly WriteChanges[] {
  return writes.map((write) => {
    if (isRemoval(write)) return [{ id: resourceId(write.remove) }];
    return [{ id: resourceId(write), after: unlocated(write) }];
  });
}

/** What a question needs besides lifelines and writes, for resources of one version. */
export function setting(version: CalicoVersion = "v3.7") {
  const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
  const memo = new CompileMemo();
  const compile = (resources: readonly Located[]) => world(resources, { calico, memo }).world;
  return { compile };
}

/** The answer about writes on top of stored resources. */
export function guard(
  stored: readonly Resource[],
  writes: readonly Write[],
  lifelines: readonly Lifeline[],
  { version, facts }: { readonly version?: CalicoVersion | undefined; readonly facts?: NodeFacts | undefined } = {},
): GuardAnswer {
  const question = { stored: stored.map(unlocated), writes: changesOf(writes), lifelines: () => lifelines };
  const known = facts === undefined ? {} : { facts: (node: string) => (node === facts.node ? facts : { node }) };
  return guardAnswer({ ...question, ...setting(version), ...known });
}

/** An answer in a few lines: the write from 1, the lifeline, the packet, what drops it, and the safe order. */
export function summary({ proof, order, bridge }: GuardAnswer): Record<string, unknown> {
  if (proof.kind === "safe") return { safe: true };
  if (proof.kind === "not proved") return { why: proof.why };
  const { lifeline, witness, by, isReply } = proof.cut;
  return {
    write: proof.position + 1,
    lifeline: lifeline.name,
    packet: packetText(witness.flow),
    by: `${isReply ? "answer " : ""}${decidedByText(by)}`,
    order: order?.kind === "found" ? order.order.map((index) => index + 1) : order?.kind,
    ...(bridge && { bridge: bridge.map(({ metadata }) => metadata.name) }),
  };
}

function isRemoval(write: Write): write is Removal {
  return "remove" in write;
}
