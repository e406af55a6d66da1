import { describe, expect, test } from "vitest";
import { parseAddress } from "../../../src/model/net/address.ts";
import { parseRange } from "../../../src/policy/match/port-ranges.ts";
import { addressSet, inAddressSet, inNamedPortSet, namedPortSet } from "../../../src/policy/world/ip-sets.ts";
import { netContains, readNet } from "../../../src/policy/world/nets.ts";
import { parseSelector } from "../../../src/selector/parse.ts";
import { hep, netset, wep, worldOf } from "../support.ts";

const WORLD = worldOf([
  wep(
    "w1",
    "192.168.1.10/32",
    { ipNetworks: ["192.168.1.10/32", "fd00::10/128"], ports: [{ name: "web", protocol: "TCP", port: 80 }] },
    { app: "web" },
  ),
  hep(
    "h",
    { node: "n2", expectedIPs: ["10.0.0.7"], ports: [{ name: "web", protocol: "TCP", port: 8080 }] },
    { app: "web" },
  ),
  hep("bare", {}, { app: "web" }),
  netset("any4", ["0.0.0.0/0"], { all: "4" }),
  netset("nested", ["10.0.0.0/8", "10.1.0.0/16", "fd00::/8"], { nested: "yes" }),
]);

const address = (text: string) => {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const ref = (text: string) => {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return { key: text, selector: parsed.selector };
};

describe("address sets", () => {
  const cases: [string, string, boolean][] = [
    ["app == 'web'", "192.168.1.10", true],
    ["app == 'web'", "fd00::10", true],
    ["app == 'web'", "10.0.0.7", true],
    ["app == 'web'", "10.0.0.8", false],
    ["app == 'db'", "10.0.0.7", false],
    ["all == '4'", "203.0.113.1", true],
    ["all == '4'", "fd00::1", false],
    ["has(nested)", "10.200.0.1", true],
    ["has(nested)", "fd12::1", true],
    ["has(nested)", "11.0.0.1", false],
    ["!all()", "10.0.0.7", false],
  ];
  test.each(cases)("%s holds %s: %s", (selector, text, expected) => {
    expect(inAddressSet(addressSet(WORLD, ref(selector)), address(text))).toBe(expected);
  });
  test("are resolved once", () => expect(addressSet(WORLD, ref("has(x)"))).toBe(addressSet(WORLD, ref("has(x)"))));
});

describe("named port sets", () => {
  const inSet = (text: string, port: number, name = "web", protocol = 6, within?: string) =>
    inNamedPortSet(
      namedPortSet(WORLD, name, protocol, within === undefined ? undefined : ref(within)),
      address(text),
      port,
    );
  test("hold address and port of each endpoint that carries the name", () => {
    expect(inSet("192.168.1.10", 80)).toBe(true);
    expect(inSet("fd00::10", 80)).toBe(true);
    expect(inSet("10.0.0.7", 8080)).toBe(true);
    expect(inSet("10.0.0.7", 80)).toBe(false);
    expect(inSet("192.168.1.10", 80, "web", 17)).toBe(false);
    expect(inSet("192.168.1.10", 80, "gone")).toBe(false);
  });
  test("within a selector", () => {
    expect(inSet("10.0.0.7", 8080, "web", 6, "has(app)")).toBe(true);
    expect(inSet("10.0.0.7", 8080, "web", 6, "has(gone)")).toBe(false);
  });
});

test("nets hold their bounds and nothing of another family", () => {
  const net = readNet("10.1.2.3/16");
  expect(net?.text).toBe("10.1.0.0/16");
  const holds = (text: string) => net !== undefined && netContains(net, address(text));
  expect(["10.1.0.0", "10.1.255.255"].map(holds)).toEqual([true, true]);
  expect(["10.0.255.255", "10.2.0.0", "::a01:203"].map(holds)).toEqual([false, false, false]);
  expect(readNet("10.1.2.3")?.text).toBe("10.1.2.3/32");
  expect(readNet("x")).toBeUndefined();
});

test("ranges of shown ports", () => {
  expect(parseRange("80:90")?.has(85)).toBe(true);
  expect(parseRange("80")?.has(81)).toBe(false);
  expect(parseRange("web")).toBeUndefined();
});
