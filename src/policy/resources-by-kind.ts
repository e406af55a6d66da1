import type { Diagnostic } from "../model/diagnostic.ts";
import { type Located, outlineOf } from "../model/resource.ts";
import { listDifference } from "./compile-memo.ts";
import { fieldOf } from "./world/spec-fields.ts";

/** Resources by kind; of the same kind, namespace and name the last one, at the place of the first. */
export interface ResourcesByKind {
  readonly given: readonly Located[];
  readonly kinds: ReadonlyMap<string, readonly Located[]>;
  /** About those without a usable name, which are left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** More resources than that are grouped anew. */
const FEW = 8;

/** Groups resources by kind; quick for nearly the same ones as `last` was made of. */
export function groupByKind(given: readonly Located[], last: ResourcesByKind | undefined): ResourcesByKind {
  return (last && regrouped(given, last)) ?? grouped(given);
}

function grouped(given: readonly Located[]): ResourcesByKind {
  const kinds = new Map<string, Map<string, Located>>();
  const diagnostics: Diagnostic[] = [];
  for (const located of given) {
    const key = keyOf(located);
    if (key === undefined) {
      diagnostics.push({
        severity: "warning",
        code: "world.missing",
        message: "a resource is treated as missing: its kind, name or namespace is not a string",
      });
      continue;
    }
    const { kind } = outlineOf(located);
    const named = kinds.get(kind);
    if (named === undefined) kinds.set(kind, new Map([[key, located]]));
    else named.set(key, located);
  }
  return { given, kinds: new Map([...kinds].map(([kind, named]) => [kind, [...named.values()]])), diagnostics };
}

/**
 * Groups the kinds of what only one of both has again: the groups of all other kinds hold the same resources as before. Nothing
 * where that would not be what `grouped` makes: where names are not unique or not usable, or a kind comes or goes, whose place
 * among the kinds may be any.
 */
function regrouped(given: readonly Located[], last: ResourcesByKind): ResourcesByKind | undefined {
  const { gone, added } = listDifference(last.given, given);
  if (gone.length + added.length > FEW) return undefined;
  // With as many grouped as given, every one of them has a usable name that no other has.
  let count = 0;
  for (const list of last.kinds.values()) count += list.length;
  if (count !== last.given.length) return undefined;
  const keys = added.map(keyOf);
  if (keys.includes(undefined)) return undefined;
  const kinds = new Map(last.kinds);
  for (const kind of new Set([...gone, ...added].map((one) => outlineOf(one).kind))) {
    const list = given.filter((one) => outlineOf(one).kind === kind);
    if (list.length === 0 || !kinds.has(kind)) return undefined;
    kinds.set(kind, list);
  }
  // What takes the place of one with its name is the only one that has it.
  const replaced = new Set(gone.map((one) => `${outlineOf(one).kind} ${keyOf(one)}`));
  const areDistinct = new Set(keys).size === keys.length;
  const isUnique = added.every((one, at) => {
    const { kind } = outlineOf(one);
    const key = keys[at];
    if (areDistinct && replaced.has(`${kind} ${key}`)) return true;
    return kinds.get(kind)?.filter((other) => keyOf(other) === key).length === 1;
  });
  return isUnique ? { given, kinds, diagnostics: [] } : undefined;
}

/** What no two resources of a kind share; nothing where one has no usable name. */
function keyOf(located: Located): string | undefined {
  const { kind, metadata } = outlineOf(located);
  const name = fieldOf(metadata, "name");
  const namespace = fieldOf(metadata, "namespace") ?? "";
  const isUsable = typeof name === "string" && typeof kind === "string" && typeof namespace === "string";
  if (!isUsable) return undefined;
  return namespace === "" && !name.includes("/") ? name : `${namespace}/${name}`;
}
