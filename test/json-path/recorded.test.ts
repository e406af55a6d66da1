import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderJsonPath } from "../../src/json-path/json-path.ts";

/**
 * Templates with what kubectl's own library (k8s.io/client-go v0.34.2, `util/jsonpath`, missing keys allowed) makes of them and of
 * `data`; `error` is what it says where it fails.
 */
const { data, cases } = JSON.parse(readFileSync(join(import.meta.dirname, "recorded.json"), "utf8")) as {
  readonly data: unknown;
  readonly cases: readonly (readonly [string, string | { readonly error: string }])[];
};

/** Where ours is otherwise, with what it makes of it. */
const DIFFERENT: Readonly<Record<string, string | RegExp>> = {
  // Either quotes, not only single ones.
  '{.m["one"]}': "1",
  // Whole and other numbers are compared as numbers: JSON has only one sort.
  "{.items[?(@.spec.order==10.0)].metadata.name}": "h1",
  "{.items[?(@.spec.weight>1)].metadata.name}": "h1",
  "{.n[?(@<3.5)]}": "1 2 3",
  // A range without an end is a mistake.
  "{range .n[*]}a": /has no `\{end\}`/,
  "{range .a}{range .b}{end}": /has no `\{end\}`/,
  // A text has no items.
  "{.s.*}": "",
  // What an object holds comes in the order of the names, there in any order.
  "{.items[0].metadata.labels.*}": "x linux web",
};

describe.each(cases)("%j", (template, recorded) => {
  const rendered = renderJsonPath(template, data);
  const different = DIFFERENT[template];
  test("prints what kubectl does", () => {
    if (typeof different === "string") expect(rendered).toEqual({ ok: true, text: different });
    else if (different !== undefined)
      expect(rendered).toEqual({ ok: false, message: expect.stringMatching(different) });
    else if (typeof recorded === "string") expect(rendered).toEqual({ ok: true, text: recorded });
    else expect(rendered.ok).toBe(false);
  });
});
