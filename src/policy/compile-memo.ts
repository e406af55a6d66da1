import type { Diagnostic } from "../model/diagnostic.ts";
import type { Located } from "../model/resource.ts";

/** What one resource compiles to (nothing where Felix would refuse it), and what is to be told of it. */
export interface CompiledResource<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

interface Remembered<T> {
  readonly result: CompiledResource<T>;
  /** What else than the resource the result was made of, by identity. */
  readonly others: readonly unknown[];
}

/**
 * What earlier calls of `world` compiled, for one that differs in a few resources (a change, write by write): a `Located` that
 * is the same object is not compiled again, and lists that hold the same objects stay the same list, so that what was
 * computed of a list is found again by it. Of one Calico version and dataplane, and used by one caller.
 */
export class CompileMemo {
  readonly #resources = new WeakMap<Located, Remembered<unknown>>();
  readonly #made = new Map<string, { readonly from: readonly unknown[]; readonly value: unknown }>();

  /** What `compile` returned for this resource, where `others` returns the same objects as then. */
  resource<T>(
    located: Located,
    others: (compiled: T | undefined) => readonly unknown[],
    compile: () => CompiledResource<T>,
  ): CompiledResource<T> {
    // One resource is only ever compiled to one type.
    const known = this.#resources.get(located) as Remembered<T> | undefined;
    if (known !== undefined && isSameList(known.others, others(known.result.value))) return known.result;
    const result = compile();
    this.#resources.set(located, { result, others: others(result.value) });
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

  /** The list that was last given under this name, where it holds the same objects; else `changed` is told of both. */
  list<T>(name: string, list: readonly T[], changed?: (last: readonly T[], list: readonly T[]) => void): readonly T[] {
    return this.made<readonly T[]>(name, list, (last) => {
      if (last !== undefined) changed?.(last, list);
      return list;
    });
  }
}

/** What only one of two lists holds: `gone` the first, `added` the second. */
export function listDifference<T>(
  first: readonly T[],
  second: readonly T[],
): { readonly gone: readonly T[]; readonly added: readonly T[] } {
  const [before, after] = [new Set(first), new Set(second)];
  return { gone: first.filter((one) => !after.has(one)), added: second.filter((one) => !before.has(one)) };
}

/** Whether two lists hold the same objects, in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
