import { isObject } from "../../../model/json.ts";
import type { ApplyRequest, ChangeRequest, PlanRequest } from "../../../web/engine/applying/apply-protocol.ts";
import type { Edits } from "../../../web/engine/page-data.ts";

/** The request for a plan that a body is; `undefined` where it is none. */
export function planRequest(body: unknown): PlanRequest | undefined {
  if (!isObject(body)) return undefined;
  const { version } = body;
  const edits = editsOf(body.edits);
  return isVersion(version) && edits !== undefined ? { version, edits } : undefined;
}

/** The request to carry out a plan that a body is; `undefined` where it is none. */
export function applyRequest(body: unknown): ApplyRequest | undefined {
  const request = planRequest(body);
  if (request === undefined || !isObject(body)) return undefined;
  const { plan, order } = body;
  return typeof plan === "string" && isTexts(order) ? { ...request, plan, order } : undefined;
}

/** The request about a change that a body is; `undefined` where it is none. */
export function changeRequest(body: unknown): ChangeRequest | undefined {
  return isObject(body) && typeof body.change === "string" ? { change: body.change } : undefined;
}

function editsOf(value: unknown): Edits | undefined {
  if (!isObject(value)) return undefined;
  const { manifests, removed, revisions = [] } = value;
  if (!Array.isArray(manifests) || !isTexts(removed) || !Array.isArray(revisions)) return undefined;
  const texts = manifests.flatMap((one: unknown) =>
    isObject(one) && typeof one.name === "string" && typeof one.text === "string"
      ? [{ name: one.name, text: one.text }]
      : [],
  );
  const pairs = revisions.flatMap((one: unknown) =>
    isTexts(one) && one.length === 2 ? [[one[0] ?? "", one[1] ?? ""] as const] : [],
  );
  const isWhole = texts.length === manifests.length && pairs.length === revisions.length;
  return isWhole ? { manifests: texts, removed, revisions: pairs } : undefined;
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
