import { listOrEmpty, textOrEmpty } from "../model/json.ts";
import type { Texts } from "./kubernetes-object.ts";

/** The JSON value of an annotation; `undefined` where there is none, or it is no JSON. */
export function annotatedJson(annotations: Texts, key: string): unknown {
  const text = annotations[key];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The texts of a JSON list in an annotation; none where it is not such a list. */
export function annotatedTexts(annotations: Texts, key: string): string[] {
  return listOrEmpty(annotatedJson(annotations, key)).map(textOrEmpty);
}

/** Whether an annotation is there and Go would not read a list of texts from it; `null` is an empty one. */
export function isBrokenList(annotations: Texts, key: string): boolean {
  if (annotations[key] === undefined) return false;
  const value = annotatedJson(annotations, key);
  if (value === null) return false;
  return !Array.isArray(value) || value.some((entry) => entry !== null && typeof entry !== "string");
}
