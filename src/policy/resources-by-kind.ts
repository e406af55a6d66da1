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
  const groups = new Map<string, Group>();
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < given.length; at++) {
    const located = given[at] as Located;
    const named = nameOf(located);
    if (named === undefined) {
      diagnostics.push({
        severity: "warning",
        code: "world.missing",
        message: "a resource is treated as missing: its kind, name or namespace is not a string",
      });
      continue;
    }
    let group = groups.get(named.kind);
    if (group === undefined) {
      group = new Group();
      groups.set(named.kind, group);
    }
    group.add(named, located);
  }
  return { given, kinds: new Map([...groups].map(([kind, { list }]) => [kind, list])), diagnostics };
}

/** The resources of one kind. They are found by namespace and name, as to make one text of both for each takes longer than all the rest. */
class Group {
  readonly list: Located[] = [];
  readonly #places = new Map<string, Map<string, number>>();

  /** Adds a resource, or puts it in the place of the one that has its name. */
  add({ namespace, name }: ResourceName, located: Located): void {
    let named = this.#places.get(namespace);
    if (named === undefined) {
      named = new Map();
      this.#places.set(namespace, named);
    }
    const place = named.get(name);
    if (place !== undefined) this.list[place] = located;
    else named.set(name, this.list.push(located) - 1);
  }
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
  const named = nameOf(located);
  if (named === undefined) return undefined;
  const { namespace, name } = named;
  // The length says where the namespace ends, as either may have a slash.
  return namespace === "" && !name.includes("/") ? name : `${namespace.length}/${namespace}/${name}`;
}

/** How a resource is named; without a namespace that is empty. */
interface ResourceName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The name of a resource; nothing where it is not usable. */
function nameOf(located: Located): ResourceName | undefined {
  const { kind, metadata } = outlineOf(located);
  const name = fieldOf(metadata, "name");
  const namespace = fieldOf(metadata, "namespace") ?? "";
  const isUsable = typeof name === "string" && typeof kind === "string" && typeof namespace === "string";
  return isUsable ? { kind, namespace, name } : undefined;
}
