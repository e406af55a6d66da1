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
  /** The set that this one makes with the label that was first added to it: most sets are only ever added one label to. */
  first: LabelSet;
  /** The sets that it makes with other labels, by name and value. */
  others: Map<string, Map<string, LabelSet>> | undefined;
}

function addition(to: LabelSet, name: string, value: string): Addition {
  return { to, name, value, labels: undefined, first: NO_LABELS, others: undefined };
}

/**
 * The labels of endpoints and network sets, one map for all that have the same in the same order, as those of one deployment do.
 * Labels are added one by one, and each set knows what it is with one more: nothing is made of labels that were met before.
 */
export class SharedLabels {
  readonly #profiles: ReadonlyMap<string, Pick<CompiledProfile, "labels">>;
  readonly #sets: Addition[] = [{ ...addition(NO_LABELS, "", ""), labels: new Map() }];
  readonly #inheriting = new Map<string, Map<LabelSet, LabelSet>>();

  /** `profiles`: those that labels are inherited from. */
  constructor(profiles: ReadonlyMap<string, Pick<CompiledProfile, "labels">>) {
    this.#profiles = profiles;
  }

  /** The labels with one more, which takes the place of one of its name. */
  with(set: LabelSet, name: string, value: string): LabelSet {
    const sets = this.#sets;
    const from = sets[set] as Addition;
    if (from.first === NO_LABELS) {
      from.first = sets.push(addition(set, name, value)) - 1;
      return from.first;
    }
    const first = sets[from.first] as Addition;
    if (first.value === value && first.name === name) return from.first;
    from.others ??= new Map();
    let byValue = from.others.get(name);
    if (byValue === undefined) {
      byValue = new Map();
      from.others.set(name, byValue);
    }
    const known = byValue.get(value);
    if (known !== undefined) return known;
    const made = sets.push(addition(set, name, value)) - 1;
    byValue.set(value, made);
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
}
