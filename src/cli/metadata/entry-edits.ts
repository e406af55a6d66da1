import type { Code, Diagnostic } from "../../model/diagnostic.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { Change } from "../resources/writing/modify.ts";
import { UsageError } from "../shell/usage.ts";
import type { EntryKind } from "./entry-kind.ts";

/** One label or annotation to set (`value`) or to remove (none). */
export interface EntryEdit {
  readonly key: string;
  readonly value?: string;
}

/** Whether a word sets an entry, `KEY=VALUE`, or removes one, `KEY-`; no name of a resource ends in a dash or has an equals sign. */
export function isEntryEdit(word: string): boolean {
  return word.includes("=") || /.-$/.test(word);
}

/** The edits that `KEY=VALUE` and `KEY-` words mean, with `remove` `KEY` words; throws `UsageError` for other words. */
export function entryEdits(words: readonly string[], remove: boolean, { word: what }: EntryKind): readonly EntryEdit[] {
  if (words.length === 0) throw new UsageError(`no ${what} given`, remove ? "name its key" : "write it as KEY=VALUE");
  const edits = words.map((word): EntryEdit => {
    if (remove) return { key: word };
    const at = word.indexOf("=");
    if (at < 0 && isEntryEdit(word)) return { key: word.slice(0, -1) };
    if (at < 0) throw new UsageError(`invalid ${what} \`${word}\``, "write KEY=VALUE, or KEY- to remove it");
    return { key: word.slice(0, at), value: word.slice(at + 1) };
  });
  const twice = edits.find(({ key }, at) => edits.findIndex((edit) => edit.key === key) !== at);
  if (twice !== undefined) throw new UsageError(`${what} \`${twice.key}\` is given more than once`);
  return edits;
}

/**
 * The resource with those entries changed; refused where one to remove is missing, or one to set has another value and
 * `overwrite` is not given.
 */
export function withEntries(
  current: Resource,
  edits: readonly EntryEdit[],
  overwrite: boolean,
  { field, word, codes }: EntryKind,
): Change {
  const entries = new Map(Object.entries(current.metadata[field] ?? {}));
  const name = displayId(resourceId(current));
  const problems: Diagnostic[] = [];
  const refuse = (code: Code, message: string, help: string) =>
    problems.push({ severity: "error", code, message, help, resource: name });
  for (const { key, value } of edits) {
    const old = entries.get(key);
    if (value === undefined) {
      if (old === undefined) refuse(codes.missing, `${name} has no ${word} \`${key}\``, keyList(entries, word));
      entries.delete(key);
    } else {
      if (old !== undefined && old !== value && !overwrite) {
        refuse(codes.exists, `${word} \`${key}\` of ${name} is \`${shortened(old)}\``, "use --overwrite to change it");
      }
      entries.set(key, value);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const { [field]: _, ...metadata } = current.metadata;
  const given = entries.size === 0 ? {} : { [field]: Object.fromEntries(entries) };
  return { ok: true, resource: { ...current, metadata: { ...metadata, ...given } } };
}

function keyList(entries: ReadonlyMap<string, string>, word: string): string {
  if (entries.size === 0) return `it has no ${word}s`;
  return `its ${word}s: ${[...entries.keys()].slice(0, 10).join(", ")}`;
}

/** Characters of a value that a message repeats; an annotation may have 256 KiB of them. */
const MOST_SHOWN = 70;

function shortened(value: string): string {
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}...` : value;
}
