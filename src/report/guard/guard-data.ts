import type { Lifeline } from "../../analysis/lifelines/lifeline.ts";
import type { Cut, Failing } from "../../analysis/lifelines/lifeline-proofs.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import type { GuardReport } from "./guard-text.ts";
import { lifelineText, originText } from "./lifeline-text.ts";

/** The report of a guard as data; writes are numbered from 1. */
export function guardData({
  answer,
  writes,
  notes,
  untold,
  file,
  isWithoutFailsafes,
}: GuardReport): Record<string, unknown> {
  const { lifelines, brokenBefore, proof, order, bridge, keep } = answer;
  return {
    result: proof.kind === "safe" ? "safe" : proof.kind === "cut" ? "refused" : "not proved",
    writes,
    withoutFailsafes: isWithoutFailsafes,
    ...(file !== undefined && { file }),
    lifelines: lifelines.map(lifelineData),
    brokenBefore: brokenBefore.map(({ found, holdsAfter }) => ({ ...holdingData(found), holdsAfter })),
    notes,
    translationsUnknown: untold,
    ...(proof.kind === "cut" && { write: proof.position + 1, ...cutData(proof.cut) }),
    ...(proof.kind === "not proved" && { write: proof.position + 1, why: proof.why }),
    ...(order?.kind === "found" && { safeOrder: order.order.map((index) => index + 1) }),
    ...(order !== undefined && order.kind !== "found" && { safeOrder: null, allOrdersTried: order.kind === "none" }),
    ...(bridge && { bridge }),
    ...(keep && { keep }),
  };
}

function lifelineData(lifeline: Lifeline): Record<string, unknown> {
  return { name: lifeline.name, text: lifelineText(lifeline), origin: originText(lifeline) };
}

function holdingData(found: Failing): Record<string, unknown> {
  return found.kind === "cut" ? cutData(found.cut) : { node: found.way.node, why: found.why };
}

function cutData({ lifeline, way, witness, isReply, by }: Cut): Record<string, unknown> {
  return {
    lifeline: lifelineData(lifeline),
    node: way.node,
    interface: way.interface,
    packet: witness.flow,
    dropped: isReply ? "answer" : "packet",
    decidedBy: decidedByData(by),
    assumptions: way.assumed,
  };
}
