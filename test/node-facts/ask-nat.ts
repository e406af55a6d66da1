import { expect, test } from "vitest";
import { parseAddress } from "../../src/model/net/address.ts";
import { compileDnat, type DnatAnswer, dnatHost } from "../../src/model/net/dnat.ts";
import { protocolNumber } from "../../src/model/net/protocol.ts";
import { readNat } from "../../src/node-facts/nat.ts";

/** The node that the packets of these tests meet. */
const HOST = dnatHost({ eth0: ["10.0.0.1", "fd00::1"], docker0: ["172.17.0.1"] });

/** `INTERFACE PROTOCOL SOURCE DESTINATION [PORT]` -> what DNAT makes of it, in short; `process` as the interface: sent by the node. */
function ask(text: string, packet: string): string {
  const [name = "", protocol = "", src = "", dst = "", port] = packet.split(" ");
  const [from, to] = [parseAddress(src), parseAddress(dst)];
  if (!from || !to) throw new Error(`bad packet ${packet}`);
  const { dnat, outputDnat } = readNat(text, "nat.txt");
  const isOutput = name === "process";
  const answer = compileDnat(isOutput ? outputDnat : dnat)(
    {
      protocol: protocolNumber(protocol) ?? 0,
      src: from,
      dst: to,
      interface: isOutput ? "" : name,
      ...(port === undefined ? {} : { dstPort: Number(port) }),
    },
    HOST,
  );
  return short(answer);
}

function short(answer: DnatAnswer): string {
  if (answer.kind === "none") return "none";
  if (answer.kind === "unknown") return `unknown: ${answer.why}`;
  const all = answer.rule.alternatives ?? [answer];
  return all.map(({ toIP, toPort }) => (toPort === undefined ? toIP : `${toIP} ${toPort}`)).join(" | ");
}

/** A nat table of these lines; a chain is declared by being named in one. */
export function nat(...lines: readonly string[]): string {
  return ["*nat", ":PREROUTING ACCEPT [0:0]", ...lines, "COMMIT", ""].join("\n");
}

/** Runs a table of packets. */
export const check = (
  cases: readonly (readonly [what: string, text: string, packet: string, answer: string])[],
): void => {
  test.each(cases)("%s", (_what, text, packet, answer) => expect(ask(text, packet)).toBe(answer));
};
