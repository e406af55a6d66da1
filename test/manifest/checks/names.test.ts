import { describe, expect, test } from "vitest";
import {
  isDnsLabel,
  isPortName,
  isSubdomain,
  keyFault,
  labelValueFault,
  nameFault,
} from "../../../src/manifest/checks/names.ts";

describe("names", () => {
  /** Which of the texts are fine. */
  const check = (fine: (text: string) => boolean, good: readonly string[], bad: readonly string[]) => {
    for (const text of good) expect(fine(text), text).toBe(true);
    for (const text of bad) expect(fine(text), text).toBe(false);
  };

  test("DNS subdomains", () =>
    check(
      isSubdomain,
      ["a", "0", "a.b", "a--b", "node.1", "a".repeat(300)],
      ["", "A", "a_b", ".a", "a.", "a..b", "-a", "a-", "a b", "ä", "a\n"],
    ));
  test("DNS labels", () => check(isDnsLabel, ["a", "a-b", "a".repeat(300)], ["", "a.b", "-a", "A"]));
  test("names of resources", () =>
    check((name) => nameFault(name, true) === undefined, ["a.b", "a".repeat(253)], ["a".repeat(254), "A", "ä"]));
  test("names of policies", () =>
    check((name) => nameFault(name, false) === undefined, ["a-b", "a".repeat(253)], ["a.b", "a".repeat(254)]));
  test("keys of labels", () =>
    check(
      (key) => keyFault(key) === undefined,
      ["a", "A", "a/b", "x.y", "x_y", "example.com/Role", "a".repeat(63), `${"a".repeat(253)}/x`],
      ["", "/x", "x/", "-x", "x-", "a/b/c", "a b", "é", "Example.com/x", "a".repeat(64), `${"a".repeat(254)}/x`],
    ));
  test("values of labels", () =>
    check(
      (value) => labelValueFault(value) === undefined,
      ["", "a", "A.b_c-d", "a".repeat(63)],
      ["a-", "a b", "é", "a".repeat(64), "-"],
    ));
  test("names of ports", () =>
    check(
      isPortName,
      ["http", "a1", "1a", "http-alt", "a".repeat(15)],
      ["", "80", "-a", "a-", "a--b", "HTTP", "a_b", "a.b", "a".repeat(16)],
    ));
  test("long texts do not stop the checks", () => {
    for (const text of ["a".repeat(1e6), `${"a-".repeat(5e5)}`, `${"a.".repeat(5e5)}!`]) {
      isSubdomain(text);
      keyFault(text);
      labelValueFault(text);
      isPortName(text);
    }
  });
});
