import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pageData } from "../../../src/cli/explore/page-data.ts";
import { servePage } from "../../../src/cli/explore/page-server.ts";
import { PageVersions } from "../../../src/cli/explore/page-versions.ts";
import { dataText } from "../../../src/cli/explore/web-page.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { NO_FACTS } from "../../../src/scenario/node-facts.ts";
import { openPage } from "../../../src/web/engine/page.ts";
import type { PageData } from "../../../src/web/engine/page-data.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { ask } from "./serving.ts";

/** What must not be in a page. */
const CANARY = "canary-9f86d081";
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** A document that stays, behind each of the others. */
const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const POLICY = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: a
  annotations: {${LAST_APPLIED}: '{"spec":"${CANARY}"}'}
spec: {selector: all(), types: [Ingress]}
`;
const secret = (kind = "Secret"): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a, namespace: b}\ndata: {password: ${CANARY}}\n`;
const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
const SECRET = { apiVersion: "v1", kind: "Secret", metadata: { name: "a", namespace: "b" }, data: { a: CANARY } };
const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop", annotations: { [LAST_APPLIED]: `{"env":"${CANARY}"}`, mine: CANARY } },
  spec: {
    nodeName: "node1",
    containers: [{ name: "a", image: CANARY, args: [CANARY], env: [{ name: "PASSWORD", value: CANARY }] }],
    volumes: [{ name: "a", secret: { secretName: CANARY } }],
  },
  status: { podIP: "10.1.0.1", phase: "Running" },
};
const NETWORK_POLICY = {
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: "a", namespace: "b", annotations: { [LAST_APPLIED]: CANARY } },
  spec: { podSelector: {} },
};
const STORED = {
  apiVersion: "crd.projectcalico.org/v1",
  kind: "GlobalNetworkPolicy",
  metadata: { name: "b", annotations: { [LAST_APPLIED]: CANARY } },
  spec: { selector: "all()", types: ["Ingress"] },
};
const ACCOUNT = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "a", namespace: "b" } };

const MANIFESTS: readonly (readonly [title: string, text: string])[] = [
  ["a Secret", secret()],
  ["a Secret in JSON", json(SECRET)],
  ["a kind in quotes", secret('"Secret"')],
  ["a kind with an escape", secret('"Se\\u0063ret"')],
  ["a kind with a tag", secret("!!str Secret")],
  ["a kind on the next line", secret("\n  Secret")],
  ["a kind behind an anchor", secret("&kind Secret")],
  ["a block of text as kind", secret(">-\n  Secret")],
  ["one in a flow", `{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {a: ${CANARY}}}\n`],
  ["a List", json({ apiVersion: "v1", kind: "List", items: [JSON.parse(json(POD)), SECRET] })],
  [
    "a SecretList",
    json({ apiVersion: "v1", kind: "SecretList", items: [{ metadata: { name: "a" }, data: { a: CANARY } }] }),
  ],
  [
    "a List in a List",
    json({ apiVersion: "v1", kind: "List", items: [{ apiVersion: "v1", kind: "SecretList", items: [SECRET] }] }),
  ],
  ["a list without a kind", json([SECRET])],
  ["one behind the end of a document", `${HEP.replaceAll("eth0", "eth1")}...\n${secret()}`],
  ["a second value of JSON", `${json(ACCOUNT)}${json(SECRET)}`],
  ["the line of a separator", `--- ${CANARY}\n${HEP.replaceAll("eth0", "eth1")}`],
  ["a ConfigMap", secret("ConfigMap")],
  ["a Deployment", json({ ...POD, apiVersion: "apps/v1", kind: "Deployment", spec: { template: { spec: POD.spec } } })],
  ["the environment of a Pod", json(POD)],
  [
    "the secrets of a ServiceAccount",
    json({ ...ACCOUNT, secrets: [{ name: CANARY }], imagePullSecrets: [{ name: CANARY }] }),
  ],
  ["what kubectl keeps of a NetworkPolicy", json(NETWORK_POLICY)],
  ["what kubectl keeps of a policy of Calico", POLICY],
  ["the same as a cluster stores it", json(STORED)],
  ["a comment beside a Secret", `# ${CANARY}\n${secret()}`],
];

