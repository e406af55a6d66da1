import fc from "fast-check";
import { isObject } from "../../../src/model/json.ts";
import type { Located } from "../../../src/model/resource.ts";

/** A change of a list of resources: one taken out, and one put there again at the end. */
export interface ResourceEdit {
  readonly out: number;
  readonly isOut: boolean;
  readonly put: number;
  readonly isPut: boolean;
}

/** Random changes, one after the other. */
export const resourceEdits: fc.Arbitrary<readonly ResourceEdit[]> = fc.array(
  fc.record({ out: fc.nat(), isOut: fc.boolean(), put: fc.nat(), isPut: fc.boolean() }),
  { minLength: 3, maxLength: 8 },
);

/** A list after a change; what is put there is one of `all`. */
export function edited(list: readonly Located[], all: readonly Located[], edit: ResourceEdit): readonly Located[] {
  const next = [...list];
  if (edit.isOut && next.length > 0) next.splice(edit.out % next.length, 1);
  const put = all[edit.put % all.length];
  // A new object each time: the same resource, written again.
  if (edit.isPut && put) next.push({ ...put });
  return next;
}

/** All of a value but its functions, as text. */
export function dataText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map || part instanceof Set) return [...part];
    // A resource may be made when it is asked for, and have an outline until then.
    if (isObject(part) && "locate" in part && "resource" in part) {
      const { outline: _, ruleSelectors: __, ...others } = part;
      return { ...others, resource: part.resource };
    }
    // Rules are compiled when they are asked for.
    if (isObject(part) && "ingress" in part && "egress" in part) {
      const { ingress, egress } = part;
      return { ...part, ingress, egress };
    }
    return typeof part === "bigint" ? String(part) : part;
  });
}
