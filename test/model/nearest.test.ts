import { describe, expect, test } from "vitest";
import { nearest, probable } from "../../src/model/nearest.ts";

/** A mistyped word, what there is, and what is taken to be meant. */
const CASES: readonly (readonly [what: string, word: string, candidates: string, meant: string | undefined])[] = [
  ["the word itself", "selector", "selector ingress", "selector"],
  ["a letter missing", "selctor", "selector ingress", "selector"],
  ["a letter too many", "sellector", "selector ingress", "selector"],
  ["another letter", "selektor", "selector ingress", "selector"],
  ["neighbours swapped, which is one mistake", "tcp", "tpc", "tpc"],
  ["neighbours swapped at the end", "selectro", "selector", "selector"],
  ["neighbours swapped in the front", "eslector", "selector", "selector"],
  ["two swaps of six letters", "pedlio", "pelodi", undefined],
  ["two letters of six", "ingrex", "ingress", "ingress"],
  ["three letters of six are too many", "inxxxs", "ingress", undefined],
  ["a third of nine letters", "exxxnames", "eventnames", undefined],
  ["three of nine letters", "eveyyyymes", "eventnames", undefined],
  ["three letters of nine", "abcdefxyz", "abcdefghi", "abcdefghi"],
  ["four letters of nine are too many", "abcdewxyz", "abcdefghi", undefined],
  ["one letter of a short word", "ab", "ax", "ax"],
  ["two letters of a short word are too many", "abc", "axy", undefined],
  ["neighbours of a short word swapped in front", "ctp", "tcp", "tcp"],
  ["two letters and a swap of six are too many", "xydcef", "abcdef", undefined],
  ["one letter and a swap of six", "xbdcef", "abcdef", "abcdef"],
  ["one letter of one", "a", "b", "b"],
  ["nothing for two letters", "ab", "xy", undefined],
  ["case does not count", "SELECTOR", "selector", "selector"],
  ["in the candidates neither", "hostendpoint", "HostEndpoint", "HostEndpoint"],
  ["nor in short ones", "hep", "HEP", "HEP"],
  ["the nearest of several", "nodeselctor", "nodeSelection nodeSelector", "nodeSelector"],
  ["the nearest though it comes later", "egres", "ingres egress", "egress"],
  ["the first of equals", "xone", "tone zone bone", "tone"],
  ["a longer word that begins alike", "node", "nodeselector", undefined],
  ["a shorter word that begins alike", "nodeselector", "node", undefined],
  ["a letter in front", "xnode", "node", "node"],
  ["letters lost in front", "lector", "selector", "selector"],
  ["letters lost at the end", "select", "selector", "selector"],
  ["letters moved far", "rotceles", "selector", undefined],
  ["nothing to choose from", "selector", "", undefined],
  ["nothing written", "", "a", "a"],
  ["nothing written, long words", "", "abc", undefined],
];

describe("the word that could have been meant", () => {
  test.each(CASES)("%s", (_what, word, candidates, meant) => {
    expect(nearest(word, candidates.split(" ").filter(Boolean))).toBe(meant);
  });
  test("of a very long word not more than 21 letters may differ", () => {
    const long = "a".repeat(200);
    expect(nearest(long, [`${"a".repeat(179)}${"b".repeat(21)}`])).toBeDefined();
    expect(nearest(long, [`${"a".repeat(178)}${"b".repeat(22)}`])).toBeUndefined();
    expect(nearest(long, ["a".repeat(221)])).toBeDefined();
    expect(nearest(long, ["a".repeat(222)])).toBeUndefined();
  });
});

test.each([
  ["a mistyped word is the nearest", "slector", "selector", "selector"],
  ["the beginning of one word", "val", "validate version", "validate"],
  ["in another case", "INTERFACE", "interfaceName", "interfaceName"],
  ["of two forms of one word, the shorter", "host", "hostendpoints hostendpoint nodes", "hostendpoint"],
  ["of two words", "con", "convert confirm", undefined],
  ["two letters", "co", "convert", undefined],
  ["no beginning", "endpoint", "hostendpoint", undefined],
] as const)("a word that stands for another: %s", (_what, word, candidates, meant) => {
  expect(probable(word, candidates.split(" "))).toBe(meant);
});
