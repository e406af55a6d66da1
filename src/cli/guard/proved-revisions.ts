import { displayId, type Resource, resourceId } from "../../model/resource.ts";

/** The revisions of resources, by their names for people: what a proof was made of. */
export type Revisions = ReadonlyMap<string, string>;

/** The revisions of all stored resources that decide about packets. */
export function revisionsOf(resources: readonly Resource[]): Revisions {
  return new Map(resources.map((one) => [displayId(resourceId(one)), one.metadata.resourceVersion ?? ""]));
}

/** The resources that are not stored as they were: changed, gone, or new. */
export function changedSince(proved: Revisions, now: Revisions): readonly string[] {
  const gone = [...proved.keys()].filter((name) => !now.has(name));
  const others = [...now].filter(([name, revision]) => proved.get(name) !== revision).map(([name]) => name);
  return [...others, ...gone];
}
