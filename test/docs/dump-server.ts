import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "yaml";

type Fields = Readonly<Record<string, unknown>>;

/** A server that answers as the API server of a cluster does: it lists the objects of a dump, and takes no writes. */
export interface DumpServer {
  /** A kubeconfig that names it. */
  readonly kubeconfig: string;
  readonly stop: () => Promise<void>;
}

/** The kinds that the server has definitions of, by where they are; the group of the core API is empty. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  "/v1": ["Node", "Namespace", "ServiceAccount", "Pod", "Service"],
  "discovery.k8s.io/v1": ["EndpointSlice"],
  "networking.k8s.io/v1": ["NetworkPolicy"],
  "crd.projectcalico.org/v1": ["HostEndpoint", "GlobalNetworkPolicy", "NetworkPolicy", "ClusterInformation"],
};
const CLUSTER_WIDE = ["Node", "Namespace", "HostEndpoint", "GlobalNetworkPolicy", "ClusterInformation"];

/** Starts a server with the objects of a dump, a `List` in YAML. */
export async function startDumpServer(file: string): Promise<DumpServer> {
  const { items } = parse(readFileSync(file, "utf8")) as { items: readonly Fields[] };
  const server = createServer((request, response) => {
    const body = answerOf(new URL(request.url ?? "/", "http://localhost").pathname, items);
    const absent = { kind: "Status", apiVersion: "v1", status: "Failure", reason: "NotFound", code: 404 };
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? absent));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    kubeconfig: JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "c",
      contexts: [{ name: "c", context: { cluster: "c", user: "" } }],
      clusters: [{ name: "c", cluster: { server: address } }],
    }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the server answers to a path: what there is, or the objects of a kind. */
function answerOf(path: string, items: readonly Fields[]): unknown {
  if (path === "/api") return { kind: "APIVersions", versions: ["v1"] };
  if (path === "/apis") return { kind: "APIGroupList", apiVersion: "v1", groups: groups() };
  const [, api, group = "", version = "", plural] = /^\/(apis?)(?:\/([\w.-]+))??\/(v\w+)(?:\/(\w+))?$/.exec(path) ?? [];
  const kinds = api === undefined ? undefined : KINDS[`${group}/${version}`];
  if (kinds === undefined) return;
  const groupVersion = group === "" ? version : `${group}/${version}`;
  if (plural === undefined)
    return { kind: "APIResourceList", apiVersion: "v1", groupVersion, resources: kinds.map(resourceOf) };
  const kind = kinds.find((kind) => pluralOf(kind) === plural);
  if (kind === undefined) return;
  const found = items.filter((item) => item.apiVersion === groupVersion && item.kind === kind);
  return { kind: `${kind}List`, apiVersion: groupVersion, metadata: { resourceVersion: "1" }, items: found };
}

function groups(): readonly Fields[] {
  return Object.keys(KINDS)
    .filter((one) => !one.startsWith("/"))
    .map((groupVersion) => {
      const [name, version] = groupVersion.split("/");
      return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
    });
}

const resourceOf = (kind: string): Fields => ({
  name: pluralOf(kind),
  singularName: kind.toLowerCase(),
  namespaced: !CLUSTER_WIDE.includes(kind),
  kind,
  verbs: ["list"],
});

function pluralOf(kind: string): string {
  const word = kind.toLowerCase();
  return word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
}
