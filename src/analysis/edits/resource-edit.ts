import { isObject } from "../../model/json.ts";
import {
  displayId,
  type FieldPath,
  type Located,
  outlineOf,
  type Resource,
  type ResourceId,
  resourceId,
  withResource,
} from "../../model/resource.ts";
import type { RuleOwner } from "../../policy/names.ts";

/**
 * One change of a field: `set` gives it a value, `insert` puts one into a list before an index, `remove` takes it away, `move`
 * puts an item of a list before another one of it.
 */
export type FieldChange =
  | { readonly op: "move"; readonly from: FieldPath; readonly path: FieldPath }
  | { readonly op: "set" | "insert"; readonly path: FieldPath; readonly value: unknown }
  | { readonly op: "remove"; readonly path: FieldPath };

/** What is done to one resource. */
export type ResourceEdit =
  | { readonly kind: "change"; readonly of: Located; readonly changes: readonly FieldChange[] }
  | { readonly kind: "delete"; readonly of: Located }
  | { readonly kind: "create"; readonly resource: Resource };

/** The id of the resource that owns a rule. */
export function ownerId(owner: RuleOwner): ResourceId {
  return "policy" in owner ? owner.policy : { kind: "Profile", name: owner.profile };
}

/** The resource after a change of it; the object itself where nothing is changed. Parents that a `set` needs are made. */
export function changedResource(resource: Resource, changes: readonly FieldChange[]): Resource {
  // A path of a change begins with a field of the resource, so that an object stays one.
  return changes.reduce<unknown>((value, change) => {
    if (change.op !== "move") return changed(value, change, change.path);
    const { from, path } = change;
    const item = from.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], value);
    return changed(changed(value, { op: "remove", path: from }, from), { op: "insert", path, value: item }, path);
  }, resource) as Resource;
}

/** The resources after an edit, in their order; a new one is the last. */
export function editedResources(resources: readonly Located[], edit: ResourceEdit): readonly Located[] {
  if (edit.kind === "create") return [...resources, { resource: edit.resource, locate: () => undefined }];
  const key = displayId(resourceId(edit.of.resource));
  return resources.flatMap((located) => {
    if (displayId(resourceId(outlineOf(located))) !== key) return [located];
    return edit.kind === "delete" ? [] : [withResource(located, changedResource(located.resource, edit.changes))];
  });
}

/** The edits with one change fewer, each way there is; an edit of one change is left out as a whole. */
export function smallerEdits(edits: readonly ResourceEdit[]): readonly (readonly ResourceEdit[])[] {
  return edits.flatMap((edit, at) => {
    const instead = (rest: readonly ResourceEdit[]) => edits.toSpliced(at, 1, ...rest);
    if (edit.kind !== "change" || edit.changes.length < 2) return [instead([])];
    return edit.changes.map((_, index) => instead([{ ...edit, changes: edit.changes.toSpliced(index, 1) }]));
  });
}

function changed(value: unknown, change: Exclude<FieldChange, { op: "move" }>, [head, ...rest]: FieldPath): unknown {
  if (head === undefined) return change.op === "remove" ? undefined : change.value;
  if (typeof head === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    if (rest.length > 0) list[head] = changed(list[head], change, rest);
    else if (change.op === "remove") list.splice(head, 1);
    else list.splice(head, change.op === "insert" ? 0 : 1, change.value);
    return list;
  }
  const fields = isObject(value) ? value : {};
  const { [head]: old, ...others } = fields;
  if (rest.length === 0 && change.op === "remove") return others;
  return { ...fields, [head]: changed(old, change, rest) };
}
