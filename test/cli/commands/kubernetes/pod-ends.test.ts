import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { hasHarmful } from "../../../../src/model/printable.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const SCHEMA = join(import.meta.dirname, "..", "..", "..", "..", "schemas", "simulate", "outcome.schema.json");
const isOutcome = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

const object = (apiVersion: string, kind: string, name: string, fields: object, metadata: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, ...metadata },
  ...fields,
});
const node = (name: string, address: string) =>
  object("v1", "Node", name, { status: { addresses: [{ type: "InternalIP", address }] } });
/** A pod of namespace shop. */
const pod = (name: string, at: string, ip: string, app: string, metadata: object = {}, spec: object = {}) =>
  object(
    "v1",
    "Pod",
    name,
    {
      spec: { nodeName: at, containers: [{ name: "c", ports: [{ name: "http", containerPort: 8080 }] }], ...spec },
      status: { phase: "Running", podIP: ip, podIPs: [{ ip }] },
    },
    { namespace: "shop", labels: { app }, ...metadata },
  );
const owned = (kind: string, name: string) => ({ ownerReferences: [{ apiVersion: "apps/v1", kind, name }] });
const OBJECTS = [
  node("node1", "10.0.0.1"),
  node("node2", "10.0.0.2"),
  object("v1", "Namespace", "shop", {}),
  pod("client", "node1", "192.168.1.11", "client"),
  pod("web-7d4b9c-aaaaa", "node1", "192.168.1.10", "web", owned("ReplicaSet", "web-7d4b9c")),
  pod("web-7d4b9c-bbbbb", "node1", "192.168.1.12", "web", owned("ReplicaSet", "web-7d4b9c")),
  pod("web-7d4b9c-ccccc", "node2", "192.168.2.10", "web", owned("ReplicaSet", "web-7d4b9c")),
  pod("db-0", "node2", "192.168.2.20", "db", owned("StatefulSet", "db")),
  pod("agent-x2b4c", "node2", "10.0.0.2", "agent", owned("DaemonSet", "agent"), { hostNetwork: true }),
  { ...pod("once-d8s7f", "node1", "192.168.1.30", "once", owned("Job", "once")), status: { phase: "Succeeded" } },
  pod("soon", "", "", "soon"),
  object(
    "apps/v1",
    "Deployment",
    "web",
    { spec: { selector: { matchLabels: { app: "web" } } } },
    { namespace: "shop", labels: { app: "web" } },
  ),
  object(
    "apps/v1",
    "Deployment",
    "none",
    { spec: { selector: { matchLabels: { app: "none" } } } },
    { namespace: "shop" },
  ),
  object(
    "networking.k8s.io/v1",
    "NetworkPolicy",
    "db",
    {
      spec: {
        podSelector: { matchLabels: { app: "db" } },
        ingress: [{ from: [{ podSelector: { matchLabels: { app: "web" } } }] }],
      },
    },
    { namespace: "shop" },
  ),
];

async function simulate(line: string) {
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: OBJECTS });
  const ran = await session(tmpFolder())(`simulate --offline --calico-version v3.32 -f - ${line}`, list);
  return { ...ran, text: (ran.stdout + ran.stderr).replaceAll(/^warning: .*\n/gm, "") };
}

test.each([
  [
    "--from pod/shop/client --to pod/shop/db-0 tcp 5432",
    0,
    ["DENY  TCP 192.168.1.11 -> 192.168.2.20:5432, from pod/shop/client to pod/shop/db-0, dropped on node2\n"],
  ],
  ["-n shop --from pod/client --to pod/db-0:http", 0, ["192.168.2.20:8080", "the source port"]],
  ["-n shop --from pod/client --to pod/db-0 tcp http", 0, ["192.168.2.20:8080"]],
  ["-n shop --from pod/client --to pod/db-0:5432", 0, ["the protocol is TCP: none was given"]],
  ["-n shop --from pod/client --to node/node2:9100", 0, ["ALLOW  TCP 192.168.1.11 -> 10.0.0.2:9100", "to node/node2"]],
  [
    "--from external:203.0.113.9 --to node/node2 udp 53",
    0,
    ["ALLOW  UDP 203.0.113.9 -> 10.0.0.2:53, from external:203.0.113.9 to node/node2, through node2\n"],
  ],
  ["--from pod/shop/client --to external:203.0.113.9:443", 0, ["-> 203.0.113.9:443, from pod/shop/client to external"]],
  [
    "-n shop --from ds/agent --to sts/db tcp 5432",
    0,
    [
      "TCP 10.0.0.2 -> 192.168.2.20:5432, from daemonset/shop/agent to statefulset/shop/db",
      "pod shop/agent-x2b4c stands for DaemonSet shop/agent, by its owner or name",
    ],
  ],
  [
    "-n shop --from deploy/web --to pod/db-0 tcp 5432",
    0,
    [
      "ALLOW  TCP 192.168.1.10 -> 192.168.2.20:5432, from deployment/shop/web to pod/shop/db-0\n",
      "allow for all 2 choices\n",
      "  allow   from pod shop/web-7d4b9c-aaaaa  on node2 by policy shop/knp.default.db, ingress rule 1",
      "  allow   from pod shop/web-7d4b9c-ccccc  on",
      "(and 1 more that end alike: --all-steps)",
      "pod shop/web-7d4b9c-aaaaa stands for Deployment shop/web, and for 1 more with its labels on node1",
    ],
  ],
  ["-n shop --from rs/web-7d4b9c --to pod/db-0 tcp 5432", 0, ["allow for all 2 choices"]],
  ["-n shop --from pod/app=client --to pod/db-0 tcp 5432", 0, ["DENY", "stands for the label selector app=client"]],
  [
    "--from ns/shop --to pod/shop/db-0 tcp 5432 --expect allow",
    3,
    [
      "DIFFERS  TCP",
      "allow for 3 of 5 choices: denied from pod shop/client, on node2 by default",
      "expectation not met: from pod shop/client: expected allow, got deny; 2 of 5 do not meet it",
    ],
  ],
  ["-n shop --from deploy/web --to pod/db-0 tcp 5432 --expect allow", 0, ["ALLOW"]],
  ["-n shop --from deploy/web --to pod/db-0 tcp 5432 --expect deny", 3, ["expected deny, got allow; 2 of 2"]],
] as const)("simulate %s", async (line, code, parts) => {
  const ran = await simulate(line.replaceAll("'", ""));
  expect([ran.code, ran.text]).toEqual([code, expect.any(String)]);
  for (const part of parts) expect(ran.text).toContain(part);
});

