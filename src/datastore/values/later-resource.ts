import type { StoredNames } from "../../model/kinds/version.ts";
import type { Located, Resource, RuleSelector } from "../../model/resource.ts";
import type { LaterReaders } from "../datastore.ts";
import type { KeyValue } from "../kv/kv.ts";
import { readOutlined } from "./codec.ts";
import { type Outline, outlineReader } from "./outlines.ts";

/** Readers of host endpoints and policies of the plainest form as resources that are made later, for lists. */
export const laterReaders: LaterReaders = (kind, names) => {
  const outlineOf = outlineReader(kind, names);
  if (outlineOf === undefined) return undefined;
  return (entry) => {
    const known = outlineOf(entry);
    return known && new LaterResource(known, entry, names);
  };
};

/** A stored resource with its outline, which is made of its value when it is first asked for. */
export class LaterResource implements Located {
  readonly outline: Resource;
  readonly ruleSelectors: readonly RuleSelector[];
  readonly locate: Located["locate"];
  /** Until it is made. */
  #entry: KeyValue | undefined;
  readonly #names: StoredNames;
  #resource: Resource | undefined;

  /** `known`: the outline of the entry's value. */
  constructor(known: Outline, entry: KeyValue, names: StoredNames) {
    this.outline = known.outline;
    this.ruleSelectors = known.ruleSelectors;
    this.locate = () => undefined;
    this.#entry = entry;
    this.#names = names;
  }

  get resource(): Resource {
    const entry = this.#entry;
    if (entry !== undefined) {
      this.#resource = readOutlined(this.outline.kind, entry, this.#names);
      this.#entry = undefined;
    }
    return this.#resource as Resource;
  }
}
