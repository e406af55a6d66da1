import { isObject, valueText } from "../../model/json.ts";
import { didYouMean, nearest } from "../../model/nearest.ts";
import type { FieldPath } from "../../model/resource.ts";
import { rename, write } from "../fixes/fix.ts";
import type { Report } from "../problem.ts";

/** What a field of an object of Kubernetes must be; `texts` is a map of texts, `port` a number or a name. */
export type Shape =
  | "text"
  | "texts"
  | "integer"
  | "boolean"
  | "port"
  | "any"
  | { readonly list: Shape }
  | { readonly fields: Fields; readonly isOpen?: true };

/** Shapes of fields by their names. */
export type Fields = Readonly<Record<string, Shape>>;

/** An object that has these fields only: another one is a mistake, which `kubectl` refuses. */
export function closed(fields: Fields): Shape {
  return { fields };
}

/** An object of which only these fields matter. */
export function open(fields: Fields): Shape {
  return { fields, isOpen: true };
}

const WORDS = {
  text: "text",
  texts: "a map of texts",
  integer: "a whole number",
  boolean: "`true` or `false`",
  port: "a number or a name",
} as const;

/**
 * Reports each field that has another type than its shape, and each that is not there; returns whether there is none. `null` is
 * no value, as the API server has it.
 */
export function checkShape(value: unknown, shape: Shape, path: FieldPath, report: Report): boolean {
  if (value === undefined || value === null || shape === "any") return true;
  if (typeof shape === "string") {
    if (shape === "texts" && isObject(value))
      return all(Object.entries(value), ([key, text]) => checkShape(text, "text", [...path, key], report));
    if (isOf(value, shape)) return true;
    return refuse(value, WORDS[shape], path, report);
  }
  if ("list" in shape) {
    if (!Array.isArray(value)) return refuse(value, "a list", path, report);
    return all(value, (item, at) => checkShape(item ?? {}, shape.list, [...path, at], report));
  }
  if (!isObject(value)) return refuse(value, "an object", path, report);
  const isRight = all(Object.keys(shape.fields), (name) =>
    checkShape(value[name], shape.fields[name] ?? "any", [...path, name], report),
  );
  const strange = shape.isOpen ? [] : Object.keys(value).filter((name) => !Object.hasOwn(shape.fields, name));
  for (const name of strange) {
    const near = nearest(name, Object.keys(shape.fields));
    const help = didYouMean(near) ?? `fields: ${Object.keys(shape.fields).join(", ")}`;
    const place = { path: [...path, name], part: "key" } as const;
    report({ code: "field.unknown", message: `unknown field \`${name}\``, help, fix: rename(near, "any"), ...place });
  }
  return isRight && strange.length === 0;
}

function isOf(value: unknown, shape: keyof typeof WORDS): boolean {
  switch (shape) {
    case "text":
      return typeof value === "string";
    case "integer":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "port":
      return typeof value === "string" || Number.isInteger(value);
    case "texts":
      return false;
  }
}

function refuse(value: unknown, wanted: string, path: FieldPath, report: Report): false {
  const field = path.findLast((part) => typeof part === "string") ?? "";
  const isScalar = typeof value !== "object";
  const help = wanted === "text" && isScalar ? `write \`"${valueText(value)}"\`` : undefined;
  const fix = help === undefined ? undefined : write(valueText(value));
  report({ code: "field.type", message: `\`${field}\` must be ${wanted}`, path, fix, ...(help && { help }) });
  return false;
}

/** Whether it holds for every one; all are looked at. */
function all<T>(items: readonly T[], holds: (item: T, at: number) => boolean): boolean {
  return items.map(holds).every(Boolean);
}

/** The value with those of its fields alone that the shape has; `undefined` for `null`. */
export function cutToShape(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof shape === "string") return value;
  if ("list" in shape) return Array.isArray(value) ? value.map((item) => cutToShape(item, shape.list)) : undefined;
  if (!isObject(value)) return undefined;
  const fields = Object.entries(shape.fields).flatMap(([name, inner]) => {
    const cut = cutToShape(value[name], inner);
    return cut === undefined ? [] : [[name, cut] as const];
  });
  return Object.fromEntries(fields);
}
