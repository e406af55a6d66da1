import { fragmentOf } from "./route.ts";

const KINDS: Readonly<Record<string, string>> = {
  HostEndpoint: "/endpoint",
  WorkloadEndpoint: "/endpoint",
  GlobalNetworkPolicy: "/policy",
  NetworkPolicy: "/policy",
  StagedGlobalNetworkPolicy: "/policy",
  StagedNetworkPolicy: "/policy",
};

/** The fragment of a resource's page, by its name for people: `HostEndpoint node1-eth0`; `rule` is one to point to: `ingress 2`. */
export function resourceFragment(resource: string, rule?: string): string {
  const [kind = "", name = ""] = partsOf(resource);
  const base = Object.hasOwn(KINDS, kind) ? KINDS[kind] : "/resource";
  const path = [base, encodeURIComponent(kind), ...name.split("/").map(encodeURIComponent)].join("/");
  return fragmentOf(path, { rule });
}

/** The resource that a path is of; `undefined` where it is of none. */
export function resourceOfPath(path: string): string | undefined {
  const [, , kind = "", ...names] = path.split("/");
  if (kind === "" || names.length === 0 || names.some((name) => name === "")) return undefined;
  try {
    return `${decodeURIComponent(kind)} ${names.map(decodeURIComponent).join("/")}`;
  } catch {
    // Not what `encodeURIComponent` makes.
    return undefined;
  }
}

/** The kind and the name of a resource. */
export function partsOf(resource: string): readonly [kind: string, name: string] {
  const cut = resource.indexOf(" ");
  return cut === -1 ? [resource, ""] : [resource.slice(0, cut), resource.slice(cut + 1)];
}
