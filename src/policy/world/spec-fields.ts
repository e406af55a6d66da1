import type { Diagnostic } from "../../model/diagnostic.ts";
import { isObject, textOrEmpty } from "../../model/json.ts";
import { displayId, type FieldPath, formatPath, type Located, resourceId } from "../../model/resource.ts";

/** One thing wrong with a resource, by its field. */
interface Problem {
  readonly path: FieldPath;
  readonly message: string;
  /** Felix leaves out this entry alone, and keeps the resource. */
  readonly entryOnly?: true;
}

/** Collects the problems of one resource: with any but `entryOnly`, Felix treats the resource as missing. */
export type Problems = Problem[];

/** The place of a field of a resource, as a diagnostic has it. */
export function atField(located: Located, path: FieldPath): Pick<Diagnostic, "span" | "path" | "resource"> {
  const span = located.locate(path);
  return { path: formatPath(path), resource: displayId(resourceId(located.resource)), ...(span ? { span } : {}) };
}

/** An own field of an unknown value; `undefined` when there is none, or it is null (which the API treats alike). */
export function fieldOf(value: unknown, key: string): unknown {
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return value[key] ?? undefined;
}

/** A string field of an unknown value; `""` when there is none, or it is something else. */
export function textField(value: unknown, key: string): string {
  return textOrEmpty(fieldOf(value, key));
}

/** A string field; `""` when absent. */
export function readString(value: unknown, key: string, path: FieldPath, problems: Problems): string {
  const text = fieldOf(value, key);
  if (text === undefined || typeof text === "string") return text ?? "";
  problems.push({ path: [...path, key], message: `\`${key}\` must be a string` });
  return "";
}

/** A boolean field; `false` when absent. */
export function readBoolean(value: unknown, key: string, path: FieldPath, problems: Problems): boolean {
  const flag = fieldOf(value, key);
  if (flag === undefined || typeof flag === "boolean") return flag ?? false;
  problems.push({ path: [...path, key], message: `\`${key}\` must be true or false` });
  return false;
}

/** One for all empty lists: a World has several for each rule and endpoint. */
export const NONE: readonly never[] = [];

/** A list field, each item read by `item` with its index, which returns `undefined` after it reported a problem; `[]` when absent. */
export function readList<T>(
  value: unknown,
  key: string,
  path: FieldPath,
  problems: Problems,
  item: (value: unknown, index: number) => T | undefined,
): readonly T[] {
  const list = fieldOf(value, key);
  if (list === undefined) return NONE;
  return Array.isArray(list) ? itemsOf(list, item) : refused(key, path, problems);
}

/** How the items of a list are read that are read for themselves: `undefined` for one that is refused, and what is then reported. */
export interface ItemReader<T> {
  readonly read: (value: unknown) => T | undefined;
  readonly message: (value: unknown, key: string) => string;
}

/** A list field like `readList`'s, whose reader is one for many lists: nothing is made for a list but its items. */
export function readItems<T>(
  value: unknown,
  key: string,
  path: FieldPath,
  problems: Problems,
  { read, message }: ItemReader<T>,
): readonly T[] {
  const list = fieldOf(value, key);
  if (list === undefined) return NONE;
  if (!Array.isArray(list)) return refused(key, path, problems);
  const items = itemsOf(list, read);
  if (items.length === list.length) return items;
  for (const [index, one] of list.entries()) {
    if (read(one) === undefined) problems.push({ path: [...path, key, index], message: message(one, key) });
  }
  return items;
}

/** Reports that a field is not a list, and returns an empty one. */
function refused(key: string, path: FieldPath, problems: Problems): readonly never[] {
  problems.push({ path: [...path, key], message: `\`${key}\` must be a list` });
  return NONE;
}

/** The items of a list, without those that were refused. */
function itemsOf<T>(list: readonly unknown[], item: (value: unknown, index: number) => T | undefined): readonly T[] {
  if (list.length === 0) return NONE;
  const first = item(list[0], 0);
  // Most lists have one item; a list that is pushed to has room for sixteen more, and a copy has none.
  if (list.length === 1) return first === undefined ? NONE : [first];
  const items: T[] = first === undefined ? [] : [first];
  for (let index = 1; index < list.length; index++) {
    const read = item(list[index], index);
    if (read !== undefined) items.push(read);
  }
  return items.length === 0 ? NONE : items.slice();
}

const TEXTS: ItemReader<string> = {
  read: (value) => (typeof value === "string" ? value : undefined),
  message: (_, key) => `\`${key}\` must hold strings`,
};

/** A list of strings. */
export function readStrings(value: unknown, key: string, path: FieldPath, problems: Problems): readonly string[] {
  return readItems(value, key, path, problems, TEXTS);
}

/** A map of strings (labels), each handed to `label`. */
export function readLabels(
  value: unknown,
  key: string,
  path: FieldPath,
  problems: Problems,
  label: (name: string, text: string) => void,
): void {
  const fields = fieldOf(value, key);
  if (fields === undefined) return;
  if (!isObject(fields)) {
    problems.push({ path: [...path, key], message: `\`${key}\` must map names to strings` });
    return;
  }
  for (const name in fields) {
    if (!Object.hasOwn(fields, name)) continue;
    const text = fields[name];
    if (typeof text === "string") label(name, text);
    else problems.push({ path: [...path, key, name], message: `label \`${name}\` must be a string` });
  }
}

/** A whole number in the range; `undefined` when absent or after reporting a problem. */
export function readNumber(
  value: unknown,
  key: string,
  bounds: { readonly min: number; readonly max: number },
  path: FieldPath,
  problems: Problems,
): number | undefined {
  const number = fieldOf(value, key);
  if (number === undefined) return undefined;
  if (typeof number === "number" && Number.isInteger(number) && number >= bounds.min && number <= bounds.max)
    return number;
  problems.push({
    path: [...path, key],
    message: `\`${key}\` must be a whole number from ${bounds.min} to ${bounds.max}`,
  });
  return undefined;
}
