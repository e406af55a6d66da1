import { describe, expect, test } from "vitest";
import { parseNet } from "../../../../src/model/net/address.ts";
import { firstNumber, lastNumber, readNet } from "../../../../src/policy/world/nets.ts";
import { hep, netset, profile, worldOf } from "../../support.ts";

type Labels = Record<string, string>;

describe("labels of members are kept once", () => {
  test.each<[what: string, one: Labels, other: Labels, same: boolean]>([
    ["equal ones", { a: "x", b: "y" }, { a: "x", b: "y" }, true],
    ["none", {}, {}, true],
    ["another value", { a: "x" }, { a: "y" }, false],
    ["one more", { a: "x" }, { a: "x", b: "y" }, false],
    ["names and values that run together alike", { a: "1:b" }, { "a1:": "b" }, false],
    ["names and values that hold lengths", { a: "x1:b1:y" }, { a: "x", b: "y" }, false],
  ])("%s", (_, one, other, same) => {
    const { members } = worldOf([hep("h1", {}, one), hep("h2", {}, other)]);
    const [first, second] = members.map(({ labels }) => labels);
    expect(first).toEqual(new Map(Object.entries(one)));
    expect(second).toEqual(new Map(Object.entries(other)));
    expect(first === second).toBe(same);
  });

  test("inherited labels count, and endpoints and network sets may share", () => {
    const inherited = profile("p", { labelsToApply: { a: "x" } });
    const { members } = worldOf([
      inherited,
      hep("h1", { profiles: ["p"] }, {}),
      hep("h2", {}, {}),
      netset("s", ["10.0.0.0/8"], { a: "x" }),
    ]);
    const [h1, h2, set] = members.map(({ labels }) => labels);
    expect(h1).toEqual(new Map([["a", "x"]]));
    expect(h2).toEqual(new Map());
    expect(set === h1).toBe(true);
  });
});

describe("networks", () => {
  test.each<[text: string, canonical: string, first: bigint, last: bigint]>([
    ["10.0.0.1", "10.0.0.1/32", 0x0a000001n, 0x0a000001n],
    ["10.0.0.1/32", "10.0.0.1/32", 0x0a000001n, 0x0a000001n],
    ["10.0.0.1/8", "10.0.0.0/8", 0x0a000000n, 0x0affffffn],
    ["10.0.0.0/8", "10.0.0.0/8", 0x0a000000n, 0x0affffffn],
    ["10.0.0.0/08", "10.0.0.0/8", 0x0a000000n, 0x0affffffn],
    ["10.0.0.1/00032", "10.0.0.1/32", 0x0a000001n, 0x0a000001n],
    ["0.0.0.0/0", "0.0.0.0/0", 0n, 0xffffffffn],
    ["10.0.0.1/0", "0.0.0.0/0", 0n, 0xffffffffn],
    ["128.0.0.0/1", "128.0.0.0/1", 0x80000000n, 0xffffffffn],
    ["192.168.1.1/31", "192.168.1.0/31", 0xc0a80100n, 0xc0a80101n],
    ["255.255.255.255", "255.255.255.255/32", 0xffffffffn, 0xffffffffn],
    ["::ffff:10.0.0.0/104", "10.0.0.0/8", 0x0a000000n, 0x0affffffn],
    ["FD00:0::1", "fd00::1/128", (0xfd00n << 112n) + 1n, (0xfd00n << 112n) + 1n],
    ["fd00::1/112", "fd00::/112", 0xfd00n << 112n, (0xfd00n << 112n) + 0xffffn],
  ])("%s is %s", (text, canonical, first, last) => {
    const net = readNet(text);
    expect(net).toMatchObject({ text: canonical, first, last, cidr: parseNet(text) });
    expect(net?.family === 4 ? [firstNumber(net), lastNumber(net)] : []).toEqual(
      net?.family === 4 ? [Number(first), Number(last)] : [],
    );
  });

  test.each([
    "",
    "/",
    "/8",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/8/8",
    "10.0.0/8",
    "10.0.0.0.0",
    "01.0.0.0/8",
    "10.0.0.0/-1",
    "256.0.0.0",
  ])("%j is none", (text) => expect(readNet(text)).toBeUndefined());
});
