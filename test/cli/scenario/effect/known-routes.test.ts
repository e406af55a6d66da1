import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

/** A node whose addresses, routes and translation of a NodePort are known. */
const FACTS = {
  "facts/addr.json": JSON.stringify([
    { ifname: "lo", addr_info: [{ family: "inet", local: "127.0.0.1", prefixlen: 8 }] },
    { ifname: "eth0", addr_info: [{ family: "inet", local: "10.240.0.5", prefixlen: 24 }] },
    { ifname: "eth1", addr_info: [{ family: "inet", local: "172.16.0.5", prefixlen: 24 }] },
    { ifname: "cali1", addr_info: [] },
  ]),
  "facts/route.json": JSON.stringify([
    { dst: "default", gateway: "10.240.0.1", dev: "eth0", flags: [] },
    { dst: "10.240.0.0/24", dev: "eth0", scope: "link", prefsrc: "10.240.0.5", flags: [] },
    { dst: "172.16.0.0/24", dev: "eth1", scope: "link", prefsrc: "172.16.0.5", flags: [] },
    { dst: "192.168.1.10", dev: "cali1", scope: "link", flags: [] },
  ]),
  "facts/nat.txt":
    "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -d 10.240.0.5/32 -p tcp -m tcp --dport 31852 -j DNAT --to-destination 192.168.1.10:8080\nCOMMIT\n",
};

/** A host endpoint and a workload whose policies allow what goes to one destination, `host` and `workload`. */
function manifest({
  host = NOWHERE,
  workload = NOWHERE,
  interfaceName = "eth0",
}: Partial<Record<string, string>>): string {
  return `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h, labels: {at: host}}
spec: {node: n1, interfaceName: "${interfaceName}"}
---
apiVersion: projectcalico.org/v3
kind: WorkloadEndpoint
metadata: {name: n1-k8s-web-eth0, namespace: default, labels: {at: workload}}
spec: {node: n1, orchestrator: k8s, pod: web, endpoint: eth0, interfaceName: cali1, ipNetworks: [192.168.1.10/32]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: in}
spec:
  selector: at == 'host'
  applyOnForward: true
  preDNAT: true
  ingress:
  - {action: Allow, destination: {nets: [${host}]}}
  - {action: Deny}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: out}
spec:
  selector: at in {'${interfaceName === "*" ? "host" : "workload"}'}
  types: [Egress]
  egress:
  - {action: Allow, destination: {nets: [${workload}]}}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ingress}
spec:
  selector: at == 'workload'
  types: [Ingress]
  ingress:
  - {action: Allow}
`;
}

const NOWHERE = "203.0.113.1/32";

/** A packet, the policy that then allows its destination, and the way on which that changes something, with its interface. */
const ROWS: readonly (readonly [string, string, Partial<Record<string, string>>, string])[] = [
  [
    "a workload to an address behind a host endpoint",
    "--in cali1 tcp 192.168.1.10 198.51.100.7:81",
    { workload: "198.51.100.7/32" },
    "from workload cali1",
  ],
  [
    "a workload to an address behind another interface",
    "--in cali1 tcp 192.168.1.10 172.16.0.9:81",
    { workload: "172.16.0.9/32" },
    "from workload cali1",
  ],
  [
    "from outside to a workload",
    "--in eth0 tcp 198.51.100.7 192.168.1.10:81",
    { host: "192.168.1.10/32" },
    "forwarded in eth0",
  ],
  [
    "from outside to what is behind another interface",
    "--in eth0 tcp 198.51.100.7 172.16.0.9:81",
    { host: "172.16.0.9/32" },
    "forwarded in eth0",
  ],
  [
    "from outside, translated to a workload",
    "--in eth0 tcp 198.51.100.7 10.240.0.5:31852",
    { host: "10.240.0.5/32" },
    "forwarded in eth0",
  ],
  [
    "between processes, at the endpoint of every interface",
    "--from-process tcp 10.240.0.5 10.240.0.5:81",
    { interfaceName: "*", workload: "10.240.0.5/32", host: "10.240.0.5/32" },
    "local in lo",
  ],
];

interface Change {
  readonly change: string;
  readonly way: string;
  readonly places: readonly { readonly interface: string }[];
}

test.each(ROWS)("%s", async (_, flow, allowed, way) => {
  const { interfaceName } = allowed;
  const folder = tmpFolder({
    "old.yaml": manifest(interfaceName === undefined ? {} : { interfaceName }),
    "new.yaml": manifest(allowed),
    ...FACTS,
  });
  const run = session(folder);
  const facts = `--calico-version v3.32 --facts n1=${folder}/facts`;
  for (const [file, verdict] of [
    ["old", "deny"],
    ["new", "allow"],
  ]) {
    const { code, stderr } = await run(
      `simulate --offline -f ${folder}/${file}.yaml ${facts} --node n1 ${flow} --expect ${verdict}`,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  }
  const { stdout } = await run(`diff --effect ${folder}/old.yaml ${folder}/new.yaml ${facts} -o json`);
  const { isExact, changes } = JSON.parse(stdout) as { isExact: boolean; changes: readonly Change[] };
  expect(isExact).toBe(true);
  expect(
    changes.flatMap((one) =>
      one.change === "allowed" ? one.places.map((place) => `${one.way} ${place.interface}`) : [],
    ),
  ).toContain(way);
});

test("what a workload reaches behind a host endpoint is exposed, and is not forbidden", async () => {
  const folder = tmpFolder({
    "new.yaml": manifest({ workload: "198.51.100.7/32" }),
    "forbid.yaml": "forbid:\n- {name: nothing, direction: out, from: at == 'workload', to: [198.51.100.0/24]}\n",
    ...FACTS,
  });
  const from = `-f ${folder}/new.yaml --offline --facts n1=${folder}/facts`;
  const exposed = await session(folder)(`exposure --from at=='workload' --direction out ${from}`);
  expect(exposed.stdout).toContain("198.51.100.7");
  expect(await session(folder)(`test ${folder}/forbid.yaml ${from}`)).toMatchObject({
    code: 3,
    stdout: expect.stringMatching(/a packet of it is allowed: .*192\.168\.1\.10.* -> 198\.51\.100\.7/),
  });
});
