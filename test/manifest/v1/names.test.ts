import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  addressName,
  addressText,
  maskedText,
  networkName,
  networkText,
  nodeName,
  policyName,
  profileName,
  v3Name,
} from "../../../src/manifest/v1/names.ts";

/** The name with the mark of the old one. */
const marked = (name: string, old: string) => `${name}-${createHash("sha1").update(old).digest("hex").slice(0, 8)}`;

/**
 * Normal forms of names. The texts and their forms are those of Calico's own tests of its v1 converters
 * (projectcalico/libcalico-go, lib/upgrade/converters/names_test.go, commit 697babda).
 */
const NORMAL: readonly (readonly [old: string, name: string])[] = [
  ["abcdef", "abcdef"],
  ["Abcdef", "abcdef"],
  ["abc-def", "abc-def"],
  ["abc---def", "abc---def"],
  ["abc/def", "abc.def"],
  ["abc$$def", "abc-def"],
  ["abc$!$def", "abc-def"],
  ["abc..def", "abc.def"],
  ["abc...def", "abc.def"],
  ["abc.-def", "abc.def"],
  ["abc.-.def", "abc.def"],
  ["abc-.def", "abc.def"],
  ["abc-.-def", "abc.def"],
  ["aBcDe019", "abcde019"],
  ["-abc.def", "abc.def"],
  ["abc.def-", "abc.def"],
  [".abc.def", "abc.def"],
  ["abc.def.", "abc.def"],
  ["-.abc.def", "abc.def"],
  ["abc.def.-", "abc.def"],
  ["$ABC/DeF-123.-456!", "abc.def-123.456"],
  ["---", ""],
  ["ä€", ""],
];

describe("names that v3 does not allow", () => {
  test.each(NORMAL)("%s", (old, name) => {
    const noDots = name.replaceAll(".", "-");
    expect(nodeName(old)).toBe(name);
    expect(v3Name(old)).toBe(old === name ? name : marked(name, old));
    expect(policyName(old)).toBe(old === noDots ? noDots : marked(noDots, old));
  });

  test("two names that have the same form stay two", () => {
    expect(v3Name("Web")).not.toBe(v3Name("WEB"));
    expect(v3Name("Web")).toBe("web-a8323a2a");
  });
});

/** Tables of what a text becomes, by the function that makes it so (the same converters: profile.go, names.go, ippool.go, rule.go). */
const TABLES: Readonly<Record<string, readonly [(text: string) => string, Readonly<Record<string, string>>]>> = {
  profiles: [
    profileName,
    {
      "k8s_ns.default": "kns.default",
      "k8s_ns.My_ns": marked("kns.my-ns", "kns.My_ns"),
      Web_1: marked("web-1", "Web_1"),
      p: "p",
    },
  ],
  "addresses as names": [
    addressName,
    {
      "5.5.5.5": "5-5-5-5",
      "0.0.0.0": "0-0-0-0",
      "Aa:bb::": "00aa-00bb-0000-0000-0000-0000-0000-0000",
      "0Aa:bb::50": "00aa-00bb-0000-0000-0000-0000-0000-0050",
      "::": "0000-0000-0000-0000-0000-0000-0000-0000",
      nonsense: "nonsense",
    },
  ],
  "networks as names": [
    networkName,
    {
      "10.0.0.0/8": "10-0-0-0-8",
      "10.0.0.1/24": "10-0-0-1-24",
      "2001::00/120": "2001---120",
      "fd00:0:1::/64": "fd00-0-1---64",
      "10.0.0.0": "10-0-0-0-32",
    },
  ],
  "networks with their host bits": [
    networkText,
    { "10.0.0.1/24": "10.0.0.1/24", "10.0.0.1": "10.0.0.1/32", "FD00::01": "fd00::1/128", x: "x" },
  ],
  "networks without their host bits": [
    maskedText,
    { "10.1.2.3/8": "10.0.0.0/8", "10.0.0.1": "10.0.0.1/32", "FD00::1/64": "fd00::/64", x: "x" },
  ],
  addresses: [addressText, { "10.0.0.1": "10.0.0.1", "::FFFF:10.0.0.1": "10.0.0.1", "AA:BB:0::": "aa:bb::", x: "x" }],
};

describe.each(Object.entries(TABLES))("%s", (_, [become, table]) => {
  test.each(Object.entries(table))("%s", (text, expected) => {
    expect(become(text)).toBe(expected);
    // What is converted once is not changed by another conversion.
    if (become !== addressName && become !== networkName) expect(become(expected)).toBe(expected);
  });
});
