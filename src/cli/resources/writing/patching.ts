import { isObject } from "../../../model/json.ts";

/** How a patch applies: merged with directives, merged (RFC 7386), or as a list of operations (RFC 6902). */
export const PATCH_TYPES = ["strategic", "merge", "json"] as const;

/** One of them. */
export type PatchType = (typeof PATCH_TYPES)[number];

/** The patched value, or one line saying why the patch cannot be applied. */
export type Patched = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

type Json = Readonly<Record<string, unknown>>;

/** Patches nested deeper than this are refused. */
const MAX_DEPTH = 100;

class PatchFault extends Error {}

function fault(message: string): never {
  throw new PatchFault(message);
}

/**
 * Applies the text of a patch. `strategic` is what calicoctl v3.32 does: Calico's lists have no merge keys, so they are
 * replaced as a whole (recorded: patch-list), `null` removes (patch-null), and the directives are obeyed that need no keys:
 * `$patch: replace` or `delete`, `$retainKeys` and `$deleteFromPrimitiveList`. An object with `json` is merged so too:
 * calicoctl ignores its `--type`, and an example in its help is such a patch. `null` changes nothing.
 */
export function applyPatch(type: PatchType, target: unknown, text: string): Patched {
  try {
    const patch = parsed(text);
    if (type === "strategic" && patch === null) return { ok: true, value: target };
    if (type === "json" && !isObject(patch)) return { ok: true, value: operations(target, patch) };
    if (!isObject(patch))
      return { ok: false, message: "the patch must be a JSON object; -t json takes a list of operations" };
    return { ok: true, value: merged(target, patch, type !== "merge", 0) };
  } catch (error) {
    if (!(error instanceof PatchFault)) throw error;
    return { ok: false, message: error.message };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^./, (first) => first.toLowerCase()) : "";
    return fault(`the patch is not JSON: ${reason}`);
  }
}

function merged(target: unknown, patch: unknown, strategic: boolean, depth: number): unknown {
  if (depth > MAX_DEPTH) fault(`the patch is nested deeper than ${MAX_DEPTH}`);
  if (!isObject(patch)) return patch;
  const { $patch: directive, ...fields } = strategic ? patch : { ...patch, $patch: undefined };
  if (directive === "delete") return undefined;
  if (directive !== undefined && directive !== "replace" && directive !== "merge")
    fault(`\`$patch\` is \`replace\`, \`merge\` or \`delete\`, not ${JSON.stringify(directive)}`);
  const result = new Map<string, unknown>(directive !== "replace" && isObject(target) ? Object.entries(target) : []);
  if (strategic && "$retainKeys" in fields) retainKeys(result, fields);
  for (const [key, value] of Object.entries(fields)) {
    if (key === "$patch") continue;
    if (strategic && key.startsWith("$")) {
      if (key !== "$retainKeys") deleteItems(result, key, value);
      continue;
    }
    const next = value === null ? undefined : merged(result.get(key), value, strategic, depth + 1);
    if (next === undefined) result.delete(key);
    else result.set(key, next);
  }
  return Object.fromEntries(result);
}

/** `$retainKeys`: only the fields that it lists stay; the patch gives no other (the strategic merge patch's own rule). */
function retainKeys(result: Map<string, unknown>, fields: Json): void {
  const kept = fields.$retainKeys;
  if (!Array.isArray(kept)) fault("`$retainKeys` is a list of the fields to keep");
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && !key.startsWith("$") && !kept.includes(key))
      fault(`the patch has \`${key}\`, which its \`$retainKeys\` does not list`);
  }
  for (const key of result.keys()) if (!kept.includes(key)) result.delete(key);
}

/** `$deleteFromPrimitiveList/FIELD`: its items leave the list; without such a list, nothing happens. */
function deleteItems(result: Map<string, unknown>, directive: string, items: unknown): void {
  const field = /^\$deleteFromPrimitiveList\/(.+)$/s.exec(directive)?.[1];
  if (field === undefined)
    fault(`the directive \`${directive}\` is not understood: Calico's lists are replaced as a whole`);
  const list = result.get(field);
  if (list === undefined || items === null) return;
  if (!Array.isArray(items) || !Array.isArray(list)) fault(`\`${directive}\` is a list of items of a list`);
  if ([...items, ...list].some((item) => typeof item === "object"))
    fault(`\`${directive}\` takes items out of lists of texts and numbers only`);
  result.set(
    field,
    list.filter((item) => !items.includes(item)),
  );
}

