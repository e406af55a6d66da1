import { formatPort, type Port } from "../../model/net/port.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type { Side } from "../outcome.ts";
import type { CompiledRule, CompiledSide, IcmpClause, Net } from "../world/compiled.ts";

/** What a rule asks of a packet, one phrase a criterion; empty when it matches everything. */
export function ruleWords(rule: CompiledRule): string[] {
  const words: string[] = [];
  if (rule.ipVersion !== undefined) words.push(`IPv${rule.ipVersion}`);
  if (rule.protocol !== undefined) words.push(`protocol ${protocolName(rule.protocol)}`);
  if (rule.notProtocol !== undefined) words.push(`protocol not ${protocolName(rule.notProtocol)}`);
  if (rule.icmp) words.push(`ICMP ${icmpWords(rule.icmp)}`);
  if (rule.notIcmp) words.push(`not ICMP ${icmpWords(rule.notIcmp)}`);
  return [...words, ...sideWords("source", rule.source), ...sideWords("destination", rule.destination)];
}

function icmpWords({ type, code }: IcmpClause): string {
  return `type ${type ?? "any"}${code === undefined ? "" : ` code ${code}`}`;
}

function sideWords(side: Side, clause: CompiledSide): string[] {
  const words: string[] = [];
  if (clause.nets.length > 0) words.push(`${side} in ${netList(clause.nets)}`);
  if (clause.notNets.length > 0) words.push(`${side} outside ${netList(clause.notNets)}`);
  if (clause.set) words.push(`${side} in selector ${clause.set.key}`);
  if (clause.notSet) words.push(`${side} not in selector ${clause.notSet.key}`);
  if (clause.service !== undefined) words.push(`${side} of service ${clause.service}`);
  if (clause.ports.length > 0) words.push(`${side} port ${portList(clause.ports)}`);
  if (clause.notPorts.length > 0) words.push(`${side} port not ${portList(clause.notPorts)}`);
  return words;
}

const netList = (nets: readonly Net[]): string => nets.map((net) => net.text).join(", ");
const portList = (ports: readonly Port[]): string => ports.map(formatPort).join(", ");
