import { listOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Problem } from "../problem.ts";

/** Names of the early API, those that may have `/` and those that may not. */
const NAMES = { slash: /^[A-Za-z0-9_./-]{1,128}$/, plain: /^[A-Za-z0-9_.-]{1,128}$/ } as const;

/** The findings on one name: the early API's own rule, which holds before anything is converted. */
export function nameProblems(value: unknown, path: FieldPath, kind: keyof typeof NAMES): readonly Problem[] {
  const name = textOrEmpty(value);
  if (value === undefined || NAMES[kind].test(name)) return [];
  const shown = name.length > 128 ? `${name.slice(0, 20)}...` : name;
  const characters = kind === "slash" ? "letters, digits, `_`, `.`, `/` and `-`" : "letters, digits, `_`, `.` and `-`";
  const message = `invalid name \`${shown}\`: the early API has 1 to 128 ${characters}`;
  return [{ severity: "error", code: "name.invalid", message, path }];
}

/** The findings on a list of names. */
export function namesProblems(list: unknown, path: FieldPath, kind: keyof typeof NAMES): readonly Problem[] {
  return listOrEmpty(list).flatMap((name, at) => nameProblems(name, [...path, at], kind));
}
