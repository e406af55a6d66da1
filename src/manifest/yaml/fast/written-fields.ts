import type { FieldPath } from "../../../model/resource.ts";

/** From where to where something is in the text. */
export type Stretch = readonly [from: number, to: number];

/** Where a value that is on one line is; absent for blocks, and where there is nothing. */
export type Own = { readonly from: number; readonly to: number; readonly isPlain: boolean } | "over lines" | undefined;

/** Where a field is, or an item, which has no key. */
export interface WrittenField {
  readonly key?: Stretch;
  readonly own: Own;
}

/** What is at the end of a path in the text. */
export interface FieldAtPath {
  /** The value; `undefined` where the path leads nowhere. */
  readonly value: unknown;
  readonly own: Own;
  /** Whether it is a field, which has a name. */
  readonly isField: boolean;
  /** Where the last field or item on the path begins: a field's key, an item's first key. */
  readonly place: Stretch | undefined;
}

/** Where the fields and items of a document are that `fast-block` reads. */
export class WrittenFields {
  readonly #fields = new Map<object, Map<string | number, WrittenField>>();

  /** Adds a field of a map, or an item of a list. */
  add(of: object, name: string | number, field: WrittenField): void {
    const known = this.#fields.get(of);
    if (known) known.set(name, field);
    else this.#fields.set(of, new Map([[name, field]]));
  }

  /** Follows a path as far as there are fields. Case is ignored where no key is equal. */
  at(root: object, path: FieldPath): FieldAtPath {
    let value: unknown = root;
    let own: Own;
    let isField = false;
    let place = this.#start(root, undefined);
    for (const part of path) {
      const name = this.#nameIn(value, part);
      const field = name === undefined ? undefined : this.#fields.get(value as object)?.get(name);
      if (field === undefined) {
        return { value: undefined, own: own === "over lines" ? own : undefined, isField: false, place };
      }
      value = (value as Record<string | number, unknown>)[name as string];
      own = field.own;
      isField = field.key !== undefined;
      place = field.key ?? this.#start(value, own) ?? place;
    }
    return { value, own, isField, place };
  }

  #nameIn(value: unknown, part: string | number): string | number | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value)) return typeof part === "number" ? part : undefined;
    const text = String(part);
    if (Object.hasOwn(value, text)) return text;
    return Object.keys(value).findLast((key) => key.toLowerCase() === text.toLowerCase());
  }

  /** Where an item begins: a map at its first key. */
  #start(value: unknown, own: Own): Stretch | undefined {
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    const [first] = (isMap && this.#fields.get(value)?.values()) || [];
    if (first?.key) return first.key;
    return typeof own === "object" ? [own.from, own.to] : undefined;
  }
}
