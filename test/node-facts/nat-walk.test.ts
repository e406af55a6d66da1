import fc from "fast-check";
import { expect, test } from "vitest";
import { cidrContains, parseAddress, parseNet } from "../../src/model/net/address.ts";
import { compileDnat, type DnatPacket, dnatHost } from "../../src/model/net/dnat.ts";
import { readNat } from "../../src/node-facts/nat.ts";

/** A condition of a rule as text, and what it says of a packet; by chance or from elsewhere: both may be. */
interface Condition {
  readonly text: string;
  readonly holds: (packet: DnatPacket) => boolean | "either";
}
interface Rule {
  readonly conditions: readonly Condition[];
  readonly target: string;
}
/** The chains in order, PREROUTING first; a jump goes only to a later one. */
type Table = readonly (readonly Rule[])[];

const address = (text: string) => parseAddress(text) ?? expect.unreachable(text);
const HOST = dnatHost({ eth0: ["10.0.0.1"], eth1: ["10.0.1.1"] });

const inNet = (net: string, field: "src" | "dst") => (packet: DnatPacket) => {
  const cidr = parseNet(net);
  return cidr !== undefined && cidrContains(cidr, packet[field]);
};
const port = (packet: DnatPacket, from: number, to: number) =>
  packet.dstPort !== undefined && from <= packet.dstPort && packet.dstPort <= to;
const CONDITIONS: readonly Condition[] = [
  ...["10.0.0.0/24", "10.0.0.1/32", "10.0.1.0/24", "10.0.0.0/8"].map((net) => ({
    text: `-d ${net}`,
    holds: inNet(net, "dst"),
  })),
  ...["10.0.0.0/24", "192.0.2.0/24"].map((net) => ({ text: `-s ${net}`, holds: inNet(net, "src") })),
  { text: "-p tcp", holds: ({ protocol }) => protocol === 6 },
  { text: "-p udp", holds: ({ protocol }) => protocol === 17 },
  { text: "--dport 80", holds: (packet) => port(packet, 80, 80) },
  { text: "--dport 70:80", holds: (packet) => port(packet, 70, 80) },
  { text: "--dports 80,443", holds: (packet) => port(packet, 80, 80) || port(packet, 443, 443) },
  { text: "-i eth0", holds: (packet) => packet.interface === "eth0" },
  { text: "-i eth+", holds: (packet) => packet.interface?.startsWith("eth") ?? false },
  { text: "--dst-type LOCAL", holds: ({ dst }) => HOST.isLocal(dst) ?? "either" },
];
const UNSURE: readonly Condition[] = [
  { text: "-m statistic --mode random --probability 0.5", holds: () => "either" },
  { text: "-m mark --mark 0x1", holds: () => "either" },
];

const sure = fc
  .tuple(fc.constantFrom(...CONDITIONS), fc.boolean())
  .map(
    ([{ text, holds }, negated]): Condition =>
      negated ? { text: `! ${text}`, holds: (packet) => not(holds(packet)) } : { text, holds },
  );
const not = (answer: boolean | "either") => (answer === "either" ? answer : !answer);

function tables(conditions: fc.Arbitrary<Condition>): fc.Arbitrary<Table> {
  const rule = (chain: number): fc.Arbitrary<Rule> => {
    const jumps = [1, 2, 3]
      .filter((later) => later > chain)
      .flatMap((later) => [`-j C${later}`, `-j C${later}`, `-g C${later}`]);
    const targets = ["DNAT", "DNAT", "-j RETURN", "-j ACCEPT", "-j MARK --set-mark 1", ...jumps];
    return fc.record({ conditions: fc.array(conditions, { maxLength: 2 }), target: fc.constantFrom(...targets) });
  };
  return fc.tuple(...[0, 1, 2, 3].map((chain) => fc.array(rule(chain), { maxLength: 5 })));
}

