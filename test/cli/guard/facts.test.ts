import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const HOSTS = ["eth0", "eth1"]
  .map(
    (name) => `
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: gw-${name}, labels: {at: ${name}}}
spec: {node: gw, interfaceName: ${name}}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: open-${name}}
spec: {selector: at == '${name}', types: [Ingress, Egress], ingress: [{action: Allow}], egress: [{action: Allow}]}
`,
  )
  .join("---");
const CUT = `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: d}
spec: {selector: at == 'eth1', order: 1, applyOnForward: true, types: [Egress], egress: [{action: Deny, protocol: TCP, destination: {ports: [443]}}]}
`;
const LIFELINES = `
lifelines:
- {name: published, from: [203.0.113.0/24], to: {selector: at == 'eth0', addresses: [198.51.100.1]}, protocol: TCP, ports: [8443]}
skip: [ssh, dhcp, dns]
`;
const ADDRESSES = JSON.stringify(
  Object.entries({ eth0: "198.51.100.1", eth1: "10.50.0.1" }).map(([ifname, local]) => ({
    ifname,
    addr_info: [{ family: "inet", local, prefixlen: 24 }],
  })),
);
const nat = (rule: string): string => `*nat
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
${rule}
COMMIT
`;
const DNAT = "-A PREROUTING -d 198.51.100.1/32 -p tcp -m tcp --dport 8443 -j DNAT --to-destination 10.50.0.10:443";
const UNCERTAIN = DNAT.replace("-p tcp", "-m set --match-set some src -p tcp");

/** A gateway whose eth0 and eth1 are open, with facts in `facts/NODE`. */
async function started(nodes: Readonly<Record<string, string>>) {
  const folder = tmpFolder();
  writeFileSync(join(folder, "lifelines.yaml"), LIFELINES);
  for (const [node, table] of Object.entries(nodes)) {
    mkdirSync(join(folder, "facts", node), { recursive: true });
    writeFileSync(join(folder, "facts", node, "addr.json"), ADDRESSES);
    writeFileSync(join(folder, "facts", node, "nat.txt"), table);
  }
  const run = session(folder);
  const line = `--lifelines ${join(folder, "lifelines.yaml")}`;
  expect(await run("apply -f -", HOSTS)).toMatchObject({ code: 0 });
  return { folder: join(folder, "facts"), run, line };
}

describe("--facts of guard", () => {
  test("a packet that the node sends on is followed to where it goes", async () => {
    const { folder, run, line } = await started({ gw: nat(DNAT) });
    for (const command of ["guard -f -", "apply -f - --guard"]) {
      const blind = await run(`${command} ${line}`, CUT);
      expect([blind.code, `${blind.stdout}${blind.stderr}`]).toEqual([0, expect.stringContaining("DNAT unknown")]);
      if (command.startsWith("apply")) await run("delete gnp d");
      const { code, stdout, stderr } = await run(`${command} ${line} --facts ${folder}`, CUT);
      const said = `${stdout}${stderr}`;
      expect([code, said]).toEqual([3, expect.stringContaining("cut by    policy d, egress rule 1")]);
      expect(said).toContain("packet    TCP 203.0.113.9 -> 198.51.100.1:8443 from port 40000, in through\n");
      expect(said).not.toContain("DNAT unknown");
    }
  });

  test("where it is open whether it is sent on, nothing is proved and nothing written", async () => {
    const { folder, run, line } = await started({ gw: nat(UNCERTAIN) });
    const { code, stdout, stderr } = await run(
      `apply -f - --guard ${line} --facts ${folder}`,
      CUT.replace("443", "22"),
    );
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("NOT PROVED  after write 1 of 1 (GlobalNetworkPolicy d)");
    expect((await run("get gnp d")).code).toBe(1);
  });

  test("JSON names the nodes of which nothing says what they translate", async () => {
    const { folder, run, line } = await started({ gw: nat(DNAT) });
    const untold = async (more: string) =>
      JSON.parse((await run(`guard -o json ${line} ${more}`)).stdout).translationsUnknown;
    expect(await untold("")).toEqual(["gw"]);
    expect(await untold(`--facts ${folder}`)).toEqual([]);
  });

  test("facts of another node are warned about, and those that cannot be read end the command", async () => {
    const { folder, run, line } = await started({ wg: nat(DNAT) });
    const { code, stderr } = await run(`guard ${line} --facts ${folder}`);
    expect([code, stderr]).toEqual([0, expect.stringContaining("the facts of node `wg` are not used")]);
    expect(await run(`apply -f - --guard ${line} --facts /nowhere`, CUT)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the facts of nodes are unknown; nothing was written\n"),
    });
    expect((await run(`apply -f - --facts ${folder}`, CUT)).code).toBe(2);
  });
});

describe("guard --offline", () => {
  test("proves the writes on an empty datastore, and opens none", async () => {
    const folder = tmpFolder();
    writeFileSync(join(folder, "lifelines.yaml"), LIFELINES);
    const run = session(folder, { env: { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: "http://127.0.0.1:1" } });
    const line = `guard -f - --offline --lifelines ${join(folder, "lifelines.yaml")}`;
    expect((await run(line, HOSTS)).code).toBe(3);
    const ordered = HOSTS.split("---").reverse().join("---");
    expect(await run(line, ordered)).toMatchObject({ code: 0, stderr: "" });
    expect((await run("guard --offline")).code).toBe(2);
  });
});