function operations(target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) fault("a JSON patch is a list of operations or an object");
  let value: unknown = structuredClone(target);
  for (const [i, operation] of patch.entries()) {
    if (!isObject(operation)) fault(`operation ${i + 1} is not an object`);
    try {
      value = operate(value, operation);
    } catch (error) {
      if (error instanceof PatchFault) fault(`operation ${i + 1}: ${error.message}`);
      throw error;
    }
  }
  return value;
}

function operate(value: unknown, operation: Json): unknown {
  const path = pointer(operation, "path");
  const operand = (): unknown => (Object.hasOwn(operation, "value") ? operation.value : fault("`value` is missing"));
  switch (operation.op) {
    case "add":
      return placed(value, path, operand(), "add");
    case "replace":
      return placed(value, path, operand(), "replace");
    case "remove":
      return removed(value, path);
    case "test":
      if (!same(valueAt(value, path), operand())) fault(`\`${shown(path)}\` is not what \`test\` expects`);
      return value;
    case "copy":
      return placed(value, path, structuredClone(valueAt(value, pointer(operation, "from"))), "add");
    case "move": {
      const from = pointer(operation, "from");
      if (path.length > from.length && from.every((part, i) => path[i] === part))
        fault("a value cannot move into itself");
      const moved = valueAt(value, from);
      return placed(removed(value, from), path, moved, "add");
    }
    default:
      return fault(
        `\`op\` is add, remove, replace, move, copy or test, not ${JSON.stringify(operation.op) ?? "nothing"}`,
      );
  }
}

const shown = (path: readonly string[]): string => path.map((part) => `/${part}`).join("");

/** The parts of a JSON pointer (RFC 6901). */
function pointer(operation: Json, name: "path" | "from"): readonly string[] {
  const text = operation[name];
  if (typeof text !== "string") fault(`\`${name}\` is missing`);
  if (text === "") return [];
  if (!text.startsWith("/")) fault(`\`${text}\` is not a JSON pointer, which begins with \`/\``);
  return text
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at: unknown, part, i) => {
    if (Array.isArray(at)) return at[index(part, at.length - 1)];
    return isObject(at) && Object.hasOwn(at, part)
      ? at[part]
      : fault(`\`${shown(path.slice(0, i + 1))}\` does not exist`);
  }, value);
}

function index(part: string, last: number): number {
  const at = /^(0|[1-9]\d{0,8})$/.test(part) ? Number(part) : fault(`\`${part}\` is not an index of a list`);
  return at <= last ? at : fault(`the list has no index ${part}`);
}

/** The value with something put at the path; the objects around it are copied, so that nothing is shared. */
function placed(value: unknown, path: readonly string[], next: unknown, how: "add" | "replace"): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return next;
  if (Array.isArray(value)) {
    if (rest.length > 0)
      return value.toSpliced(index(part, value.length - 1), 1, placed(valueAt(value, [part]), rest, next, how));
    if (how === "replace") return value.toSpliced(index(part, value.length - 1), 1, next);
    return value.toSpliced(part === "-" ? value.length : index(part, value.length), 0, next);
  }
  if (!isObject(value)) return fault(`nothing can hold \`${part}\``);
  if ((rest.length > 0 || how === "replace") && !Object.hasOwn(value, part)) fault(`\`${part}\` does not exist`);
  const entries = new Map<string, unknown>(Object.entries(value));
  entries.set(part, rest.length > 0 ? placed(value[part], rest, next, how) : next);
  return Object.fromEntries(entries);
}

function removed(value: unknown, path: readonly string[]): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return fault("the whole resource cannot be removed");
  const inner = valueAt(value, [part]);
  if (rest.length > 0) return placed(value, [part], removed(inner, rest), "replace");
  if (Array.isArray(value)) return value.toSpliced(index(part, value.length - 1), 1);
  return Object.fromEntries(Object.entries(value as Json).filter(([key]) => key !== part));
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
