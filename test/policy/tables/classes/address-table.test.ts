import { expect, test } from "vitest";
import { parseAddress } from "../../../../src/model/net/address.ts";
import {
  addressTable6,
  classIntervals,
  lastUpTo,
  MemberNets,
} from "../../../../src/policy/tables/classes/address-table.ts";
import { firstNumber, lastNumber, readNet } from "../../../../src/policy/world/nets.ts";

/** Builds a table whose classes are named by the groups around and at each network. */
function table(family: 4 | 6, entries: Readonly<Record<string, readonly number[]>>) {
  const names = ["none"];
  const nets4 = new MemberNets<number>();
  const nets6 = new MemberNets<bigint>();
  for (const [text, groups] of Object.entries(entries)) {
    const net = readNet(text);
    for (const group of net ? groups : []) {
      if (net?.family === 4) nets4.add(firstNumber(net), lastNumber(net) + 1, group);
      else if (net) nets6.add(net.first, net.last + 1n, group);
    }
  }
  const addClass = (parent: number, groups: readonly number[]) => {
    const name = parent === 0 ? groups.join() : `${names[parent]}/${groups.join()}`;
    return names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
  };
  const addressIn = (text: string) => parseAddress(text)?.value ?? 0n;
  if (family === 6) {
    const lookup = addressTable6(nets6, addClass);
    return (text: string) => names[lookup(addressIn(text))];
  }
  const { starts, classes } = classIntervals(nets4, 0, addClass);
  return (text: string) => names[classes[lastUpTo(starts, Number(addressIn(text)))] ?? -1];
}

const V4 = {
  "10.0.0.0/8": [1],
  "10.1.0.0/16": [2, 3, 2],
  "10.1.0.7": [1, 4],
  "10.255.255.255": [5],
  "255.255.255.0/24": [6],
  "0.0.0.0": [7],
};
const V6 = { "fd00::/16": [1], "fd00:1::/32": [2], "fd00:1::7": [3], "::1": [4], "ffff::/16": [5] };

test.each([
  { family: 4, address: "10.0.0.1", name: "1" },
  { family: 4, address: "10.1.0.1", name: "1/2,3" },
  { family: 4, address: "10.1.0.7", name: "1/2,3/1,4" },
  { family: 4, address: "10.2.0.0", name: "1" },
  { family: 4, address: "10.255.255.255", name: "1/5" },
  { family: 4, address: "11.0.0.0", name: "none" },
  { family: 4, address: "9.255.255.255", name: "none" },
  { family: 4, address: "255.255.255.255", name: "6" },
  { family: 4, address: "0.0.0.0", name: "7" },
  { family: 4, address: "0.0.0.1", name: "none" },
  { family: 6, address: "fd00::1", name: "1" },
  { family: 6, address: "fd00:1::8", name: "1/2" },
  { family: 6, address: "fd00:1::7", name: "1/2/3" },
  { family: 6, address: "fd00:2::", name: "1" },
  { family: 6, address: "fd01::", name: "none" },
  { family: 6, address: "::1", name: "4" },
  { family: 6, address: "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", name: "5" },
] as const)("$address is in $name", ({ family, address, name }) => {
  expect(table(family, family === 4 ? V4 : V6)(address)).toBe(name);
});

test("a table without networks holds nothing", () => {
  expect(table(4, {})("10.0.0.1")).toBe("none");
  expect(table(6, {})("fd00::1")).toBe("none");
});

test.each([
  { places: [], value: 3n, at: -1 },
  { places: [4n], value: 3n, at: -1 },
  { places: [1n, 3n, 9n], value: 3n, at: 1 },
  { places: [1n, 3n, 9n], value: 10n, at: 2 },
  { places: [1, 3, 9], value: 3, at: 1 },
])("the last of $places up to $value", ({ places, value, at }) => {
  expect(lastUpTo<number | bigint>(places, value)).toBe(at);
});
