import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/web/engine/protocol.ts";
import { isSameValue } from "../../../src/web/view/state/same-value.ts";
import { SentTexts } from "../../../src/web/view/state/sent-texts.ts";
import { changeBetween } from "../../../src/web/view/state/text-change.ts";
import { ReceivedTexts } from "../../../src/web/worker/received-texts.ts";

const KNOWN = [{ name: "a", text: "one\ntwo\n" }];
const FORM = { protocol: "tcp" };

const edited = (...texts: readonly (readonly [name: string, text: string])[]): Question => ({
  ...{ kind: "packet", form: FORM },
  edits: { manifests: texts.map(([name, text]) => ({ name, text })), removed: ["Node x"] },
});
const validate = (name: string, text: string): Question => ({ kind: "validate", manifest: { name, text } });

describe("the worker gets the questions of the page", () => {
  test("whatever their texts are, one after the other", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const name = fc.constantFrom("a", "b");
    const question = fc.oneof(
      fc.tuple(name, text).map(([of, written]) => validate(of, written)),
      fc.tuple(text, text).map(([one, other]) => edited(["a", one], ["b", other])),
      fc.constant<Question>({ kind: "names" }),
    );
    fc.assert(
      fc.property(fc.array(question), (questions) => {
        const [sent, received] = [new SentTexts(KNOWN), new ReceivedTexts(KNOWN)];
        const got = questions.map((one) => received.questionOf(structuredClone(sent.messageOf(one))));
        expect(got).toEqual(questions);
      }),
      { seed: 1 },
    );
  });

  test("without what it has: of a key press in a large text one character", () => {
    const [large, sent] = ["line of a manifest\n".repeat(50_000), new SentTexts([])];
    sent.messageOf(validate("a", large));
    const next = `${large.slice(0, 400_000)}x${large.slice(400_000)}`;
    expect(JSON.stringify(sent.messageOf(edited(["a", next]))).length).toBeLessThan(300);
    expect(sent.messageOf(validate("a", next)).changes).toEqual([{ from: 0, to: 0, insert: "" }]);
  });
});

test("a change is as small as what both texts share leaves it", () => {
  const long = "0123456789".repeat(2_000);
  for (const [now, next, change] of [
    ["abc", "abc", { from: 0, to: 0, insert: "" }],
    ["", "abc", { from: 0, to: 0, insert: "abc" }],
    ["aaa", "aa", { from: 2, to: 3, insert: "" }],
    ["abcd", "aXd", { from: 1, to: 3, insert: "X" }],
    [`${long}a${long}`, `${long}b${long}`, { from: 20_000, to: 20_001, insert: "b" }],
    [long + long, long, { from: 20_000, to: 40_000, insert: "" }],
  ] as const) {
    expect(changeBetween(now, next)).toEqual(change);
  }
});

test("questions are the same where all that they ask is", () => {
  const one = { kind: "packet", form: { port: "80", to: "a" }, nodes: ["a", "b"] };
  const same = { nodes: ["a", "b"], form: { to: "a", port: "80" }, kind: "packet" };
  expect(isSameValue(one, same)).toBe(true);
  for (const other of [
    undefined,
    { ...one, nodes: ["b", "a"] },
    { ...one, nodes: { 0: "a", 1: "b" } },
    { ...one, form: { port: "80" } },
    { ...one, form: { port: "80", to: undefined } },
    { ...one, form: { port: "80", via: "a" } },
  ]) {
    expect([isSameValue(one, other), isSameValue(other, one)]).toEqual([false, false]);
  }
});
