import fc from "fast-check";
import { expect, test } from "vitest";
import { interfacePattern } from "../../../src/kubernetes/host-endpoints/interface-pattern.ts";
import { pick } from "../../support/arbitraries.ts";

const NAMES = ["eth0", "eth1", "eth10", "ens192", "bond0.12", "cali1234", "lo", ""];

/** The names of `NAMES` that a pattern matches, as Go's regexp.MatchString does: anywhere in the name. */
test.each<[pattern: string, matched: string]>([
  ["eth0|eth1", "eth0 eth1 eth10"],
  ["^eth[01]$", "eth0 eth1"],
  ["^eth", "eth0 eth1 eth10"],
  ["^eth\\d+$", "eth0 eth1 eth10"],
  ["eth.{2}", "eth10"],
  ["^(?:eth|ens)[0-9]{1,2}$", "eth0 eth1 eth10"],
  ["^(eth|ens)\\w*$", "eth0 eth1 eth10 ens192"],
  ["bond0\\.12", "bond0.12"],
  ["^[^e]", "bond0.12 cali1234 lo"],
  ["0$", "eth0 eth10"],
  ["^$", ""],
  ["[]x]|lo", "lo"],
])("%s", (pattern, matched) => {
  const isMatch = interfacePattern(pattern) ?? expect.unreachable();
  expect(NAMES.filter(isMatch).join(" ")).toBe(matched);
});

test.each([
  "(",
  "a)",
  "[a",
  "*",
  "a**",
  "a{2",
  "(?i)eth",
  "\\pL",
  "\\bx",
  "[[:alpha:]]",
  "x".repeat(1001),
  "[z-a]",
  "a{3,2}",
])("does not understand %s", (pattern) => expect(interfacePattern(pattern)).toBeUndefined());

const parts = pick("a", "b", "0", ".", "(?:^)", "(?:$)", "[a0]", "[^b]", "\\d", "\\w", "\\.");
const piece = fc.tuple(parts, pick("", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}")).map((both) => both.join(""));
const sequence = fc.array(piece, { maxLength: 4 }).map((all) => all.join(""));
const pattern = fc
  .array(
    fc.oneof(
      sequence,
      fc.tuple(sequence, pick("", "*", "+")).map(([inner, count]) => `(${inner})${count}`),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((all) => pick("", "|").map((between) => all.join(between)));

test("matches what JavaScript's expressions match, where both have the syntax", () => {
  fc.assert(
    fc.property(pattern, fc.string({ unit: pick("a", "b", "0", "."), maxLength: 8 }), (text, name) => {
      const isMatch = interfacePattern(text);
      if (isMatch === undefined) expect.unreachable(text);
      expect(isMatch(name)).toBe(new RegExp(text).test(name));
    }),
    { numRuns: 3000, seed: 42 },
  );
});

test("a pattern that makes others try for ever ends at once", () => {
  const isMatch = interfacePattern(`^${"(a|a|a|aa)*".repeat(20)}((a{1,999}){1,999}){1,999}$`) ?? expect.unreachable();
  expect([isMatch(`${"a".repeat(60)}b`), isMatch("a".repeat(60))]).toEqual([false, true]);
});
