import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { tmpFolder } from "../../support/tmp.ts";
import { Change, Host } from "../way-back/change.ts";

const FELIX = `
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: {name: default}
spec: {failsafeInboundHostPorts: [], failsafeOutboundHostPorts: []}
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: web}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const policy = (action: string, port: number): string => `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: allow-ssh}
spec:
  selector: role == 'web'
  types: [Ingress, Egress]
  ingress:
  - {action: ${action}, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [22]}}
  - {action: Allow, protocol: TCP, destination: {ports: [${port}]}}
  egress: [{action: Allow}]
`;

describe("--guard with --confirm-within", () => {
  const host = new Host({
    type: "embedded",
    path: join(tmpFolder(), "calico.db"),
    from: "",
    implicit: false,
    makeDirectory: false,
  });
  const journals = join(host.folder, "way-back");
  const journal = (): readonly string[] => (existsSync(journals) ? readdirSync(journals) : []);
  const guarded = ["apply", "-f", "-", "--guard", "--skip-lifeline", "dhcp"];

  beforeAll(async () => {
    const { code, stderr } = await host.run(["apply", "-f", "-"], `${FELIX}---${policy("Allow", 80)}`);
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("what cuts a lifeline is refused: nothing is written, nothing is waited for, no journal is left", async () => {
    const before = await host.values();
    const change = new Change(host, [...guarded, "--confirm-within", "1h"], policy("Deny", 80));
    expect(await change.ended).toBe(3);
    expect(change.output.stderr).toContain("would cut a lifeline; nothing was written\n");
    expect(change.output.stderr).not.toContain("not confirmed yet");
    expect(await host.values()).toEqual(before);
    expect(journal()).toEqual([]);
  });

  test("what is safe is written, and restored without an answer", async () => {
    const before = await host.values();
    const change = await host.start(guarded, "1s", policy("Allow", 443));
    expect(await change.ended).toBe(3);
    expect(change.output.stderr).toContain("every packet (exact)");
    expect(change.output.stderr).toContain("\nGlobalNetworkPolicy allow-ssh has again what it had before\n");
    expect(await host.values()).toEqual(before);
  });

  test("what is safe and confirmed stays", async () => {
    const before = await host.values();
    const change = await host.start(guarded, "1h", policy("Allow", 443));
    const confirmed = await host.run(["confirm", change.id]);
    expect([confirmed.code, await change.ended]).toEqual([0, 0]);
    expect(await host.values()).not.toEqual(before);
  });
});
