import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as api from "../../../src/datastore/kubernetes/api-resources.ts";
import { session } from "../../support/cli.ts";
import {
  type ApiServer,
  hasApiServer,
  needsApiServer,
  startApiServer,
} from "../../support/kube-apiserver/api-server.ts";
import { tmpFolder } from "../../support/tmp.ts";

const SECRET = "hunter2";
const crd = (kind: string) => api.storedType(kind, "crd.projectcalico.org/v1");
const object = ({ apiVersion, kind }: api.ObjectType, name: string, more: object, metadata: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, ...metadata },
  ...more,
});
const SHOP = { namespace: "shop" };
const node = (name: string, address: string) =>
  [
    api.NODES,
    object(
      api.NODES,
      name,
      { status: { addresses: [{ type: "InternalIP", address }] } },
      { labels: { edge: "" }, annotations: { "projectcalico.org/IPv4Address": `${address}/24` } },
    ),
  ] as const;
const pod = (name: string, address: string) =>
  [
    api.PODS,
    object(
      api.PODS,
      name,
      { spec: { nodeName: "node1", containers: [{ name: "c", image: "i", env: [{ name: "P", value: SECRET }] }] } },
      { ...SHOP, labels: { app: "web" }, annotations: { "cni.projectcalico.org/podIP": `${address}/32` } },
    ),
  ] as const;

/** A cluster of the guide's kind: a NodePort, a host endpoint, and a policy of each API. */
const OBJECTS: readonly (readonly [api.ObjectType, object])[] = [
  [api.NAMESPACES, object(api.NAMESPACES, "shop", {})],
  [api.SERVICE_ACCOUNTS, object(api.SERVICE_ACCOUNTS, "default", {}, SHOP)],
  node("node1", "10.0.0.1"),
  node("node2", "10.0.0.2"),
  pod("web-1", "192.168.1.10"),
  [
    api.SERVICES,
    object(
      api.SERVICES,
      "web",
      {
        spec: { type: "NodePort", selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080, nodePort: 31852 }] },
      },
      SHOP,
    ),
  ],
  [
    api.ENDPOINT_SLICES,
    object(
      api.ENDPOINT_SLICES,
      "web-a",
      { addressType: "IPv4", endpoints: [{ addresses: ["192.168.1.10"], nodeName: "node1" }], ports: [{ port: 8080 }] },
      { ...SHOP, labels: { "kubernetes.io/service-name": "web" } },
    ),
  ],
  [
    api.NETWORK_POLICIES,
    object(
      api.NETWORK_POLICIES,
      "web",
      { spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: "203.0.113.0/24" } }] }] } },
      SHOP,
    ),
  ],
  [
    crd("HostEndpoint"),
    object(
      crd("HostEndpoint"),
      "node1-eth0",
      { spec: { node: "node1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] } },
      { annotations: { "projectcalico.org/metadata": '{"labels":{"edge":""}}' } },
    ),
  ],
  [
    crd("GlobalNetworkPolicy"),
    object(crd("GlobalNetworkPolicy"), "drop", {
      spec: {
        tier: "default",
        selector: "has(edge)",
        types: ["Ingress"],
        preDNAT: true,
        applyOnForward: true,
        ingress: [{ action: "Deny", source: { nets: ["198.51.100.0/24"] } }],
      },
    }),
  ],
];

const QUESTIONS = [
  "--from external:203.0.113.9 --to node/node1:31852 tcp",
  "--from external:198.51.100.7 --to node/node1:31852 tcp",
  "--from external:192.0.2.1 --to node/node2:31852 tcp",
  "--from node/node2 --to pod/shop/web-1 tcp 8080",
];

describe.skipIf(!hasApiServer)(`a snapshot of a real API server${needsApiServer}`, () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
    const admin = await server.connect("admin");
    for (const [{ of }, one] of OBJECTS) {
      const { kind, ...more } = await admin.create(of, one as Readonly<Record<string, unknown>>);
      if (kind !== "written" && kind !== "exists")
        throw new Error(`${JSON.stringify(one)}: ${kind} ${JSON.stringify(more)}`);
    }
    await admin.close();
  });
  afterAll(() => server?.stop());

  const run = (line: string, more: Readonly<Record<string, string>> = {}) =>
    session(tmpFolder(), {
      env: { DATASTORE_TYPE: "kubernetes", KUBECONFIG: server.kubeconfig, CALICO_VERSION: "v3.32", ...more },
    })(line);

  test("answers as the cluster does", async () => {
    const folder = join(tmpFolder(), "cluster");
    const { code, stdout, stderr } = await run(`snapshot -o ${folder}`);
    expect([code, stdout, stderr]).toEqual([0, expect.stringContaining(`to ${folder}`), ""]);
    for (const question of QUESTIONS) {
      const [live, saved] = [
        await run(`simulate ${question}`),
        await run(`simulate --offline -f ${folder} ${question}`),
      ];
      expect(live.stdout).toMatch(/^(?:ALLOW|DENY)/);
      expect({ ...saved, stdout: saved.stdout.replaceAll(/ \([^() ]*:\d+\)/g, "") }).toEqual(live);
    }
  });

  test("is the same the second time, and holds nothing secret", async () => {
    const folder = join(tmpFolder(), "cluster");
    const contents = () =>
      Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    await run(`snapshot -o ${folder}`);
    const first = contents();
    await run(`snapshot -o ${folder}`);
    expect(contents()).toEqual(first);
    const text = JSON.stringify(first);
    expect(text).not.toMatch(/hunter2|managedFields|resourceVersion|last-applied/);
    expect(Object.keys(first)).toContain("pods.yaml");
  });

  test("is what the cluster has: nothing to compare, and every resource is found", async () => {
    const folder = join(tmpFolder(), "cluster");
    await run(`snapshot -o ${folder}`);
    const { code, stdout, stderr } = await run(`diff -f ${folder}`);
    expect([code, stdout, stderr]).toEqual([
      0,
      "",
      expect.stringMatching(/^info: not compared, .* \[diff\.left-out\]\n(?:\d+ unchanged\n)?$/),
    ]);
    const got = await run(`get -o name -f ${folder}`);
    expect([got.code, got.stderr]).toEqual([0, ""]);
  });

  test("says which rights a user lacks, and writes nothing", async () => {
    const folder = join(tmpFolder(), "cluster");
    const { code, stderr } = await run(`snapshot -o ${folder} --context reader`);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/no right to list pods[\s\S]*nothing was written/)]);
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });
});
