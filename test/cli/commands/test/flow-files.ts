import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

/** A manifest of the host endpoint h of node n1. */
export const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: h, labels: { role: web } }
spec: { node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1] }
---
`;
/** The same with a policy that selects it, web, and one that does not, db. */
export const POLICIES = `${HEP}apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec:
  selector: role == 'web'
  order: 1
  ingress:
    - { action: Allow, protocol: TCP, destination: { ports: [80] } }
    - { action: Deny, protocol: TCP, source: { nets: [192.0.2.0/24] } }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: db }
spec:
  selector: role == 'db'
  ingress: [{ action: Allow }]
`;

/** One flow in flow style, TCP from outside to the host. */
export const flow = (port: number, rest = "", src = "203.0.113.9"): string =>
  `  - { from: { interface: eth0 }, to: { process: true }, protocol: TCP, srcIP: ${src}, srcPort: 4000, dstIP: 10.0.0.1, dstPort: ${port}${rest} }\n`;
/** A flow file for node n1. */
export const flowFile = (...flows: string[]): string => `node: n1\nflows:\n${flows.join("")}`;
/** A flow file whose two expectations hold. */
export const GOOD = flowFile(
  flow(80, ", name: site, expect: { verdict: allow, policy: web, rule: 1 }"),
  flow(81, ", expect: deny"),
);

/** Runs `test` in a folder with the policies and some flow files, offline; `@` is the folder. */
export async function check(files: Readonly<Record<string, string>>, line: string, stdin = "") {
  const folder = tmpFolder({ "policies/p.yaml": POLICIES, ...files });
  const ran = await session(tmpFolder())(`test ${line.replaceAll("@", folder)}`, stdin);
  const clean = (text: string) => text.replaceAll(folder, "@");
  return { code: ran.code, stdout: clean(ran.stdout), stderr: clean(ran.stderr) };
}

/** The arguments that evaluate the folder's policies alone. */
export const OFFLINE = "-f @/policies --offline";
