import { encodeValue } from "../../datastore/values/encode-json.ts";
import { ORDER } from "../../generated/order.ts";
import { storedForm } from "../../kubernetes/write-stored-form.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { objectOrEmpty } from "../../model/json.ts";
import { STORED_API } from "../../model/kinds/kubernetes-kinds.ts";
import { type CalicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import { API_VERSION, type Located, type Resource } from "../../model/resource.ts";

/** The APIs that `convert` prints. */
export const CONVERTED_APIS = [API_VERSION, STORED_API] as const;
export type ConvertedApi = (typeof CONVERTED_APIS)[number];

/** What `convert` prints of resources, in their order, and what it says of those that cannot be written with it. */
export interface Converted {
  readonly objects: readonly object[];
  readonly notes: readonly Diagnostic[];
}

/** The resources as objects of an API. */
export function convertedTo(api: ConvertedApi, resources: readonly Located[], calico: CalicoVersionRules): Converted {
  return api === STORED_API ? storedObjects(resources, calico) : plainResources(resources, calico);
}

function plainResources(resources: readonly Located[], calico: CalicoVersionRules): Converted {
  const derived = resources.filter(({ madeOf }) => madeOf === "kubernetes");
  const objects = resources.map(({ resource }) => shown(resource, calico));
  if (derived.length === 0) return { objects, notes: [] };
  const message = `what Calico makes of Kubernetes' own objects is there for reading: ${counted(derived)}`;
  const help =
    "no command writes it to Kubernetes; etcd and the embedded store take it, but for policies named `knp.default.`";
  return { objects, notes: [{ severity: "info", code: "convert.derived", message, help }] };
}

/** Those that Calico stores in objects of its own; others are left out. */
function storedObjects(resources: readonly Located[], calico: CalicoVersionRules): Converted {
  const stored = resources.map((located) => ({
    located,
    object: located.madeOf === "kubernetes" ? undefined : storedForm(located.resource, calico),
  }));
  const objects = stored.flatMap(({ object }) => (object === undefined ? [] : [object]));
  const leftOut = stored.flatMap(({ located, object }) => (object === undefined ? [located] : []));
  if (leftOut.length === 0) return { objects, notes: [] };
  const message = `left out, as Kubernetes has no objects of \`${STORED_API}\` for it: ${counted(leftOut)}`;
  const help = "Namespaces, ServiceAccounts, Pods, Nodes and Kubernetes' own policies stand for it there";
  return { objects, notes: [{ severity: "warning", code: "convert.left-out", message, help }] };
}

function counted(resources: readonly Located[]): string {
  const counts = new Map<string, number>();
  for (const { resource } of resources) counts.set(resource.kind, (counts.get(resource.kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => `${count} ${kind}`)
    .sort()
    .join(", ");
}

/**
 * As v3.9.5 prints a resource that no datastore holds: with `creationTimestamp: null`, and with the fields that are written
 * though they are empty, as in what that version stores (`selector: ""`, both sides of rules).
 */
function shown(resource: Resource, { nullCreationTimestamp }: CalicoVersionRules): Resource {
  const { name, ...rest } = resource.metadata;
  const metadata = { name, ...(nullCreationTimestamp && { creationTimestamp: null }), ...rest };
  const written: unknown = JSON.parse(encodeValue(resource, ORDER[resource.kind], DEFAULT_CALICO.version));
  return { ...resource, ...objectOrEmpty(written), metadata };
}
