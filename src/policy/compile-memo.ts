import type { Diagnostic } from "../model/diagnostic.ts";
import type { Located } from "../model/resource.ts";

/** What one resource compiles to, alone where nothing is to be told of it, as of nearly all: a World has very many. */
export type CompiledResource<T extends object> = T | Told<T>;

/** What a resource compiles to (nothing where Felix would refuse it) with what is to be told of it. */
export class Told<T extends object> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];

  constructor(value: T | undefined, diagnostics: readonly Diagnostic[]) {
    this.value = value;
    this.diagnostics = diagnostics;
  }
}

/** What resources compiled to, and what is to be told of all of them. */
export function valuesOf<T extends object>(
  results: readonly CompiledResource<T>[],
): { readonly values: readonly T[]; readonly diagnostics: readonly Diagnostic[] } {
  if (results.every(isAlone)) return { values: results, diagnostics: [] };
  return {
    values: results.flatMap((result) => compiledIn(result) ?? []),
    diagnostics: results.flatMap((result) => (result instanceof Told ? result.diagnostics : [])),
  };
}

function isAlone<T extends object>(result: CompiledResource<T>): result is T {
  return !(result instanceof Told);
}

function compiledIn<T extends object>(result: CompiledResource<T>): T | undefined {
  return result instanceof Told ? result.value : result;
}

interface Remembered<T extends object> {
  readonly result: CompiledResource<T>;
  /** What else than the resource the result was made of, by identity. */
  readonly others: readonly unknown[];
}

/** How resources of some kinds are compiled: `others` returns what else than itself a resource's result is made of. */
interface ResourceWork<T extends object> {
  readonly others: (located: Located, compiled: T | undefined) => readonly unknown[];
  readonly compile: (located: Located) => CompiledResource<T>;
}

/** What a list of resources compiled to. */
interface Compiled<T extends object> {
  readonly list: readonly Located[];
  readonly results: readonly CompiledResource<T>[];
  /** `T` is what it is given only if it returned it. */
  others(located: Located, compiled: T | undefined): readonly unknown[];
}

/**
 * What earlier calls of `world` compiled, for one that differs in a few resources (a change, write by write): a `Located` that
 * is the same object is not compiled again, and lists that hold the same objects stay the same list, so that what was
 * computed of a list is found again by it. Of one Calico version and dataplane, and used by one caller.
 */
export class CompileMemo {
  /** What resources compiled to, by each: made of `#first` when there is a second World, as to fill it is much of what the first takes. */
  readonly #resources: WeakMap<Located, Remembered<object>> | undefined;
  /** The lists of the first World by their names, until they are in `#resources`. */
  readonly #first = new Map<string, Compiled<object> | undefined>();
  readonly #made = new Map<string, { readonly from: readonly unknown[]; readonly value: unknown }>();

  /** `isForOne`: it is for one World only, and what its resources compile to is not kept for others. */
  constructor({ isForOne = false }: { readonly isForOne?: boolean } = {}) {
    this.#resources = isForOne ? undefined : new WeakMap();
  }

  /**
   * What `compile` returned for each of a list of resources, which depends on it, on `common` (as in `each`), and of that only on what
   * `others` returns: where it returns the same objects as then, a resource is not compiled again, wherever it is in the list.
   */
  resources<T extends object>(
    name: string,
    common: unknown,
    list: readonly Located[],
    { others, compile }: ResourceWork<T>,
  ): readonly CompiledResource<T>[] {
    const known = this.#resources;
    if (known === undefined) return list.map(compile);
    if (!this.#first.has(name)) {
      const results = this.each(name, common, list, compile);
      this.#first.set(name, { list, results, others });
      return results;
    }
    const first = this.#first.get(name);
    if (first !== undefined) {
      for (const [at, located] of first.list.entries()) {
        const result = first.results[at];
        if (result !== undefined) known.set(located, { result, others: first.others(located, compiledIn(result)) });
      }
      this.#first.set(name, undefined);
    }
    return this.each(name, common, list, (located) =>
      this.resource(
        located,
        (value: T | undefined) => others(located, value),
        () => compile(located),
      ),
    );
  }

  /** What `compile` returned for this resource, where `others` returns the same objects as then. */
  resource<T extends object>(
    located: Located,
    others: (compiled: T | undefined) => readonly unknown[],
    compile: () => CompiledResource<T>,
  ): CompiledResource<T> {
    if (this.#resources === undefined) return compile();
    // One resource is only ever compiled to one type.
    const known = this.#resources.get(located) as Remembered<T> | undefined;
    if (known !== undefined && isSameList(known.others, others(compiledIn(known.result)))) return known.result;
    const result = compile();
    this.#resources.set(located, { result, others: others(compiledIn(result)) });
    return result;
  }

  /** What `make` returned when it was last called under this name, where that was of the same objects; `last` is that otherwise. */
  made<T>(name: string, from: readonly unknown[], make: (last: T | undefined) => T): T {
    // One name is of one type.
    const known = this.#made.get(name) as { readonly from: readonly unknown[]; readonly value: T } | undefined;
    if (known !== undefined && isSameList(known.from, from)) return known.value;
    const value = make(known?.value);
    this.#made.set(name, { from, value });
    return value;
  }

  /**
   * What `one` returned for each of a list, which depends on it and on `common` only. It is not asked again for those that the
   * list of the last call under this name had at the same place, counted from the front or from the end.
   */
  each<T extends object, R>(name: string, common: unknown, list: readonly T[], one: (item: T) => R): readonly R[] {
    interface Each {
      readonly common: unknown;
      readonly list: readonly T[];
      readonly results: readonly R[];
    }
    const key = `each ${name}`;
    // One name is of one type.
    const last = this.#made.get(key)?.value as Each | undefined;
    const isUsable = last !== undefined && last.common === common;
    if (isUsable && isSameList(last.list, list)) return last.results;
    const shift = isUsable ? last.list.length - list.length : 0;
    const results = list.map((item, at) => {
      if (!isUsable) return one(item);
      if (last.list[at] === item) return last.results[at] as R;
      if (last.list[at + shift] === item) return last.results[at + shift] as R;
      return one(item);
    });
    this.#made.set(key, { from: [], value: { common, list, results } satisfies Each });
    return results;
  }
}

/** What only one of two lists holds: `gone` the first, `added` the second. Quick where they are the same but at a few places. */
export function listDifference<T extends object>(first: readonly T[], second: readonly T[]): ListDifference<T> {
  const [gone, added] = [notInPlace(first, second), notInPlace(second, first)];
  // Most of what is at another place is in one list only; what is in both was moved.
  const few = gone.length + added.length <= FEW;
  const [before, after] = few ? [] : [new Set(first), new Set(second)];
  return {
    gone: gone.filter((one) => !(after === undefined ? second.includes(one) : after.has(one))),
    added: added.filter((one) => !(before === undefined ? first.includes(one) : before.has(one))),
  };
}

/** What only one of two lists holds, in the order of that list. */
export interface ListDifference<T> {
  readonly gone: readonly T[];
  readonly added: readonly T[];
}

/** So many elements are found sooner by looking through a list than by a set of it. */
const FEW = 8;

/** The elements of a list that are at no place where the other has them, counted from the front or from the end. */
function notInPlace<T extends object>(list: readonly T[], other: readonly T[]): readonly T[] {
  const shift = other.length - list.length;
  const found: T[] = [];
  for (let at = 0; at < list.length; at++) {
    const one = list[at] as T;
    if (one !== other[at] && one !== other[at + shift]) found.push(one);
  }
  return found;
}

/** Whether two lists hold the same objects, in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
