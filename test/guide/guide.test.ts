import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { tmpFolder } from "../support/tmp.ts";
import { HEREDOCS } from "./heredocs.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const run = promisify(execFile);

/** What each heredoc prints, in the guide's order. */
const PRINTED = [
  "created 1 'Node'",
  "created 1 'GlobalNetworkPolicy'",
  "created 1 'HostEndpoint'",
  "created 1 'HostEndpoint'",
  "created 1 'GlobalNetworkPolicy'",
  "applied 1 'GlobalNetworkPolicy'",
  "applied 2 'GlobalNetworkPolicy'",
  "applied 1 'GlobalNetworkPolicy'",
  "applied 1 'HostEndpoint'",
  "applied 1 'GlobalNetworkPolicy'",
];

/** The worked example is the guide's last five heredocs; the one that opens the NodePort is the very last. */
const WORKED = [0, 6, 7, 8, 9] as const;
const OUTSIDE = "198.51.100.7";
const FLOW = ["--node", "node1", "--interface", "eth0=10.240.0.5"];
const IN = [...FLOW, "--in", "eth0"];
const NODEPORT = [...IN, "--dnat", "tcp:10.240.0.5:31852=192.168.1.10:8080", "--out", "eth1"];

/** The worked example's flows: arguments of `simulate`, its verdict and what decided it. */
const FLOWS: readonly (readonly [string, readonly string[], string, string])[] = [
  ["outside to a NodePort not opened", [...NODEPORT, "tcp", OUTSIDE, "10.240.0.5:31853"], "DENY", "drop-other-ingress"],
  ["outside to the opened NodePort", [...NODEPORT, "tcp", OUTSIDE, "10.240.0.5:31852"], "ALLOW", "allow-nodeport"],
  [
    "inside the cluster",
    [...NODEPORT, "tcp", "10.240.0.6", "10.240.0.5:31852"],
    "ALLOW",
    "allow-cluster-internal-ingress",
  ],
  ["ssh from outside", [...IN, "tcp", OUTSIDE, "10.240.0.5:22"], "ALLOW", "failsafe"],
  [
    "a local process, outwards",
    [...FLOW, "--from-process", "--out", "eth0", "tcp", "10.240.0.5", "203.0.113.9:443"],
    "ALLOW",
    "allow-outbound-external",
  ],
  [
    "a pod, outwards: normal policy without applyOnForward",
    [...FLOW, "--from-workload", "pod1", "--out", "eth0", "tcp", "192.168.1.10", "203.0.113.9:443"],
    "ALLOW",
    "applyOnForward",
  ],
];

const POD = `
- apiVersion: projectcalico.org/v3
  kind: WorkloadEndpoint
  metadata: {name: node1-k8s-pod1-eth0, namespace: default}
  spec: {node: node1, orchestrator: k8s, pod: pod1, endpoint: eth0, interfaceName: cali1, ipNetworks: [192.168.1.10/32], profiles: [open]}
- apiVersion: projectcalico.org/v3
  kind: Profile
  metadata: {name: open}
  spec: {ingress: [{action: Allow}], egress: [{action: Allow}]}
`;

describe.skipIf(!hasEtcd)(`the guide, as printed${needsEtcd}`, () => {
  let etcd: EtcdServer;
  const folder = tmpFolder();

  beforeAll(async () => {
    etcd = await startEtcd();
    mkdirSync(join(folder, "dist"));
    for (const name of ["calicoctl", "dist/calicoctl"]) symlinkSync(join(ROOT, "bin", "calicoctl"), join(folder, name));
  });
  afterAll(() => etcd.stop());

  const shell = async (script: string): Promise<{ stdout: string; stderr: string }> => {
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      HOME: folder,
      DATASTORE_TYPE: "etcdv3",
      ETCD_ENDPOINTS: etcd.endpoint,
    };
    return run("bash", ["-eo", "pipefail", "-c", script], { cwd: folder, env });
  };
  const simulate = async (args: readonly string[]) => {
    const quoted = args.map((arg) => `'${arg}'`).join(" ");
    return (await shell(`calicoctl simulate ${quoted}`)).stdout;
  };

  test("every heredoc in order, on a real etcd", async () => {
    expect(HEREDOCS).toHaveLength(PRINTED.length);
    for (const [i, heredoc] of HEREDOCS.entries()) {
      expect((await shell(heredoc)).stdout, heredoc).toBe(`Successfully ${PRINTED[i]} resource(s)\n`);
    }
    expect((await shell("calicoctl get hep")).stdout).toContain("node1-eth0   node1");
    expect((await shell("calicoctl get pol")).stdout).toBe("NAME   \n\n");
  });

  describe("the worked example, by itself", () => {
    beforeAll(async () => {
      await shell(
        "calicoctl get gnp -o yaml | calicoctl delete -f - && calicoctl get hep -o yaml | calicoctl delete -f -",
      );
      for (const i of WORKED.slice(1)) await shell(HEREDOCS[i] ?? "");
      await shell(`calicoctl apply -f - <<'EOF'\n${POD}\nEOF`);
    });

    test.each(FLOWS)("%s", async (_, args, verdict, reason) => {
      const output = await simulate(args);
      expect(output.split(" ")[0]).toBe(verdict);
      expect(output).toContain(reason);
    });

    test("a local process, outwards, without the policy that allows it", async () => {
      await shell("calicoctl delete gnp allow-outbound-external");
      expect(await simulate(FLOWS[4]?.[1] ?? [])).toMatch(/^DENY/);
    });
  });
});
