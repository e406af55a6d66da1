import { type Labels, matches } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";

/** Labels to set, or to remove where there is no value. */
export type LabelEdits = ReadonlyMap<string, string | undefined>;

/** Alternatives of one selector at most; more are not looked at. */
const MOST = 64;

/**
 * The smallest changes of labels after which they satisfy a selector, or (`wanted: false`) fail it; none where they do
 * already. Labels that Calico itself gives (`projectcalico.org/`, `pcns.`, `pcsa.`) are not changed.
 */
export function labelEditsFor(selector: Selector, labels: Labels, wanted: boolean): readonly LabelEdits[] {
  const found = edits(selector, labels, wanted).filter((one) => {
    const isOurs = [...one.keys()].every((key) => !/^(?:projectcalico\.org\/|pcns\.|pcsa\.)/.test(key));
    return isOurs && one.size > 0 && matches(selector, withEdits(labels, one)) === wanted;
  });
  const least = Math.min(...found.map(({ size }) => size));
  return found.filter(({ size }) => size === least);
}

function withEdits(labels: Labels, changes: LabelEdits): Labels {
  const result = new Map(labels);
  for (const [key, value] of changes) {
    if (value === undefined) result.delete(key);
    else result.set(key, value);
  }
  return result;
}

/** Alternatives, which may contradict themselves. */
function edits(selector: Selector, labels: Labels, wanted: boolean): readonly LabelEdits[] {
  if (matches(selector, labels) === wanted) return [new Map()];
  const set = (label: string, value: string | undefined): LabelEdits => new Map([[label, value]]);
  switch (selector.kind) {
    case "all":
    case "global":
      return [];
    case "not":
      return edits(selector.operand, labels, !wanted);
    case "and":
    case "or": {
      const parts = selector.operands.map((operand) => edits(operand, labels, wanted));
      return (selector.kind === "and") === wanted ? combined(parts) : parts.flat().slice(0, MOST);
    }
    case "has":
      return wanted ? [set(selector.label, "true")] : [set(selector.label, undefined)];
    case "equal":
    case "contains":
    case "starts-with":
    case "ends-with":
      return [set(selector.label, wanted ? selector.value : undefined)];
    case "in":
      return wanted ? selector.values.map((value) => set(selector.label, value)) : [set(selector.label, undefined)];
    case "not-equal":
      return [set(selector.label, wanted ? undefined : selector.value)];
    case "not-in":
      return wanted ? [set(selector.label, undefined)] : selector.values.map((value) => set(selector.label, value));
  }
}

/** One alternative of each part, together. */
function combined(parts: readonly (readonly LabelEdits[])[]): readonly LabelEdits[] {
  return parts.reduce<readonly LabelEdits[]>(
    (whole, part) => whole.flatMap((one) => part.map((other) => new Map([...one, ...other]))).slice(0, MOST),
    [new Map()],
  );
}
