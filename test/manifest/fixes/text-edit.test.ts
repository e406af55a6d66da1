import { expect, test } from "vitest";
import { applyEdits } from "../../../src/manifest/fixes/apply-edits.ts";
import { read } from "../read.ts";

const HEAD = "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\n";
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
  "a misspelt field with a value of another sort": [`${GNP}spec: {selector: all(), typs: Ingress}\n`, undefined],
  "a line that is left out, with its remark": [
    `${HEAD}metadata:\n  name: h\n  namespace: x # why\nspec: {node: n1, interfaceName: eth0}\n`,
    `${HEAD}metadata:\n  name: h\nspec: {node: n1, interfaceName: eth0}\n`,
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
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.length).toBeGreaterThan(0);
  const edits = errors.flatMap(({ fix }) => fix ?? []);
  if (after === undefined) expect(edits).toEqual([]);
  else expect(applyEdits(text, edits)).toBe(after);
});
