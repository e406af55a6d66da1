import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBinary } from "../../support/binary.ts";
import { hasApiServer, needsApiServer, startApiServer } from "../../support/kube-apiserver/api-server.ts";
import { tmpFolder } from "../../support/tmp.ts";

const HOST = `
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: web}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const policy = (name: string, spec: string): string => `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec:
  order: 10
  selector: role == 'web'
${spec}
`;
const ALLOW = policy(
  "allow-ssh",
  `  types: [Ingress, Egress]
  ingress: [{action: Allow, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [22]}}]
  egress: [{action: Allow}]`,
);
const OPEN = `
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: {name: default}
spec: {failsafeInboundHostPorts: [], failsafeOutboundHostPorts: []}
`;

/** What is written with `--guard` on a real API server: the resources are objects of Kubernetes, with its revisions. */
describe.skipIf(!hasApiServer)(`--guard on an API server${needsApiServer}`, () => {
  let env: Record<string, string> = {};
  let stop = async (): Promise<void> => {};
  const run = (line: string, stdin = "") => runBinary(line.split(" "), { stdin, env });
  const policies = async () => (await run("get gnp -o name")).stdout;

  beforeAll(async () => {
    const server = await startApiServer();
    ({ stop } = server);
    env = { DATASTORE_TYPE: "kubernetes", KUBECONFIG: server.kubeconfig, HOME: tmpFolder() };
    expect(await run("apply -f -", OPEN)).toMatchObject({ code: 0 });
  });
  afterAll(() => stop());

  test("an order that cuts is refused, and the safe one is written", async () => {
    const refused = await run("apply -f - --guard --skip-lifeline dhcp", `${HOST}---${ALLOW}`);
    expect([refused.code, refused.stdout]).toEqual([3, ""]);
    expect(refused.stderr).toContain("REFUSED  write 1 of 2 (HostEndpoint node1-eth0) would cut a lifeline");
    expect((await run("get hep -o name")).stdout).toBe("");
    expect(await run("apply -f - --guard --skip-lifeline dhcp", `${ALLOW}---${HOST}`)).toMatchObject({ code: 0 });
  });

  test.each<[line: string, stdin: string, code: number]>([
    ["delete gnp allow-ssh", "", 3],
    ["label hep node1-eth0 role=db --overwrite", "", 3],
    ["label hep node1-eth0 zone=a --overwrite", "", 0],
    ["replace -f -", ALLOW.replace("TCP", "UDP"), 3],
    ["create -f -", policy("other", "  ingress: [{action: Deny, protocol: UDP, destination: {ports: [9]}}]"), 0],
  ])("%s", async (line, stdin, code) => {
    const before = await policies();
    const ran = await run(`${line} --guard --skip-lifeline dhcp`, stdin);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(code === 0 ? "checked: " : "REFUSED")]);
    if (code !== 0) expect(await policies()).toBe(before);
  });
});
