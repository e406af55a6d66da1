import type { Code, Diagnostic } from "../model/diagnostic.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { displayId, type Located, nameInFindings, resourceId, withResource } from "../model/resource.ts";

/** The namespace of resources that name none. */
export const DEFAULT_NAMESPACE = "default";

/**
 * Resources in their namespaces, and all findings with their names there: a finding about a resource that names no namespace is
 * one about the resource that is stored. What is made of a cluster's objects is in a namespace without any finding.
 */
export function inNamespaces(
  resources: readonly Located[],
  flag: string | undefined,
  found: readonly Diagnostic[],
): { readonly resources: readonly Located[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [...found];
  const names = new Map<string, string>();
  const placed = resources.map((located) => {
    const one = withNamespace(located, flag, located.madeOf === undefined ? diagnostics : []);
    if (one !== located) names.set(nameInFindings(located.resource), nameInFindings(one.resource));
    return one;
  });
  const named = diagnostics.map((one) => {
    const name = one.resource === undefined ? undefined : names.get(one.resource);
    return name === undefined ? one : { ...one, resource: name };
  });
  return { resources: placed, diagnostics: named };
}

/**
 * The resource in its namespace: its own, else `-n`'s, else `default`; a difference between the first two, and a
 * namespace for a kind that has none, are findings (recorded: create-np-ns-mismatch, create-ns-in-clusterscoped).
 */
function withNamespace(located: Located, flag: string | undefined, diagnostics: Diagnostic[]): Located {
  const { resource } = located;
  const own = resource.metadata.namespace || undefined;
  const namespaced = kindNamed(resource.kind)?.namespaced ?? false;
  const find = (code: Code, message: string, help: string) => {
    const span = located.locate(["metadata", own === undefined ? "name" : "namespace"]);
    const name = displayId(resourceId(resource));
    diagnostics.push({ severity: "error", code, message, help, resource: name, ...(span && { span }) });
  };
  if (!namespaced) {
    if (own === undefined && flag !== undefined) {
      find("namespace.not-namespaced", `${resource.kind} has no namespace`, "leave out --namespace");
    }
    return located;
  }
  if (own !== undefined && flag !== undefined && own !== flag) {
    find("namespace.mismatch", `namespace \`${own}\` is not the \`${flag}\` of --namespace`, "leave one of them out");
  }
  const metadata = { ...resource.metadata, namespace: own ?? flag ?? DEFAULT_NAMESPACE };
  return withResource(located, { ...resource, metadata });
}
