import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { FieldPath } from "../../model/resource.ts";
import type { Part, Pointed } from "./pointed.ts";
import { keyText } from "./tree.ts";

/** What a path leads to in a parsed tree. */
export interface NodeAtPath {
  /** The node at the end of the path; `undefined` where the path leads nowhere. */
  readonly node: unknown;
  /** The map entry that leads to it, if one does. */
  readonly pair: Pair | undefined;
  /** Where the last field or item on the path begins: a field's key, an item's first key. */
  readonly place: [number, number] | undefined;
}

/** Follows a path as far as there are fields. Of a repeated key the last counts; case is ignored where no key is equal. */
export function nodeAt(root: unknown, path: FieldPath): NodeAtPath {
  let node = root;
  let pair: Pair | undefined;
  let place = start(root);
  for (const part of path) {
    if (typeof part === "number" && isSeq(node) && part < node.items.length) {
      node = node.items[part];
      pair = undefined;
      place = start(node) ?? place;
      continue;
    }
    pair = isMap(node) ? entry(node, String(part)) : undefined;
    if (pair === undefined) return { node: undefined, pair: undefined, place };
    node = pair.value;
    place = ends(pair.key) ?? place;
  }
  return { node, pair, place };
}

/** The entries of a map by name, and by name in lower case; made once for each map, because a text may have thousands of mistakes. */
interface Index {
  readonly exact: ReadonlyMap<string, Pair>;
  readonly lower: ReadonlyMap<string, Pair>;
}

const INDEXES = new WeakMap<YAMLMap, Index>();

function entry(map: YAMLMap, name: string): Pair | undefined {
  let index = INDEXES.get(map);
  if (index === undefined) {
    const named = map.items.flatMap((pair) => {
      const key = keyText(pair);
      return key === undefined ? [] : [[key, pair] as const];
    });
    index = { exact: new Map(named), lower: new Map(named.map(([key, pair]) => [key.toLowerCase(), pair])) };
    INDEXES.set(map, index);
  }
  return index.exact.get(name) ?? index.lower.get(name.toLowerCase());
}

/** The stretch to point at: a scalar's own text, for a map or list its key, or the first key of a map in a list. */
export function treeStretch(root: unknown, path: FieldPath, part: Part): Pointed {
  const { node, pair, place } = nodeAt(root, path);
  const own = isScalar(node) || isAlias(node) ? ends(node) : undefined;
  const whole = pair === undefined || part === "value";
  const [from, to] = (own && whole && own[1] > own[0] ? own : place) ?? [0, 0];
  return [from, to, isScalar(node) ? String(node.value) : ""];
}

/** Where a node begins: a map at its first key. */
function start(node: unknown): [number, number] | undefined {
  return (isMap(node) ? ends(node.items[0]?.key) : undefined) ?? ends(node);
}

function ends(node: unknown): [number, number] | undefined {
  const place = (node as Node | null | undefined)?.range;
  return place ? [place[0], place[1]] : undefined;
}
