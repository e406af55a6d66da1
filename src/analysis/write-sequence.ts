import { displayId, type Located, type ResourceId, resourceId } from "../model/resource.ts";
import type { World } from "../policy/world/compiled.ts";

/** What a write makes of one resource: `after` is absent where it is deleted. */
export interface ResourceWrite {
  readonly id: ResourceId;
  readonly after?: Located;
}

/** A write of a sequence: the resources that change with it. */
export type WriteChanges = readonly ResourceWrite[];

/** The Worlds between the writes of a sequence. */
export interface WriteSequence {
  /** How many writes there are. */
  readonly length: number;
  /** The World after these writes, given by their indexes in the order in which they are made. */
  readonly after: (writes: readonly number[]) => World;
  /**
   * The Worlds while the last of these writes is being made: one that changes several resources (a Node and its own configuration)
   * changes them one by one, from the first on or from the last on, as the store has it.
   */
  readonly during: (writes: readonly number[]) => readonly World[];
  /** Whether the second of two writes must not come before the first: they change the same resource, or it needs the other. */
  readonly isFixed: (first: number, second: number) => boolean;
}

/** The most Worlds that are kept at a time. */
const MOST_KEPT = 512;

/** Worlds of stored resources and writes; `compile` makes one of resources, and is quick where few of them differ from the last. */
export function writeSequence(
  stored: readonly Located[],
  writes: readonly WriteChanges[],
  compile: (resources: readonly Located[]) => World,
): WriteSequence {
  const sources = new Resources(stored);
  const known = new Map<string, World>();
  const after = (made: readonly number[]): World => {
    const key = keyOf(made, writes);
    const found = known.get(key);
    if (found !== undefined) return found;
    const world = compile(sources.after(made.flatMap((index) => writes[index] ?? [])));
    if (known.size >= MOST_KEPT) known.delete([...known.keys()][0] ?? "");
    known.set(key, world);
    return world;
  };
  const during = (made: readonly number[]): readonly World[] => {
    const changes = writes[made.at(-1) ?? -1] ?? [];
    if (changes.length < 2) return [];
    const before = made.slice(0, -1).flatMap((index) => writes[index] ?? []);
    return [changes, [...changes].reverse()].flatMap((order) =>
      order.slice(0, -1).map((_, last) => compile(sources.after([...before, ...order.slice(0, last + 1)]))),
    );
  };
  const ids = writes.map((changes) => new Set(changes.map(({ id }) => displayId(id))));
  const isFixed = (first: number, second: number): boolean => {
    for (const id of ids[first] ?? []) if (ids[second]?.has(id)) return true;
    return needs(writes[second] ?? [], writes[first] ?? []) || needs(writes[first] ?? [], writes[second] ?? []);
  };
  return { length: writes.length, after, during, isFixed };
}

/** Writes of the same resource keep their order, and others commute: a set of writes has one World. */
function keyOf(made: readonly number[], writes: readonly WriteChanges[]): string {
  return made
    .filter((index) => (writes[index] ?? []).length > 0)
    .sort((a, b) => a - b)
    .join();
}

/** Stored resources, on top of which changes are made. */
class Resources {
  readonly #stored: readonly Located[];
  /** Where each resource is in the list. */
  readonly #places: ReadonlyMap<string, number>;

  constructor(stored: readonly Located[]) {
    const byId = new Map(stored.map((located) => [displayId(resourceId(located.resource)), located]));
    this.#stored = [...byId.values()];
    this.#places = new Map([...byId.keys()].map((id, at) => [id, at]));
  }

  /**
   * The resources after changes: what is stored in its place, so that lists after few changes have the same at most places, then
   * what is new.
   */
  after(changes: WriteChanges): readonly Located[] {
    const resources: (Located | undefined)[] = [...this.#stored];
    const created = new Map<string, Located | undefined>();
    for (const { id, after } of changes) {
      const text = displayId(id);
      const place = this.#places.get(text);
      if (place === undefined) created.set(text, after);
      else resources[place] = after;
    }
    return [...resources, ...created.values()].filter((located) => located !== undefined);
  }
}

/** Whether a write needs another before it, as the stores have it: a policy its tier, and the tier's deletion those of its policies. */
function needs(second: WriteChanges, first: WriteChanges): boolean {
  const tiersOf = (changes: WriteChanges) => changes.filter(({ id }) => id.kind === "Tier").map(({ id }) => id.name);
  const isTiered = ({ id }: ResourceWrite) => /NetworkPolicy$/.test(id.kind);
  return tiersOf(first).length > 0 && second.some(isTiered);
}