test.each([
  ["--from pod/client --to pod/shop/db-0 tcp 80", "there is no pod `default/client`", "use --from pod/shop/client"],
  ["--from pod/shop/clinet --to node/node1 tcp 80", "there is no pod `shop/clinet`", "use --from pod/shop/client"],
  ["--from node/node3 --to node/node1 tcp 80", "there is no node `node3`", "--from node/node1"],
  ["--from ns/shpo --to node/node1 tcp 80", "namespace `shpo` has no pods here", "use --from ns/shop"],
  [
    "--from deploy/shop/wbe --to node/node1 tcp 80",
    "no pod is known to be of Deployment shop/wbe",
    "deployment/shop/web",
  ],
  ["--from deploy/shop/none --to node/node1 tcp 80", "Deployment shop/none has no pod on a node", "use another end"],
  [
    "--from pod/shop/app=x --to node/node1 tcp 80",
    "no pod of namespace `shop` has the labels `app=x`",
    "pod/shop/client",
  ],
  ["--from pod/shop/app=(x --to node/node1 tcp 80", "`app=(x` is not a label selector", ""],
  ["--from pod/shop/soon --to node/node1 tcp 80", "pod `shop/soon` is on no node yet", ""],
  ["--from pod/shop/once-d8s7f --to node/node1 tcp 80", "pod `shop/once-d8s7f` has ended, and has no address", ""],
  ["--from pod/shop/client --to pod/shop/db-0:https", "has no port `https`", "use --to pod/shop/db-0:http"],
  ["--from pod/shop/client --to node/node1:ssh", "node node1 has no port by the name `ssh`: give its number", ""],
  ["--from pod/shop/client --to pod/shop/db-0", "TCP needs a port", ""],
  [
    "--from external:10.0.0.2 --to node/node1:80",
    "`10.0.0.2` is not outside the cluster: it is an address of node2",
    "node2",
  ],
  ["--from pod/\u001b[31m\u202e --to node/node1 tcp 80", "there is no pod `default/", "--from pod/shop/"],
] as const)("simulate %s is wrong usage", async (line, message, help) => {
  const ran = await simulate(line);
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(ran.stderr).toContain(help);
  expect(hasHarmful(ran.stderr)).toBe(false);
});

test("each choice is in the data, with its verdict", async () => {
  const ran = await simulate("--from ns/shop --to pod/shop/db-0 -o json tcp 5432");
  const data: unknown = JSON.parse(ran.stdout);
  expect(isOutcome(data), JSON.stringify(isOutcome.errors)).toBe(true);
  expect(data).toMatchObject({
    flows: [
      {
        ...{ from: "ns/shop", to: "pod/shop/db-0", verdict: "differs", decidedBy: { kind: "default" } },
        choices: [
          { choice: "from pod shop/agent-x2b4c", from: "node2", to: "shop/db-0", verdict: "allow" },
          { choice: "from pod shop/client", from: "shop/client", verdict: "deny", diesAt: { node: "node2" } },
          { choice: "from pod shop/web-7d4b9c-aaaaa", verdict: "allow" },
          { choice: "from pod shop/db-0", verdict: "deny" },
          { choice: "from pod shop/web-7d4b9c-ccccc", verdict: "allow" },
        ],
      },
    ],
  });
});