describe("what no answer depends on is not in a page", () => {
  test.each(MANIFESTS)("%s", async (_, text) => {
    const folder = tmpFolder({ "a.yaml": `${text}---\n${HEP}` });
    const page = join(folder, "page.html");
    const ran = await runCli(["explore", "--offline", "-f", `${folder}/a.yaml`, "--save", page]);
    expect(ran).toMatchObject({ code: 0 });
    const html = readFileSync(page, "utf8");
    expect(html).not.toContain(CANARY);
    const [, data = ""] = /<script type="application\/json" id="data">(.*)<\/script>/.exec(html) ?? [];
    const made = openPage(JSON.parse(data) as PageData).scenario();
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const hep = made.scenario.resources.find(({ resource }) => resource.metadata.name === "node1-eth0");
    const line = `${text}---\n`.split("\n").length + 3;
    expect(hep?.locate(["spec", "node"])?.start.line).toBe(line);
  });
});

test("what is left out is said by its names, and what is evaluated stays", async () => {
  const folder = tmpFolder({ "a.yaml": `${secret()}---\n${json(POD)}---\n${HEP}` });
  const ran = await runCli(["explore", "--offline", "-f", `${folder}/a.yaml`, "--save", `${folder}/page.html`]);
  expect(ran.stderr).toContain("the page is without objects that are not evaluated: `Secret b/a`");
  expect(readFileSync(`${folder}/page.html`, "utf8")).toContain("10.1.0.1");
});

test("kinds that are skipped are left out, and a text without objects stays as it is written", async () => {
  const comment = "# about the host\n";
  const folder = tmpFolder({ "a.yaml": `${comment}${HEP}---\n${secret()}` });
  const words = ["explore", "--offline", "-f", `${folder}/a.yaml`, "--skip-kind", "Secret"];
  await runCli([...words, "--save", `${folder}/page.html`]);
  const html = readFileSync(`${folder}/page.html`, "utf8");
  expect(html).not.toContain(CANARY);
  expect(html).toContain(JSON.stringify(`${comment}${HEP}---\n\n\n\n\n`).slice(1, -1).replaceAll("<", "\\u003c"));
});

test("no answer of a server has what a datastore or a cluster keeps beside what is evaluated", async () => {
  const stored: Resource = {
    apiVersion: "projectcalico.org/v3",
    kind: "GlobalNetworkPolicy",
    metadata: { name: "a", annotations: { [LAST_APPLIED]: CANARY } },
    spec: { selector: "all()" },
  };
  const data = pageData(
    {
      input: { resources: [], objects: [] },
      diagnostics: [],
      sources: [],
      stored: [{ resource: stored, locate: () => undefined }],
      storedObjects: [POD as JsonObject],
      isReplaced: false,
      isRead: true,
      slicesListed: false,
      saved: NO_FACTS,
      namespace: undefined,
      calico: DEFAULT_CALICO,
    },
    [],
    { title: "test", skipKinds: [] },
  );
  expect(dataText(data)).not.toContain(CANARY);
  const server = await servePage(new PageVersions(data), 0);
  for (const path of ["", "data.json", "changes.json", "nothing", CANARY]) {
    const { text, headers } = await ask(`${server.address}${path}`);
    expect(text + JSON.stringify(headers)).not.toContain(CANARY);
  }
  await server.close();
});

describe("credentials of a datastore are in no page, address or message", () => {
  const etcd = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: `http://user:${CANARY}@127.0.0.1:1` };
  test.each<[string, Record<string, string>]>([
    ["in the address of etcd", etcd],
    [
      "beside it",
      { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: "http://127.0.0.1:1", ETCD_USERNAME: "u", ETCD_PASSWORD: CANARY },
    ],
    [
      "of a cluster",
      { DATASTORE_TYPE: "kubernetes", K8S_API_ENDPOINT: `https://user:${CANARY}@127.0.0.1:1`, K8S_API_TOKEN: CANARY },
    ],
  ])("%s", async (_, env) => {
    const ran = await runCli(["explore", "--timeout", "1"], { env });
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stdout + ran.stderr).not.toContain(CANARY);
  });
});
