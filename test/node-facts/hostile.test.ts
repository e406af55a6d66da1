import fc from "fast-check";
import { expect, test } from "vitest";
import { compileDnat, dnatHost } from "../../src/model/net/dnat.ts";
import { routeFor } from "../../src/model/net/route.ts";
import { readAddresses } from "../../src/node-facts/addresses.ts";
import { readNat } from "../../src/node-facts/nat.ts";
import { readRoutes } from "../../src/node-facts/routes.ts";
import { sized } from "../support/full.ts";

const WORDS = [
  "-A",
  "PREROUTING",
  "X",
  "Y",
  "-j",
  "-g",
  "DNAT",
  "REDIRECT",
  "RETURN",
  "ACCEPT",
  "--to-destination",
  "--to-ports",
  "!",
  "-d",
  "-s",
  "-p",
  "-i",
  "-m",
  "--dport",
  "--dports",
  "10.0.0.1/32",
  "[fd00::1]:80",
  "10.0.0.1:80-90",
  "tcp",
  "80,90:99",
  "statistic",
  "--probability",
  "0.5",
  "__proto__",
  '"',
  "\\",
  "--mode",
  "NaN",
  "[0:0]",
  "-1",
  "::",
  "10.0.0.1-10.0.0.9",
];
const line = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => `-A ${words.join(" ")}`);
const tables = fc
  .array(line, { maxLength: 12 })
  .map((lines) => ["*nat", ":X - [0:0]", ":Y - [0:0]", ...lines].join("\n"));
const field = fc.oneof(fc.constantFrom("default", "10.0.0.0/8", "fd00::/8", "eth0", "local", 100, -1), fc.jsonValue());
const entry = fc.dictionary(
  fc.constantFrom(
    "ifname",
    "addr_info",
    "local",
    "dst",
    "dev",
    "type",
    "table",
    "metric",
    "nexthops",
    "flags",
    "gateway",
  ),
  field,
);
const json = fc.oneof(fc.array(entry), fc.jsonValue()).map((value) => JSON.stringify(value));
const texts = fc.oneof(
  fc.string(),
  json,
  tables,
  json.map((text) => text.slice(0, -1)),
);

const source = { family: 4, value: 1n } as const;

function readAll(text: string): void {
  const { interfaces } = readAddresses(text, "file");
  const { routes } = readRoutes(text, "file");
  routeFor(routes, source);
  const { dnat, diagnostics } = readNat(text, "file");
  compileDnat(dnat)({ protocol: 6, src: source, dst: source, dstPort: 80, interface: "eth0" }, dnatHost(interfaces));
  for (const { message, span } of diagnostics) {
    expect(message).not.toContain("\n");
    expect(span?.start.line).toBeGreaterThan(0);
  }
}

test("any text gives an answer, never an exception", () => {
  fc.assert(fc.property(texts, readAll), { numRuns: sized(10_000, 1000), seed: 1 });
});

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
const DNAT = "-j DNAT --to-destination 10.9.9.9";

test("what the walk gave up on is unknown, not untranslated", () => {
  const chains = repeat(
    2_000,
    (i) => `-A C${i} -p tcp -j C${i + 1}\n-A C${i} -j C${i + 1}\n-A C${i} -s ${ip(i)} ${DNAT}`,
  );
  const { dnat, diagnostics } = readNat(nat(`-A PREROUTING -j C0\n${chains}`), "file");
  expect(dnat.at(-1)).toMatchObject({ protocol: "all", dst: "0.0.0.0/0", toIP: "UNKNOWN" });
  expect(diagnostics.at(-1)?.message).toMatch(/any packet: the nat table is too complex/);
});
