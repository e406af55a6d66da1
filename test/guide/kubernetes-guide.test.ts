import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The guide's worked example as objects of Kubernetes: its Nodes, Pods, host endpoints, policies, and a Service on NodePort 31852. */
const { items } = parse(readFileSync("examples/kubernetes/cluster.yaml", "utf8")) as {
  readonly items: readonly Fields[];
};
const PINHOLE = parse(readFileSync("examples/worked-example/allow-nodeport.yaml", "utf8")) as Fields;

const ON = { local: "node1", remote: "node2" };

/** The cluster with a backend on one of the nodes, seen from node1. */
function cluster(backend: keyof typeof ON, externalTrafficPolicy: string, extra: readonly Fields[]): string {
  const changed = items.map((object) => {
    const { name } = object.metadata as { readonly name: string };
    if (object.kind === "Service" && name === "web")
      return { ...object, spec: { ...(object.spec as Fields), externalTrafficPolicy } };
    if (object.kind !== "EndpointSlice" || !name.startsWith("web")) return object;
    const endpoints = object.endpoints as readonly Fields[];
    return { ...object, endpoints: endpoints.filter(({ nodeName }) => nodeName === ON[backend]) };
  });
  return JSON.stringify({ apiVersion: "v1", kind: "List", items: [...changed, ...extra] });
}

async function verdict(text: string, from: string) {
  const run = session(tmpFolder());
  const line = `simulate --offline --calico-version v3.32 -f - -o json --from ${from} --to node/node1:31852 tcp`;
  const { stdout, stderr } = await run(line, text);
  if (stdout === "") throw new Error(stderr);
  const [flow] = (JSON.parse(stdout) as { readonly flows: readonly Fields[] }).flows;
  const { verdict, decidedBy, steps } = flow as { verdict: string; decidedBy: Fields; steps: readonly Fields[] };
  const dnat = steps.find(({ kind }) => kind === "dnat");
  const policy = decidedBy.policy as { readonly name: string } | undefined;
  return [verdict, policy?.name ?? decidedBy.profile ?? decidedBy.kind, dnat?.to ?? "not translated"].join(", ");
}

const LOCAL = "192.168.1.10:8080";
const REMOTE = "192.168.2.10:8080";
const CLOSED = "deny, drop-other-ingress, not translated";

describe("the guide's NodePort 31852, from objects of Kubernetes alone", () => {
  test.each<readonly [backend: keyof typeof ON, policy: string, inside: string, opened: string]>([
    ["local", "Cluster", LOCAL, LOCAL],
    ["remote", "Cluster", REMOTE, REMOTE],
    ["local", "Local", LOCAL, LOCAL],
    // A node without a backend has nothing to translate to: what the pinhole accepts goes on to the node itself (recorded).
    ["remote", "Local", "not translated", "not translated"],
  ])("a %s backend, externalTrafficPolicy %s", async (backend, policy, inside, opened) => {
    const closed = cluster(backend, policy, []);
    const open = cluster(backend, policy, [PINHOLE]);
    expect(await verdict(closed, "external:203.0.113.9"), "refused from outside").toBe(CLOSED);
    expect(await verdict(closed, "node/node2"), "allowed from inside").toMatch(new RegExp(`^allow, .*, ${inside}$`));
    expect(await verdict(open, "external:203.0.113.9"), "opened by the pinhole").toMatch(
      new RegExp(`^allow, .*, ${opened}$`),
    );
  });
});
