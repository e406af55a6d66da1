import "../support/work.ts";
import { expect, test } from "vitest";
import { compileDnat, dnatHost } from "../../src/model/net/dnat.ts";
import { routeFor } from "../../src/model/net/route.ts";
import { readAddresses } from "../../src/node-facts/addresses.ts";
import { readNat } from "../../src/node-facts/nat.ts";
import { readRoutes } from "../../src/node-facts/routes.ts";
import { sized } from "../support/full.ts";
import { workOf } from "../support/work.ts";

const source = { family: 4, value: 1n } as const;

function readAll(text: string): void {
  const { interfaces } = readAddresses(text, "file");
  const { routes } = readRoutes(text, "file");
  routeFor(routes, source);
  const { dnat } = readNat(text, "file");
  compileDnat(dnat)({ protocol: 6, src: source, dst: source, dstPort: 80, interface: "eth0" }, dnatHost(interfaces));
}

const repeat = (size: number, make: (i: number) => string): string => {
  const lines: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const text = make(i);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join("\n");
};
const nat = (body: string): string => `*nat\n:PREROUTING ACCEPT [0:0]\n${body}\nCOMMIT\n`;
const ip = (i: number): string => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
const MB = sized(1_000_000, 100_000);
const FEW = 3 * MB;
const DNAT = "-j DNAT --to-destination 10.9.9.9";

const HOSTILE: readonly (readonly [what: string, make: () => string])[] = [
  ["services", () => nat(repeat(10 * MB, (i) => `-A PREROUTING -d ${ip(i)}/32 -p tcp -m tcp --dport 80 ${DNAT}:80`))],
  [
    "returns before translations",
    () => nat(repeat(FEW, (i) => `-A PREROUTING -s ${ip(i)}/32 -p tcp ${i % 2 ? "-j RETURN" : DNAT}`)),
  ],
  [
    "marks before translations",
    () => nat(repeat(FEW, (i) => `-A PREROUTING -s ${ip(i)}/32 -m mark --mark 1 ${i % 2 ? "-j RETURN" : DNAT}`)),
  ],
  [
    "accepts within exceptions",
    () => nat(repeat(FEW, (i) => `-A PREROUTING ! -s ${ip(i)}/32 ${i % 2 ? "-j ACCEPT" : DNAT}`)),
  ],
  [
    "chains that call the next twice",
    () =>
      nat(
        `-A PREROUTING -j C0\n${repeat(MB, (i) => `-A C${i} -p tcp -j C${i + 1}\n-A C${i} -j C${i + 1}\n-A C${i} -s ${ip(i)} ${DNAT}`)}`,
      ),
  ],
  [
    "choices by chance",
    () =>
      nat(
        repeat(
          FEW,
          (i) => `-A PREROUTING -m statistic --mode random --probability 0.5 -j DNAT --to-destination ${ip(i)}`,
        ),
      ),
  ],
  ["one long rule", () => nat(`-A PREROUTING ${repeat(FEW, (i) => `! -s ${ip(i)}`).replaceAll("\n", " ")} ${DNAT}`)],
  [
    "a long unknown condition met often",
    () => nat(`-A PREROUTING -j X\n-A PREROUTING -j X\n:X - [0:0]\n-A X -m foo --foo ${"x".repeat(FEW)} ${DNAT}`),
  ],
  ["quotes", () => nat(`-A PREROUTING ${'"'.repeat(FEW + 1)}`)],
  ["deep JSON", () => "[".repeat(FEW)],
  [
    "many routes",
    () => JSON.stringify(Array.from({ length: MB / 10 }, (_, i) => ({ dst: ip(i), dev: "eth0", metric: 1 }))),
  ],
  ["many equal addresses", () => `[{"ifname":"eth0","addr_info":[${repeat(FEW, (i) => `{"local":"${ip(i)}"},`)}{}]}]`],
];

/** The most that a tenth of these texts takes is 29 million blocks, where the walk of the chains gives up. */
test.each(HOSTILE)("%s: work in proportion to the length, or bounded", async (_what, make) => {
  const text = make();
  expect(await workOf(() => readAll(text))).toBeLessThan(Math.max(50_000_000, 200 * text.length));
});
