import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const FELIX = `
apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: {name: default}
spec: {failsafeInboundHostPorts: [], failsafeOutboundHostPorts: []}
`;
const HOST = `
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: web}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const POLICY = `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: allow-ssh}
spec:
  selector: role == 'web'
  types: [Ingress, Egress]
  ingress: [{action: Allow, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [22]}}]
  egress: [{action: Allow}]
`;
/** DHCP is not allowed by this policy. */
const SKIP = "--skip-lifeline dhcp";

/** A store of its own with the failsafe ports off. */
async function started(...manifests: readonly string[]) {
  const folder = tmpFolder();
  const run = session(folder);
  for (const manifest of [FELIX, ...manifests]) expect((await run("apply -f -", manifest)).code).toBe(0);
  const stored = async () => (await run("export")).stdout;
  return { folder, run, stored };
}

const REFUSED = `REFUSED  write 1 of 2 (HostEndpoint node1-eth0) would cut a lifeline; nothing was written
  lifeline  ssh: TCP 22 from 10.20.0.0/24 to every host endpoint (derived:
              policy allow-ssh, rule 1)
  packet    TCP 10.20.0.1 -> 10.0.0.1:22 from port 40000, in through node1/eth0
  cut by    the default deny of host endpoint node1-eth0, normal ingress: no
              policy selects it (labels role=web)
  safe      all 2 writes then pass in this order, which --reorder uses:
            1. GlobalNetworkPolicy allow-ssh
            2. HostEndpoint node1-eth0
checked: 2 lifelines x 2 writes, every packet (exact), DNAT unknown (ssh, dns)
`;

describe("--guard", () => {
  test("refuses writes in an order that cuts, and writes nothing", async () => {
    const { run, stored } = await started();
    const before = await stored();
    const both = `${HOST}---${POLICY}`;
    for (const line of [`apply -f - --guard ${SKIP}`, `create -f - --guard ${SKIP}`]) {
      expect(await run(line, both)).toEqual({ code: 3, stdout: "", stderr: REFUSED });
      expect(await stored()).toBe(before);
    }
  });

  test.each([[60], [200]])("says so in lines that fit into a terminal of %i columns", async (width) => {
    const surroundings = { env: { COLUMNS: String(width) } };
    const run = session(tmpFolder(), surroundings);
    expect((await run("apply -f -", FELIX)).code).toBe(0);
    const { stderr } = await run(`apply -f - --guard ${SKIP}`, `${HOST}---${POLICY}`);
    const wrapped = stderr.split("\n").slice(1);
    expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(stderr.split(/\s+/)).toEqual(REFUSED.split(/\s+/));
    expect(wrapped.some((line) => line.length > 80)).toBe(width > 80);
  });

  test("--reorder writes them in the safe order", async () => {
    const { run } = await started();
    const { code, stdout, stderr } = await run(`apply -f - --guard --reorder ${SKIP}`, `${HOST}---${POLICY}`);
    expect([code, stdout]).toEqual([0, "Successfully applied 2 resource(s)\n"]);
    expect(stderr).toContain(
      "REORDERED  write 1 of 2 (HostEndpoint node1-eth0) would cut a lifeline in the given order\n",
    );
  });

  test.each<[line: string, cutBy: string]>([
    [`label hep node1-eth0 role=db --overwrite`, "the default deny of host endpoint node1-eth0"],
    [`patch hep node1-eth0 -p '{"metadata":{"labels":{"role":"db"}}}'`, "the default deny of host endpoint node1-eth0"],
    [`patch gnp allow-ssh -p '{"spec":{"ingress":[{"action":"Deny"}]}}'`, "policy allow-ssh, ingress rule 1"],
    ["delete gnp allow-ssh", "the default deny of host endpoint node1-eth0"],
    ["delete gnp --all --yes", "the default deny of host endpoint node1-eth0"],
    ["delete gnp -l '!has(x)'", "the default deny of host endpoint node1-eth0"],
  ])("%s is refused", async (line, cutBy) => {
    const { run, stored } = await started(POLICY, HOST);
    const before = await stored();
    const { code, stdout, stderr } = await run(`${line} --guard ${SKIP}`);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("would cut a lifeline; nothing was written\n  lifeline  ssh: ");
    expect(stderr).toContain(`cut by    ${cutBy}`);
    expect(await stored()).toBe(before);
  });

  test("what is safe is written, with a line of what was proved", async () => {
    const { run } = await started(POLICY);
    expect(await run(`apply -f - --guard ${SKIP}`, HOST)).toEqual({
      code: 0,
      stdout: "Successfully applied 1 'HostEndpoint' resource(s)\n",
      stderr: "checked: 2 lifelines x 1 write, every packet (exact), DNAT unknown (ssh, dns)\n",
    });
    expect((await run(`label hep node1-eth0 zone=a --guard ${SKIP}`)).code).toBe(0);
    expect((await run(`replace -f - --guard ${SKIP}`, HOST)).code).toBe(0);
    expect((await run(`import -f - --guard ${SKIP}`, POLICY)).code).toBe(0);
    expect((await run(`delete hep node1-eth0 --guard ${SKIP}`)).code).toBe(0);
  });

  test("declared lifelines count, from the file in the working directory or the one that is named", async () => {
    const { folder, run } = await started(POLICY, HOST);
    const file = join(folder, "lines.yaml");
    writeFileSync(file, "lifelines:\n- {name: web, protocol: TCP, ports: [443]}\nskip: [dhcp, dns, ssh]\n");
    const open = POLICY.replace(
      "ports: [22]}",
      "ports: [22]}}, {action: Allow, protocol: TCP, destination: {ports: [443]}",
    );
    expect((await run(`apply -f - --guard --lifelines ${file}`, open)).code).toBe(0);
    const { code, stderr } = await run(`apply -f - --guard --lifelines ${file}`, POLICY);
    expect(code).toBe(3);
    expect(stderr).toContain("  lifeline  web: TCP 443 from anyone to every host endpoint");
    expect(stderr).toContain(`(${file}:2)\n`);
    // Anyone is an address of documentation, never the host itself.
    expect(stderr).toContain("  packet    TCP 198.51.100.7 -> 10.0.0.1:443 from port 40000, in through\n");
    const none = await run("apply -f - --guard --lifelines /nowhere.yaml", POLICY);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("nothing was written")]);
    // `guard` never writes.
    const asked = await run("guard --lifelines /nowhere.yaml");
    expect([asked.code, asked.stderr]).toEqual([
      1,
      expect.stringContaining("the lifelines are unknown; nothing was proved\n"),
    ]);
  });

  test("prints a policy to keep where the end state cuts, with which the writes then pass", async () => {
    const { run } = await started(POLICY, HOST);
    const line = `delete gnp allow-ssh --guard ${SKIP} --skip-lifeline dns`;
    const { code, stderr } = await run(line);
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining("keep this policy, with which they pass: create lifeline-keep-in\n"),
    ]);
    const manifest = stderr.slice(stderr.indexOf("apiVersion:"));
    // A name that is taken is not proposed.
    expect((await run("create -f -", POLICY.replace("allow-ssh", "lifeline-keep-in"))).code).toBe(0);
    await run('patch gnp lifeline-keep-in -p \'{"spec":{"ingress":[]}}\'');
    expect((await run(line)).stderr).toContain("create lifeline-keep-in-2\n");
    expect((await run("delete gnp lifeline-keep-in")).code).toBe(0);
    expect((await run("create -f - --guard", manifest)).code).toBe(0);
    expect((await run(line)).code).toBe(0);
  });

  test("says of which lifelines nothing is asked, and keeps to 80 columns", async () => {
    const { folder, run } = await started(POLICY, HOST);
    const file = join(folder, "lines.yaml");
    writeFileSync(
      file,
      `lifelines:
