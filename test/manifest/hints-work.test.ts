import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { offsetOf, read } from "./read.ts";

/** A kind, a `spec` with one mistake in block YAML, and the code of its finding. */
type Row = readonly [kind: string, spec: string, code: string];

const gnp = (rule: string): string => `ingress:\n- ${rule}`;
const tcp = (ports: string): string => gnp(`{action: Allow, protocol: TCP, destination: {ports: ${ports}}}`);

/** Every row's finding has a hint that says what to write in place of what it points at. */
const ROWS: readonly Row[] = [
  ["GlobalNetworkPolicy", "selector: role = 'web'", "selector.syntax"],
  ["GlobalNetworkPolicy", "selector: role == web", "selector.syntax"],
  ["GlobalNetworkPolicy", "selector: all", "selector.syntax"],
  ["GlobalNetworkPolicy", "selector: has(role", "selector.syntax"],
  ["GlobalNetworkPolicy", "selector: role in ['a']", "selector.syntax"],
  ["GlobalNetworkPolicy", "selector: role in (a, b)", "selector.syntax"],
  ["GlobalNetworkPolicy", "selector: a == 'b' and c == 'd'", "selector.syntax"],
  ["GlobalNetworkPolicy", "selectr: all()", "field.unknown"],
  ["GlobalNetworkPolicy", "Selector: all()", "field.case"],
  ["GlobalNetworkPolicy", "types: [ingress]", "field.enum"],
  ["GlobalNetworkPolicy", "types: [inbound]", "field.enum"],
  ["GlobalNetworkPolicy", gnp("{action: allow}"), "field.enum"],
  ["GlobalNetworkPolicy", gnp("{action: Accept}"), "field.enum"],
  ["GlobalNetworkPolicy", gnp("{action: DROP}"), "field.enum"],
  ["GlobalNetworkPolicy", gnp("{action: Allow, protocl: TCP}"), "field.unknown"],
  ["GlobalNetworkPolicy", gnp("{action: Allow, protocol: TPC}"), "protocol.unknown"],
  ["GlobalNetworkPolicy", gnp("{action: Allow, source: {nets: 10.0.0.0/8}}"), "field.type"],
  ["GlobalNetworkPolicy", tcp("80"), "field.type"],
  ["GlobalNetworkPolicy", tcp("[80-90]"), "port.syntax"],
  ["GlobalNetworkPolicy", tcp('["90:80"]'), "port.range"],
  ["HostEndpoint", "node: n1\ninterfaceNam: eth0", "field.unknown"],
  ["HostEndpoint", "node: n1\ninterfaceName: eth0\nexpectedIPs: 10.0.0.1", "field.type"],
  ["HostEndpoint", "node: n1\nexpectedIP: [10.0.0.1]", "field.unknown"],
  ["FelixConfiguration", "reportingInterval: 5", "field.type"],
  ["FelixConfiguration", "reportingInterval: 5 sec", "field.duration"],
  ["FelixConfiguration", "failsafeInboundHostPorts: ['tcp:22']", "field.type"],
  ["FelixConfiguration", "failsafeInboundHostPorts: [none]", "field.type"],
  ["FelixConfiguration", "failsafeInboundHostPorts:", "field.empty"],
  ["FelixConfiguration", "failsafeInboundHostPorts: none", "field.type"],
  ["FelixConfiguration", "logSeverityScreen: warn", "field.enum"],
  ["FelixConfiguration", 'bpfEnabled: "true"', "field.type"],
  ["IPPool", "cidr: 10.1.0.1/16", "net.masked"],
  ["IPPool", "cidr: 10.1.0.0/16\nipipMode: always", "field.enum"],
  ["BGPPeer", "peerIP: 10.0.0.1\nasNumber: 64512.5", "as-number.invalid"],
];

const manifest = (kind: string, spec: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: {name: ${kind === "FelixConfiguration" ? "default" : "a"}}\nspec:\n${spec.replace(/^/gm, "  ")}\n`;

/** The text as its hint says to write it. */
function mended(text: string, { span, help = "", code }: Diagnostic): string {
  const from = offsetOf(text, span);
  const to = span === undefined ? from : offsetOf(text, { ...span, start: span.end });
  const written = text.slice(from, to);
  const word = /^(?:did you mean|write|write it with its unit:|quote it:)[^`]*`([^`]+)`/.exec(help)?.[1];
  if (help === "remove the quotes") return text.slice(0, from) + written.replace(/^["']|["']$/g, "") + text.slice(to);
  if (help.startsWith("an empty list, `[]`")) return text.replace(/(failsafe\w+:) .*/, "$1 []");
  if (word === undefined) throw new Error(`no hint to follow: ${code}: ${help}`);
  if (code === "field.empty") return text.replace(/:\n$/, `: ${word}\n`);
  if (code === "selector.syntax") return text.replace(/selector: .*/, `selector: ${word}`);
  return text.slice(0, from) + word + text.slice(to);
}

test.each(ROWS)("%s %j", (kind, spec, code) => {
  const text = manifest(kind, spec);
  const found = read(text, "validate", "v3.32").diagnostics;
  expect(found.map((one) => one.code)).toEqual([code]);
  const [first] = found;
  const after = first === undefined ? text : mended(text, first);
  expect(read(after, "validate", "v3.32").diagnostics).toEqual([]);
});
