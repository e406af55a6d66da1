import { formatPort, type Port } from "../../model/net/port.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type { Side } from "../outcome.ts";
import type { CompiledRule, CompiledSide, IcmpClause, Net } from "../world/compiled.ts";

/** The criteria of a rule, one phrase each; empty when it matches everything. */
export function ruleText(rule: CompiledRule): string[] {
  const phrases: string[] = [];
  if (rule.ipVersion !== undefined) phrases.push(`IPv${rule.ipVersion}`);
  if (rule.protocol !== undefined) phrases.push(`protocol ${protocolName(rule.protocol)}`);
  if (rule.notProtocol !== undefined) phrases.push(`protocol not ${protocolName(rule.notProtocol)}`);
  if (rule.icmp) phrases.push(`ICMP ${icmpText(rule.icmp)}`);
  if (rule.notIcmp) phrases.push(`not ICMP ${icmpText(rule.notIcmp)}`);
  return [...phrases, ...sideText("source", rule.source), ...sideText("destination", rule.destination)];
}

function icmpText({ type, code }: IcmpClause): string {
  return `type ${type ?? "any"}${code === undefined ? "" : ` code ${code}`}`;
}

function sideText(side: Side, clause: CompiledSide): string[] {
  const phrases: string[] = [];
  if (clause.nets.length > 0) phrases.push(`${side} in ${netList(clause.nets)}`);
  if (clause.notNets.length > 0) phrases.push(`${side} outside ${netList(clause.notNets)}`);
  if (clause.set) phrases.push(`${side} in selector ${clause.set.key}`);
  if (clause.notSet) phrases.push(`${side} not in selector ${clause.notSet.key}`);
  if (clause.service !== undefined) phrases.push(`${side} of service ${clause.service}`);
  if (clause.ports.length > 0) phrases.push(`${side} port ${portList(clause.ports)}`);
  if (clause.notPorts.length > 0) phrases.push(`${side} port not ${portList(clause.notPorts)}`);
  return phrases;
}

const netList = (nets: readonly Net[]): string => nets.map((net) => net.text).join(", ");
const portList = (ports: readonly Port[]): string => ports.map(formatPort).join(", ");
