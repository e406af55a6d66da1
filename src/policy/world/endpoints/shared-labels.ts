import type { Labels } from "../../../selector/matches.ts";
import type { CompiledProfile } from "../compiled.ts";

/** Labels by the number that `SharedLabels` has for them. */
export type LabelSet = number;

/** The set without labels. */
export const NO_LABELS: LabelSet = 0;

/** One label more than another set has. */
interface Addition {
  readonly to: LabelSet;
  readonly name: string;
  readonly value: string;
  /** All labels as a map, made when it is first asked for. */
  labels: Labels | undefined;
}

/** There are never as many sets. */
const MOST_SETS = 2 ** 26;

/**
 * The labels of endpoints and network sets, one map for all that have the same in the same order, as those of one deployment do.
 * Labels are added one by one, and what a set with one more is is found by two numbers: nothing is made of labels that were met before.
 */
export class SharedLabels {
  readonly #profiles: ReadonlyMap<string, Pick<CompiledProfile, "labels">>;
  /** A number for each label with a value. */
  readonly #labels = new Map<string, Map<string, number>>();
  #count = 0;
  readonly #sets: Addition[] = [{ to: NO_LABELS, name: "", value: "", labels: new Map() }];
  /** The set that one set and a label make, and the one that it and a profile make. */
  readonly #with = new Map<number, LabelSet>();
  readonly #inheriting = new Map<string, Map<LabelSet, LabelSet>>();

  /** `profiles`: those that labels are inherited from. */
  constructor(profiles: ReadonlyMap<string, Pick<CompiledProfile, "labels">>) {
    this.#profiles = profiles;
  }

  /** The labels with one more, which takes the place of one of its name. */
  with(set: LabelSet, name: string, value: string): LabelSet {
    const key = this.#numberOf(name, value) * MOST_SETS + set;
    const known = this.#with.get(key);
    if (known !== undefined) return known;
    const made = this.#sets.push({ to: set, name, value, labels: undefined }) - 1;
    this.#with.set(key, made);
    return made;
  }

  /** The labels with those of a profile that are not among them; a profile that does not exist has none. */
  inheriting(set: LabelSet, profile: string): LabelSet {
    const labels = this.#profiles.get(profile)?.labels;
    if (labels === undefined || labels.size === 0) return set;
    const bySet = this.#inheriting.get(profile) ?? new Map<LabelSet, LabelSet>();
    this.#inheriting.set(profile, bySet);
    const known = bySet.get(set);
    if (known !== undefined) return known;
    const own = this.labelsOf(set);
    let made = set;
    for (const [name, value] of labels) if (!own.has(name)) made = this.with(made, name, value);
    bySet.set(set, made);
    return made;
  }

  /** The labels as a map, which is one for all that have this set. */
  labelsOf(set: LabelSet): Labels {
    const asked = this.#sets[set] as Addition;
    if (asked.labels !== undefined) return asked.labels;
    const additions: Addition[] = [];
    for (let at = set; at !== NO_LABELS; at = (this.#sets[at] as Addition).to)
      additions.push(this.#sets[at] as Addition);
    asked.labels = new Map(additions.reverse().map(({ name, value }) => [name, value]));
    return asked.labels;
  }

  #numberOf(name: string, value: string): number {
    let byValue = this.#labels.get(name);
    if (byValue === undefined) {
      byValue = new Map();
      this.#labels.set(name, byValue);
    }
    const known = byValue.get(value);
    if (known !== undefined) return known;
    byValue.set(value, this.#count);
    return this.#count++;
  }
}
