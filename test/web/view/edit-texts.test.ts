import { describe, expect, test } from "vitest";
import type { Edits } from "../../../src/web/engine/page-data.ts";
import { withBack, withoutDone } from "../../../src/web/view/apply/done-edits.ts";
import { withOtherRevision, withoutEdit, withRemoved, withText } from "../../../src/web/view/edit/texts.ts";
import { editsOfText, textOfEdits } from "../../../src/web/view/edits/edits-text.ts";

const NONE: Edits = { manifests: [], removed: [] };
const base = (resourceVersion: string) => ({ name: "A a", text: "old\n", resourceVersion });
const edited = withText(NONE, "A a", "mine\n", base("5"));
const EDITED: Edits = { manifests: [{ name: "A a", text: "mine\n" }], removed: [], revisions: [["A a", "5"]] };

describe("an edit of a stored resource has the revision that it began with", () => {
  test.each<[string, Edits, Edits]>([
    ["the first change", edited, EDITED],
    [
      "another change, of a resource that is another meanwhile",
      withText(edited, "A a", "mine 2\n", base("6")),
      { ...EDITED, manifests: [{ name: "A a", text: "mine 2\n" }] },
    ],
    ["a deletion", withRemoved(NONE, "A a", base("5")), { manifests: [], removed: ["A a"], revisions: [["A a", "5"]] }],
    ["a deletion after a change", withRemoved(edited, "A a", base("6")), { ...EDITED, removed: ["A a"] }],
    ["a change that is taken back by typing", withText(edited, "A a", "old\n", base("6")), NONE],
    ["a change that is taken back", withoutEdit(edited, "A a"), NONE],
    [
      "a file",
      withText(NONE, "a.yaml", "mine\n", { name: "a.yaml", text: "old\n" }),
      { manifests: [{ name: "a.yaml", text: "mine\n" }], removed: [] },
    ],
    [
      "one that is kept over what is stored now",
      withOtherRevision(edited, "A a", "7"),
      { ...EDITED, revisions: [["A a", "7"]] },
    ],
    ["one that is kept over nothing", withOtherRevision(edited, "A a", undefined), { ...EDITED, revisions: [] }],
  ])("%s", (_, edits, expected) => {
    expect(edits).toEqual(expected);
  });

  test("a link has it, and one that is no revision is none", async () => {
    expect(await editsOfText(await textOfEdits(EDITED))).toEqual(EDITED);
    expect(await editsOfText(await textOfEdits(NONE))).toEqual(NONE);
    const odd = { ...NONE, revisions: [["A a", 5]] } as unknown as Edits;
    await expect(editsOfText(await textOfEdits(odd))).rejects.toThrow("these are no edits");
  });
});

describe("of what was written", () => {
  const sent: Edits = {
    ...EDITED,
    manifests: [...EDITED.manifests, { name: "f.yaml", text: "f\n" }],
    removed: ["B b"],
  };
  const done = { manifests: ["A a"], removed: ["B b"] };
  const left: Edits = { manifests: [{ name: "f.yaml", text: "f\n" }], removed: [] };
  const later = withText(sent, "A a", "later\n", base("9"));

  test("nothing is edited any more, but for what was edited since and what stays", () => {
    expect(withoutDone(sent, sent, done)).toEqual(left);
    expect(withoutDone(later, sent, done).manifests).toEqual(later.manifests);
  });

  test("all is edited again when it is taken back, but for what was edited since", () => {
    const back = withBack(left, sent, done);
    expect(back.manifests.map(({ name, text }) => `${name} ${text}`).sort()).toEqual(["A a mine\n", "f.yaml f\n"]);
    expect(back).toMatchObject({ removed: ["B b"] });
    expect(back.revisions).toBeUndefined();
    expect(withBack(later, sent, done).manifests).toEqual(later.manifests);
  });
});
