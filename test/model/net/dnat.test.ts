import { expect, test } from "vitest";
import type { DnatRule, NodeFacts } from "../../../src/model/flow.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { compileDnat, type DnatPacket, dnatHost } from "../../../src/model/net/dnat.ts";

const address = (text: string) => parseAddress(text) ?? expect.unreachable(text);
const packet: DnatPacket = {
  protocol: 6,
  src: address("10.0.0.2"),
  dst: address("10.0.0.1"),
  dstPort: 80,
  interface: "eth0",
};
const rule = (more: Partial<DnatRule> = {}): DnatRule => ({
  protocol: "TCP",
  dst: "10.0.0.1",
  port: 80,
  toIP: "10.9.9.9",
  ...more,
});
const KNOWN = { eth0: ["fd00::1", "10.0.0.1"] };
const { interface: _, ...fromNowhere } = packet;

interface Case {
  readonly what: string;
  readonly rules: readonly DnatRule[];
  readonly packet?: DnatPacket;
  readonly interfaces?: NodeFacts["interfaces"];
  /** The new destination, `none`, or why it is not known. */
  readonly answer: string;
}

const CASES: readonly Case[] = [
  { what: "all fields match", rules: [rule()], answer: "10.9.9.9" },
  { what: "a new port", rules: [rule({ toPort: 81 })], answer: "10.9.9.9 81" },
  { what: "the first match wins", rules: [rule({ port: 81 }), rule(), rule({ toIP: "10.9.9.8" })], answer: "10.9.9.9" },
  { what: "another protocol", rules: [rule({ protocol: 17 })], answer: "none" },
  { what: "every protocol", rules: [rule({ protocol: "all" })], answer: "10.9.9.9" },
  { what: "an invalid protocol", rules: [rule({ protocol: "tcpp" })], answer: "none" },
  { what: "another address", rules: [rule({ dst: "10.0.0.9" })], answer: "none" },
  { what: "a network", rules: [rule({ dst: "10.0.0.0/24" })], answer: "10.9.9.9" },
  { what: "an invalid address", rules: [rule({ dst: "here" })], answer: "none" },
  { what: "a range of ports", rules: [rule({ port: 70, portTo: 80 })], answer: "10.9.9.9" },
  {
    what: "a packet without ports",
    rules: [rule()],
    packet: { ...fromNowhere, protocol: 6, dstPort: 81 },
    answer: "none",
  },
  { what: "a source", rules: [rule({ srcIP: "10.0.0.3" })], answer: "none" },
  { what: "the other family", rules: [rule({ toIP: "fd00::9", dst: "LOCAL" })], answer: "none" },
  { what: "an interface", rules: [rule({ interface: "eth0" })], answer: "10.9.9.9" },
  { what: "interfaces by prefix", rules: [rule({ interface: "cali+" })], answer: "none" },
  {
    what: "an interface that is not known",
    rules: [rule({ interface: "eth0" })],
    packet: fromNowhere,
    answer: "unknown: the incoming interface is unknown",
  },
  { what: "an exception", rules: [rule({ except: [{ srcIP: "10.0.0.0/24" }] })], answer: "none" },
  {
    what: "an exception of others",
    rules: [rule({ except: [{ srcIP: "10.0.0.0/24", port: 81 }] })],
    answer: "10.9.9.9",
  },
  {
    what: "an exception from an exception",
    rules: [rule({ except: [{ except: [{ port: 80 }] }] })],
    answer: "10.9.9.9",
  },
  { what: "an address of the node", rules: [rule({ dst: "LOCAL" })], answer: "10.9.9.9" },
  {
    what: "a loopback address",
    rules: [rule({ dst: "LOCAL" })],
    packet: { ...packet, dst: address("127.0.0.9") },
    answer: "10.9.9.9",
  },
  { what: "no address of the node", rules: [rule({ dst: "LOCAL" })], interfaces: { eth0: [] }, answer: "none" },
  {
    what: "addresses not known",
    rules: [rule({ dst: "LOCAL" })],
    interfaces: undefined,
    answer: "unknown: the node's addresses are unknown",
  },
  {
    what: "addresses not known, where another field decides",
    rules: [rule({ dst: "LOCAL", port: 81 })],
    interfaces: undefined,
    answer: "none",
  },
  {
    what: "an exception that is not known",
    rules: [rule({ except: [{ dst: "LOCAL" }] })],
    interfaces: undefined,
    answer: "unknown: the node's addresses are unknown",
  },
  { what: "the incoming interface's address", rules: [rule({ toIP: "INTERFACE", toPort: 81 })], answer: "10.0.0.1 81" },
  {
    what: "the incoming interface's address, not known",
    rules: [rule({ toIP: "INTERFACE" })],
    interfaces: undefined,
    answer: "unknown: the address of eth0 is unknown",
  },
  { what: "a family said", rules: [rule({ toIP: "INTERFACE", ipVersion: 6 })], answer: "none" },
  { what: "an uncertain rule", rules: [rule({ uncertain: "a mark" }), rule()], answer: "unknown: a mark" },
];

test.each(CASES)("$what", (given) => {
  const host = dnatHost("interfaces" in given ? given.interfaces : KNOWN);
  const answer = compileDnat(given.rules)(given.packet ?? packet, host);
  const port = answer.kind === "translated" && answer.toPort !== undefined ? ` ${answer.toPort}` : "";
  const text = {
    none: () => "none",
    translated: () => `${"toIP" in answer && answer.toIP}${port}`,
    unknown: () => `unknown: ${"why" in answer && answer.why}`,
  };
  expect(text[answer.kind]()).toBe(given.answer);
});
