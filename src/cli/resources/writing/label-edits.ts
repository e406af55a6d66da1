import type { Diagnostic } from "../../../model/diagnostic.ts";
import { displayId, type Resource, resourceId } from "../../../model/resource.ts";
import { UsageError } from "../../shell/usage.ts";
import type { Change } from "./modify.ts";

/** One label to set (`value`) or to remove (none). */
export interface LabelEdit {
  readonly label: string;
  readonly value?: string;
}

/** Whether a word sets a label, `KEY=VALUE`, or removes one, `KEY-`; no name of a resource ends in a dash or has an equals sign. */
export function isLabelEdit(word: string): boolean {
  return word.includes("=") || /.-$/.test(word);
}

/** The edits that `KEY=VALUE` and `KEY-` words mean, with `remove` `KEY` words; throws `UsageError` for other words. */
export function labelEdits(words: readonly string[], remove: boolean): readonly LabelEdit[] {
  if (words.length === 0) throw new UsageError("no label given", remove ? "name its key" : "write it as KEY=VALUE");
  const edits = words.map((word): LabelEdit => {
    if (remove) return { label: word };
    const at = word.indexOf("=");
    if (at < 0 && isLabelEdit(word)) return { label: word.slice(0, -1) };
    if (at < 0) throw new UsageError(`invalid label \`${word}\``, "write KEY=VALUE, or KEY- to remove it");
    return { label: word.slice(0, at), value: word.slice(at + 1) };
  });
  const twice = edits.find(({ label }, at) => edits.findIndex((edit) => edit.label === label) !== at);
  if (twice !== undefined) throw new UsageError(`label \`${twice.label}\` is given more than once`);
  return edits;
}

/** The resource with those labels changed; refused where a label to remove is missing, or one to set has another value and `overwrite` is not given. */
export function withLabels(current: Resource, edits: readonly LabelEdit[], overwrite: boolean): Change {
  const labels = new Map(Object.entries(current.metadata.labels ?? {}));
  const name = displayId(resourceId(current));
  const problems: Diagnostic[] = [];
  const refuse = (code: string, message: string, help: string) =>
    problems.push({ severity: "error", code, message, help, resource: name });
  for (const { label, value } of edits) {
    const old = labels.get(label);
    if (value === undefined) {
      if (old === undefined) refuse("label.missing", `${name} has no label \`${label}\``, labelList(labels));
      labels.delete(label);
    } else {
      if (old !== undefined && old !== value && !overwrite) {
        refuse("label.exists", `label \`${label}\` of ${name} is \`${old}\``, "use --overwrite to change it");
      }
      labels.set(label, value);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const { labels: _, ...metadata } = current.metadata;
  const given = labels.size === 0 ? {} : { labels: Object.fromEntries(labels) };
  return { ok: true, resource: { ...current, metadata: { ...metadata, ...given } } };
}

function labelList(labels: ReadonlyMap<string, string>): string {
  if (labels.size === 0) return "it has no labels";
  return `its labels: ${[...labels.keys()].slice(0, 10).join(", ")}`;
}