- {name: typo, to: {selector: rloe == 'web'}, protocol: TCP, ports: [9100]}
- {name: nowhere, to: [10.50.0.10], through: {nodes: [node7]}, protocol: TCP, ports: [9100]}
- {name: web, protocol: TCP, ports: [443]}
`,
    );
    const policy = POLICY.replace("allow-ssh", `a-policy-with-${"very-".repeat(8)}long-name`);
    const deny = policy.replace("spec:", "spec:\n  order: 1").replace("Allow, protocol", "Deny, protocol");
    const { code, stderr } = await run(`apply -f - --guard --lifelines ${file}`, deny);
    expect(code).toBe(3);
    for (const name of ["typo", "nowhere"])
      expect(stderr).toContain(`note: ${name}: no endpoint matches this lifeline, which proves nothing\n`);
    expect(stderr).not.toContain("note: web");
    const long = stderr.split("\n").filter((line) => line.length > 80 && !line.startsWith("REFUSED"));
    expect(long).toEqual([]);
  });

  test("names as many lifelines as it counts", async () => {
    const { run } = await started(POLICY, HOST);
    expect((await run("guard")).stdout).toContain(
      "checked: 4 lifelines x 0 writes, every packet (exact), DNAT unknown (ssh, dhcp x\n  2, dns)\n",
    );
  });

  test.each<[line: string, message: string]>([
    ["apply -f - --reorder", "--reorder, --lifelines, --skip-lifeline and --without-failsafes go with --guard"],
    ["apply -f - --guard --skip-lifeline dsn", "no derived lifeline is called `dsn`"],
    ["apply -f - --guard --dry-run", "--guard proves what is in the datastore, which --dry-run=client does not read"],
  ])("wrong usage: %s", async (line, message) => {
    const { code, stderr } = await session(tmpFolder())(line, POLICY);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("guard", () => {
  test("without files it says which lifelines hold now", async () => {
    const { run } = await started(POLICY, HOST);
    expect((await run(`guard ${SKIP}`)).code).toBe(0);
    const { code, stdout } = await run("guard");
    expect(code).toBe(3);
    expect(stdout).toContain("warning: this lifeline does not hold, or not whole, now\n");
    expect(stdout).toContain("lifeline  dhcp: UDP 68 from port 67 from anyone to every host endpoint");
  });

  test("with files it says what apply would do, as text and as JSON", async () => {
    const { run, stored } = await started();
    const both = `${HOST}---${POLICY}`;
    const before = await stored();
    const text = await run(`guard -f - ${SKIP}`, both);
    expect(text).toEqual({
      code: 3,
      stdout: REFUSED.replace("nothing was written", "nothing is written by `guard`"),
      stderr: "",
    });
    const { code, stdout } = await run(`guard -f - -o json ${SKIP}`, both);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      result: "refused",
      write: 1,
      writes: ["HostEndpoint node1-eth0", "GlobalNetworkPolicy allow-ssh"],
      lifeline: { name: "ssh", origin: "derived: policy allow-ssh, rule 1" },
      node: "node1",
      interface: "eth0",
      packet: { srcIP: "10.20.0.1", dstIP: "10.0.0.1", dstPort: 22 },
      dropped: "packet",
      safeOrder: [2, 1],
    });
    expect(await stored()).toBe(before);
  });

  test("--without-failsafes asks what holds without them", async () => {
    const run = session(tmpFolder());
    expect((await run("apply -f -", HOST)).code).toBe(0);
    expect((await run("guard")).code).toBe(0);
    const { code, stdout } = await run("guard --without-failsafes");
    expect(code).toBe(3);
    expect(stdout).toContain("every packet (exact), DNAT unknown, without the\n  failsafe ports");
  });
});
