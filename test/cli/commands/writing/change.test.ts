import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const resource = (kind: string, name: string, spec: string): string =>
  `- {apiVersion: projectcalico.org/v3, kind: ${kind}, metadata: {name: ${name}, labels: {host: a}}, spec: {${spec}}}\n`;
const HEPS =
  resource("HostEndpoint", "n1-eth0", "node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1]") +
  resource("HostEndpoint", "n2-eth0", "node: n2, interfaceName: eth0, expectedIPs: [10.0.0.2]");
const policy = (rules: string): string => resource("GlobalNetworkPolicy", "web", `selector: "host == 'a'", ${rules}`);
const ALLOW = policy("types: [Ingress, Egress], ingress: [{action: Allow}], egress: [{action: Allow}]");
const DENY = policy("types: [Ingress, Egress], ingress: [{action: Deny}], egress: [{action: Allow}]");
const SAID = "what is stored lets this packet through, so there may be connections that outlive the change";
const COMMAND = "once the change is applied: conntrack -D -p tcp --orig-port-dst 80";

/** Runs `simulate` where a store holds the host endpoints and what is given; `@` stands for the folder of the files. */
async function simulate(stored: string, line: string) {
  const flows =
    "node: n1\nflows: [{from: {interface: eth0}, to: {process: true}, protocol: TCP, srcIP: 10.9.9.9, dstIP: 10.0.0.1, srcPort: 1, dstPort: 80}]\n";
  const folder = tmpFolder({
    "stored.yaml": HEPS + stored,
    "new.yaml": DENY,
    "all.yaml": HEPS + DENY,
    "flows.yaml": flows,
  });
  const run = session(folder);
  await run(`apply -f ${folder}/stored.yaml`);
  return run(line.replaceAll("@", folder));
}

describe("a proposed change that denies what the stored policy allows", () => {
  const INTO = "tcp 10.9.9.9 10.0.0.1:80";
  test.each<readonly [string, string, string, boolean]>([
    ["says so", ALLOW, `simulate -f @/new.yaml ${INTO}`, true],
    ["says so of a file of flows", ALLOW, "simulate -f @/new.yaml --flows @/flows.yaml", true],
    [
      "says so of a packet from end to end",
      ALLOW,
      "simulate -f @/new.yaml --from n1-eth0 --to n2-eth0 --in eth0 --out eth0 tcp 80",
      true,
    ],
    ["not where it was denied before", "", `simulate -f @/new.yaml ${INTO}`, false],
    ["not where nothing is proposed", DENY, `simulate ${INTO}`, false],
    ["not of files alone", ALLOW, `simulate --offline -f @/all.yaml ${INTO}`, false],
    [
      "not of what stays allowed",
      ALLOW,
      "simulate -f @/new.yaml --from-process --out eth0 tcp 10.0.0.1 10.9.9.9:80",
      false,
    ],
  ])("%s", async (_, stored, line, isTold) => {
    const { stdout } = await simulate(stored, line);
    expect(stdout.includes(SAID)).toBe(isTold);
    expect(stdout.includes(COMMAND)).toBe(isTold);
    const { flows } = JSON.parse((await simulate(stored, `${line} -o json`)).stdout);
    const hints = flows[0].hints.filter(({ code }: { code: string }) => code === "hint.established");
    expect(hints).toHaveLength(isTold ? 1 : 0);
    if (isTold) expect(flows[0].steps[hints[0].step]).toMatchObject({ kind: "rule-matched", action: "Deny" });
  });

  test("the hint stands below the row that denies", async () => {
    const rows = (await simulate(ALLOW, `simulate -f @/new.yaml ${INTO}`)).stdout.split("\n");
    const hint = rows.findIndex((row) => row.includes(SAID));
    expect(rows[hint - 1]).toMatch(/ web +deny +rule 1 matches everything/);
  });
});
