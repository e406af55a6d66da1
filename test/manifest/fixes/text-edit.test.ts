import { expect, test } from "vitest";
import { applyEdits } from "../../../src/manifest/fixes/apply-edits.ts";
import { read } from "../read.ts";

const HEAD = "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\n";
const FELIX = "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\n";
const GNP = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\n";

/** A text, and what its fixes make of it; `undefined` where a finding has none. */
const ROWS: Readonly<Record<string, readonly [text: string, after: string | undefined]>> = {
  "a field in a block": [
    `${HEAD}metadata: {name: h}\nspec:\n  nod: n1 # here\n  interfaceName: eth0\n`,
    `${HEAD}metadata: {name: h}\nspec:\n  node: n1 # here\n  interfaceName: eth0\n`,
  ],
  "a field in quotes": [
    `${HEAD}metadata: {name: h}\nspec: {"nod": "n1", interfaceName: eth0}\n`,
    `${HEAD}metadata: {name: h}\nspec: {"node": "n1", interfaceName: eth0}\n`,
  ],
  "a misspelt field beside the right one": [
    `${HEAD}metadata: {name: h}\nspec: {node: n1, nod: n2, interfaceName: eth0}\n`,
    undefined,
  ],
  "a misspelt list with one item alone": [
    `${GNP}spec:\n  "typs" : Ingress # one\n`,
    `${GNP}spec:\n  "types" : [Ingress] # one\n`,
  ],
  "a misspelt list of objects with a text": [`${GNP}spec: {selector: all(), ingres: x}\n`, undefined],
  "a misspelt text with a list": [`${GNP}spec: {selectr: [all()]}\n`, undefined],
  "a field in another case": [
    `${GNP}spec:\n  Selector: all() # all\n  Types: [ingress]\n`,
    `${GNP}spec:\n  selector: all() # all\n  types: [Ingress]\n`,
  ],
  "a line that is left out, but for its comment": [
    `${HEAD}metadata:\n  name: h\n  namespace: x # why\nspec: {node: n1, interfaceName: eth0}\n`,
    `${HEAD}metadata:\n  name: h\n  # why\nspec: {node: n1, interfaceName: eth0}\n`,
  ],
  "a field without a value in a block": [
    `${FELIX}spec:\n  failsafeInboundHostPorts: # none\n  logPrefix: x\n`,
    `${FELIX}spec:\n  # none\n  logPrefix: x\n`,
  ],
  "a field without a value in braces": [
    `${FELIX}spec: {logPrefix: x, failsafeInboundHostPorts: }\n`,
    `${FELIX}spec: {logPrefix: x }\n`,
  ],
  "a field that is null": [
    `${FELIX}spec:\n  failsafeInboundHostPorts: null\n  logPrefix: x\n`,
    `${FELIX}spec:\n  logPrefix: x\n`,
  ],
  "a list of a number that no float has": [
    `${HEAD}metadata: {name: h}\nspec: {node: n1, interfaceName: eth0, profiles: 123456789012345678901}\n`,
    `${HEAD}metadata: {name: h}\nspec: {node: n1, interfaceName: eth0, profiles: [123456789012345678901]}\n`,
  ],
  "two ports in brackets": [
    `${GNP}spec: {ingress: [{action: Allow, protocol: TCP, destination: {ports: [22, "80,443"]}}]}\n`,
    `${GNP}spec: {ingress: [{action: Allow, protocol: TCP, destination: {ports: [22, 80, 443]}}]}\n`,
  ],
  "two ports in a block": [
    `${GNP}spec:\n  ingress:\n  - action: Allow\n    protocol: TCP\n    destination:\n      ports:\n      -  80,443 # web\n`,
    `${GNP}spec:\n  ingress:\n  - action: Allow\n    protocol: TCP\n    destination:\n      ports:\n      -  80\n      -  443 # web\n`,
  ],
  "an object that is not there yet": [
    `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: kube-admin}\n`,
    `spec: {order: 1000}\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: kube-admin}\n`,
  ],
  "an object without fields": [
    `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: kube-admin}\nspec: { }\n`,
    `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: kube-admin}\nspec: {order: 1000}\n`,
  ],
  "the first field of braces": [
    `${HEAD}metadata: {namespace: x, name: h}\nspec: {node: n1, interfaceName: eth0}\n`,
    `${HEAD}metadata: {name: h}\nspec: {node: n1, interfaceName: eth0}\n`,
  ],
  "the last field of braces": [
    `${HEAD}metadata: {name: h , namespace: x}\nspec: {node: n1, interfaceName: eth0}\n`,
    `${HEAD}metadata: {name: h }\nspec: {node: n1, interfaceName: eth0}\n`,
  ],
  "the first field of an item": [
    "- apiVersion: projectcalico.org/v3\n  kind: HostEndpoint\n  metadata:\n    namespace: x\n    name: h\n  spec: {node: n1, interfaceName: eth0}\n",
    "- apiVersion: projectcalico.org/v3\n  kind: HostEndpoint\n  metadata:\n    name: h\n  spec: {node: n1, interfaceName: eth0}\n",
  ],
  "a field more, in a block": [
    `${GNP}spec:\n  preDNAT: true\n  selector: all()\n`,
    `${GNP}spec:\n  applyOnForward: true\n  preDNAT: true\n  selector: all()\n`,
  ],
  "a field more, in a block of lines with CR LF": [
    `${GNP}spec:\n  preDNAT: true\n  selector: all()\n`.replaceAll("\n", "\r\n"),
    `${GNP}spec:\n  applyOnForward: true\n  preDNAT: true\n  selector: all()\n`.replaceAll("\n", "\r\n"),
  ],
  "a field more, in braces": [
    `${GNP}spec: {preDNAT: true, selector: all()}\n`,
    `${GNP}spec: {applyOnForward: true, preDNAT: true, selector: all()}\n`,
  ],
  "a field more, in an item of a list": [
    "- kind: HostEndpoint\n  metadata: {name: h}\n  spec: {node: n1, interfaceName: eth0}\n",
    "- apiVersion: projectcalico.org/v3\n  kind: HostEndpoint\n  metadata: {name: h}\n  spec: {node: n1, interfaceName: eth0}\n",
  ],
  "a field more, in JSON": [
    '{"kind": "HostEndpoint", "metadata": {"name": "h"}, "spec": {"node": "n1", "interfaceName": "eth0"}}',
    '{"apiVersion": "projectcalico.org/v3", "kind": "HostEndpoint", "metadata": {"name": "h"}, "spec": {"node": "n1", "interfaceName": "eth0"}}',
  ],
  "a text in single quotes": [
    `${GNP}spec:\n  selector: 'role == "a" and x'\n  types: ['ingress']\n`,
    `${GNP}spec:\n  selector: 'role == "a" && has(x)'\n  types: ['Ingress']\n`,
  ],
  "a list of one": [
    `${HEAD}metadata: {name: h}\nspec: {node: n1, interfaceName: eth0, expectedIPs: "10.0.0.1"}\n`,
    `${HEAD}metadata: {name: h}\nspec: {node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1]}\n`,
  ],
  "an anchor": [`${GNP}spec: {selector: all(), types: [&a ingress]}\n`, undefined],
  "a text over lines": [`${GNP}spec:\n  selector: |\n    role = 'a'\n`, undefined],
};

test.each(Object.entries(ROWS))("%s", (_, [text, after]) => {
  const { diagnostics } = read(text, "validate", "v3.32");
  expect(diagnostics.length).toBeGreaterThan(0);
  const edits = diagnostics.flatMap(({ fix }) => fix ?? []);
  if (after === undefined) expect(edits).toEqual([]);
  else expect(applyEdits(text, edits)).toBe(after);
});
