import { describe, expect, test } from "vitest";
import { inDependencyOrder } from "../../../src/cli/resources/writing/dependency-order.ts";
import { allKinds, kindsInWriteOrder } from "../../../src/model/kinds/kinds.ts";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const RESOURCES = `
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: h, labels: {b: "1", a: "2"}}, spec: {node: n1, interfaceName: eth0}}
- {apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: g}, spec: {order: 10, selector: all(), ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]}}
- {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: ns1}, spec: {selector: all()}}
- {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: ns2}, spec: {selector: all()}}
- {apiVersion: projectcalico.org/v3, kind: Node, metadata: {name: n1}, spec: {}}
- {apiVersion: projectcalico.org/v3, kind: FelixConfiguration, metadata: {name: default}, spec: {failsafeInboundHostPorts: []}}
`;

test("every kind that can be written has its place in the order", () => {
  const kinds = allKinds().map(({ kind }) => kind);
  expect([...kindsInWriteOrder().map(({ kind }) => kind), "ClusterInformation"].sort()).toEqual([...kinds].sort());
});

test("endpoints come last, one kind keeps its order, unknown kinds come at the end", () => {
  const located = (kind: string, name: string) => ({
    resource: { apiVersion: "", kind, metadata: { name } },
    locate: () => undefined,
  });
  const order = inDependencyOrder([
    located("Odd", "o"),
    located("HostEndpoint", "b"),
    located("HostEndpoint", "a"),
    located("GlobalNetworkPolicy", "g"),
    located("Tier", "t"),
  ]);
  expect(order.map(({ resource }) => resource.metadata.name)).toEqual(["t", "g", "b", "a", "o"]);
});

describe("a whole store", () => {
  test.each(["import -f -", "apply -f -"])("is exported, and taken back by `%s` unchanged", async (line) => {
    const from = session(tmpFolder());
    await from("apply -f -", RESOURCES);
    const exported = await from("export");
    expect(exported).toMatchObject({ code: 0, stderr: "" });
    expect(exported.stdout).not.toMatch(/uid|resourceVersion|creationTimestamp|ClusterInformation/);
    const kinds = [...exported.stdout.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind);
    expect(kinds).toEqual([
      "FelixConfiguration",
      "Node",
      "GlobalNetworkPolicy",
      "NetworkPolicy",
      "NetworkPolicy",
      "HostEndpoint",
    ]);
    const same = await from(`${line} -o name`, exported.stdout);
    expect(
      same.stdout
        .trim()
        .split("\n")
        .filter((row) => !row.endsWith(" unchanged")),
    ).toEqual([]);
    const to = session(tmpFolder());
    expect(await to(line, exported.stdout)).toMatchObject({ code: 0, stdout: "Successfully applied 6 resource(s)\n" });
    expect((await to("export")).stdout).toBe(exported.stdout);
  });

  test("some kinds, one namespace", async () => {
    const run = session(tmpFolder());
    await run("apply -f -", RESOURCES);
    expect((await run("export hep,gnp")).stdout.match(/^kind: .*/gm)).toEqual([
      "kind: GlobalNetworkPolicy",
      "kind: HostEndpoint",
    ]);
    expect((await run("export np -n ns2")).stdout.match(/ {2}namespace: .*/g)).toEqual(["  namespace: ns2"]);
    expect((await run("export clusterinfo")).stderr).toContain(
      "warning: ClusterInformation is left out: Calico itself writes it [export.left-out]\n",
    );
    expect(await run("export hep/h")).toMatchObject({ code: 2, stdout: "" });
  });

  test("import writes in the order of dependencies, whatever that of the input", async () => {
    const run = session(tmpFolder());
    const ran = await run("import -f - -o name", RESOURCES);
    expect(ran.stdout.split("\n").slice(0, 6)).toEqual([
      "felixconfiguration/default created",
      "node/n1 created",
      "globalnetworkpolicy/g created",
      "networkpolicy/p created",
      "networkpolicy/p created",
      "hostendpoint/h created",
    ]);
  });
});
