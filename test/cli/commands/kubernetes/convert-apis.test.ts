import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const POLICY = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: edge, labels: {team: net, projectcalico.org/x: there}, annotations: {note: one}}
spec: {selector: has(a), order: 10, types: [Ingress], ingress: [{action: Allow}]}
`;
const ENDPOINT = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h}
spec: {node: node1, interfaceName: eth0}
`;
const PROFILE = "apiVersion: projectcalico.org/v3\nkind: Profile\nmetadata: {name: p}\nspec: {}\n";
const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
const KNP = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec: {podSelector: {}}\n";
const TO_CRD = "convert --output-version crd.projectcalico.org/v1";

const all = (...texts: readonly string[]) => texts.join("---\n");
const run = (line: string, stdin: string) => session(tmpFolder())(`${line} -f -`, stdin);

test("v3 as Kubernetes stores it: the names and labels of each release", async () => {
  const old = await run(`${TO_CRD} --calico-version v3.7`, POLICY);
  expect(parse(old.stdout)).toMatchObject({
    apiVersion: "crd.projectcalico.org/v1",
    metadata: { name: "default.edge", labels: { team: "net" }, annotations: { note: "one" } },
  });
  const { stdout } = await run(`${TO_CRD} --calico-version v3.32`, POLICY);
  const { metadata } = parse(stdout) as {
    metadata: { name: string; labels: object; annotations: Record<string, string> };
  };
  expect([metadata.name, Object.keys(metadata.labels).sort()]).toEqual([
    "edge",
    ["projectcalico.org/tier", "projectcalico.org/x"],
  ]);
  expect(JSON.parse(metadata.annotations["projectcalico.org/metadata"] ?? "")).toMatchObject({
    name: "edge",
    labels: { team: "net" },
    annotations: { note: "one" },
  });
});

test.each(["v3.7", "v3.32"])("%s: there and back again", async (version) => {
  const there = await run(`${TO_CRD} --calico-version ${version}`, all(POLICY, ENDPOINT));
  const back = await run(`convert --calico-version ${version} -o json`, there.stdout);
  expect(JSON.parse(back.stdout)).toMatchObject([
    {
      metadata: { name: "edge", labels: { team: "net", "projectcalico.org/x": "there" }, annotations: { note: "one" } },
    },
    { metadata: { name: "h" }, spec: { node: "node1", interfaceName: "eth0" } },
  ]);
});

test("several are documents that kubectl reads, or a list in JSON", async () => {
  const yaml = await run(TO_CRD, all(ENDPOINT, POLICY));
  expect(parseAllDocuments(yaml.stdout).map((document) => document.get("kind"))).toEqual([
    "HostEndpoint",
    "GlobalNetworkPolicy",
  ]);
  const json = await run(`${TO_CRD} -o json`, all(ENDPOINT, POLICY));
  expect(JSON.parse(json.stdout)).toMatchObject({
    apiVersion: "v1",
    kind: "List",
    items: [{ kind: "HostEndpoint" }, { kind: "GlobalNetworkPolicy" }],
  });
});

test("what Kubernetes has no objects for is left out, and counted in one line", async () => {
  const { code, stdout, stderr } = await run(TO_CRD, all(ENDPOINT, PROFILE, NAMESPACE, KNP));
  expect([code, parseAllDocuments(stdout)]).toEqual([0, [expect.anything()]]);
  expect(stderr).toMatch(/for it: 1 NetworkPolicy, 2 Profile \[convert\.left-out\]/);
});

test("what is made of Kubernetes' own objects is said to be there for reading", async () => {
  const { stderr } = await run("convert", all(ENDPOINT, NAMESPACE, KNP));
  expect(stderr).toContain("is there for reading: 1 NetworkPolicy, 1 Profile [convert.derived]");
});

test("kinds of Kubernetes' core API are none of the early one", async () => {
  const core = ["Service", "ConfigMap", "Secret"].map((kind) => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n`);
  const { code, stdout, stderr } = await run("convert", all(ENDPOINT, ...core));
  expect([code, parse(stdout)]).toEqual([0, expect.objectContaining({ kind: "HostEndpoint" })]);
  expect(stderr).toMatch(/2 objects are passed over, .*: 1 ConfigMap \(v1\), 1 Secret \(v1\)/);
  const early = await run("convert", "apiVersion: v1\nkind: hostEndpont\nmetadata: {name: a}\n");
  expect([early.code, early.stderr]).toEqual([1, expect.stringContaining("did you mean `hostEndpoint`?")]);
});
