import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

/** The kinds that the page's one line saves, by the names that it gives kubectl, with their apiVersion. */
const NAMED: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  nodes: ["v1", "Node"],
  namespaces: ["v1", "Namespace"],
  serviceaccounts: ["v1", "ServiceAccount"],
  pods: ["v1", "Pod"],
  services: ["v1", "Service"],
  endpointslices: ["discovery.k8s.io/v1", "EndpointSlice"],
  "networkpolicies.networking.k8s.io": ["networking.k8s.io/v1", "NetworkPolicy"],
};
/** What `kubectl api-resources` adds to it, so far as it is read. */
const ADDED: readonly (readonly [apiVersion: string, kind: string])[] = [
  ["policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy"],
  ["crd.projectcalico.org/v1", "Tier"],
  ["crd.projectcalico.org/v1", "ClusterInformation"],
  ["crd.projectcalico.org/v1", "KubeControllersConfiguration"],
];
const SPECS: Readonly<Record<string, object>> = {
  ClusterNetworkPolicy: { tier: "Admin", priority: 1, subject: { namespaces: {} } },
};

const page = readFileSync(join(import.meta.dirname, "../../../../docs/kubernetes.md"), "utf8");

test("the page's line names what is read, and all of it is read", async () => {
  const names = /^kubectl get "([^"$]*),\$\(/m.exec(page)?.[1]?.split(",") ?? [];
  expect(names).toEqual(Object.keys(NAMED));
  const items = [...names.flatMap((name) => (NAMED[name] ? [NAMED[name]] : [])), ...ADDED].map(
    ([apiVersion, kind]) => ({
      apiVersion,
      kind,
      metadata: { name: "a", uid: "u" },
      spec: SPECS[kind] ?? {},
    }),
  );
  const { stderr } = await session(tmpFolder())(
    "simulate --offline --calico-version v3.32 -f - --node a --in eth0 tcp 10.0.0.1 10.0.0.2:80",
    JSON.stringify({ apiVersion: "v1", kind: "List", items }),
  );
  expect(stderr).toBe("");
});

test("a dump that PowerShell saved is told apart", async () => {
  const folder = tmpFolder();
  writeFileSync(join(folder, "a.yaml"), Buffer.from("\ufeffapiVersion: v1\n", "utf16le"));
  const { code, stderr } = await session(tmpFolder())(`validate -f ${folder}/a.yaml`);
  expect([code, stderr]).toEqual([1, expect.stringContaining("what `>` of PowerShell wrote is UTF-16")]);
});