const chainName = (chain: number): string => (chain === 0 ? "PREROUTING" : `C${chain}`);
/** Every DNAT of a table has a target of its own, so that an answer shows which rule it was. */
const targetOf = (chain: number, index: number): string => `172.16.${chain}.${index}`;

function textOf(table: Table): string {
  const lines = table.flatMap((rules, chain) => [
    `:${chainName(chain)} - [0:0]`,
    ...rules.map(({ conditions, target }, index) => {
      const verb = target === "DNAT" ? `-j DNAT --to-destination ${targetOf(chain, index)}` : target;
      return `-A ${chainName(chain)} ${conditions.map(({ text }) => `${text} `).join("")}${verb}`;
    }),
  ]);
  return ["*nat", ...lines, "COMMIT"].join("\n");
}

/** What can become of the packet, walked rule by rule as the kernel does: target addresses, or `none`. */
function kernel(table: Table, packet: DnatPacket): ReadonlySet<string> {
  const ends = new Set<string>();
  const step = (stack: readonly (readonly [chain: number, index: number])[]): void => {
    const [[chain, index] = [0, 0], ...callers] = stack;
    const rule = table[chain]?.[index];
    if (rule === undefined) {
      if (callers.length === 0) ends.add("none");
      else step(callers);
      return;
    }
    const holding = rule.conditions.map(({ holds }) => holds(packet));
    const next = [[chain, index + 1] as const, ...callers];
    if (holding.includes(false) || holding.includes("either")) step(next);
    if (holding.includes(false)) return;
    const jump = /^-([jg]) C(\d)$/.exec(rule.target);
    if (rule.target === "DNAT") ends.add(targetOf(chain, index));
    else if (jump) step([[Number(jump[2]), 0], ...(jump[1] === "j" ? next : callers)]);
    else if (rule.target === "-j ACCEPT") ends.add("none");
    else if (rule.target !== "-j RETURN") step(next);
    else if (callers.length === 0) ends.add("none");
    else step(callers);
  };
  step([[0, 0]]);
  return ends;
}

const packets: fc.Arbitrary<DnatPacket> = fc.record({
  protocol: fc.constantFrom(6, 17),
  src: fc.constantFrom("10.0.0.7", "192.0.2.7", "198.51.100.7").map(address),
  dst: fc.constantFrom("10.0.0.1", "10.0.0.9", "10.0.1.1", "10.0.2.2", "203.0.113.1").map(address),
  dstPort: fc.constantFrom(75, 80, 443, 8080),
  interface: fc.constantFrom("eth0", "eth1", "caliw1"),
});

/** The answer of the rules read from the table's text: every target it allows, or `unknown`. */
function answered(table: Table, packet: DnatPacket): readonly string[] | "unknown" {
  const answer = compileDnat(readNat(textOf(table), "nat.txt").dnat)(packet, HOST);
  if (answer.kind === "unknown") return "unknown";
  if (answer.kind === "none") return ["none"];
  return (answer.rule.alternatives ?? [answer]).map(({ toIP }) => toIP).sort();
}

test("without chance the answer is the kernel's", () => {
  const property = fc.property(tables(sure), fc.array(packets, { minLength: 1, maxLength: 8 }), (table, all) => {
    for (const packet of all) expect(answered(table, packet)).toEqual([...kernel(table, packet)]);
  });
  fc.assert(property, { numRuns: 3000, seed: 1 });
});

test("with chance it is all that the kernel may do, or unknown", () => {
  const condition = fc.oneof({ weight: 3, arbitrary: sure }, { weight: 1, arbitrary: fc.constantFrom(...UNSURE) });
  const property = fc.property(tables(condition), fc.array(packets, { minLength: 1, maxLength: 8 }), (table, all) => {
    for (const packet of all) {
      const answer = answered(table, packet);
      if (answer === "unknown") continue;
      for (const end of kernel(table, packet)) expect(answer).toContain(end);
    }
  });
  fc.assert(property, { numRuns: 3000, seed: 1 });
});
