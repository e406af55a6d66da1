import type { ApiResource, ObjectRef } from "./kubernetes-api.ts";

/** Which objects of a kind, and how they are asked for. */
export interface ListQuery {
  readonly namespace?: string | undefined;
  /** Parameters of the request; those that are `undefined` are left out. */
  readonly parameters?: Readonly<Record<string, string | undefined>>;
}

/** The kind as Kubernetes names it to people: `hostendpoints.crd.projectcalico.org`. */
export const kindName = ({ resource, group }: ApiResource): string =>
  group === "" ? resource : `${resource}.${group}`;

/** The path of all objects of a kind: `/api/v1/namespaces/web/pods?limit=500`. */
export function listPath(of: ApiResource, { namespace, parameters = {} }: ListQuery = {}): string {
  const root = of.group === "" ? `/api/${of.version}` : `/apis/${of.group}/${of.version}`;
  const place = of.isNamespaced && namespace !== undefined ? `/namespaces/${segmentOf(namespace)}` : "";
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
  return `${root}${place}/${of.resource}${query}`;
}

/** The path of one object, or of its subresource. */
export function objectPath({ of, namespace, name }: ObjectRef, subresource?: string): string {
  return `${listPath(of, { namespace })}/${segmentOf(name)}${subresource === undefined ? "" : `/${subresource}`}`;
}

/** A name as a segment of a path; one of dots would be another path, and halves of pairs have no place in a URL. */
function segmentOf(name: string): string {
  return /^\.+$/.test(name) ? name.replaceAll(".", "%2E") : encodeURIComponent(Buffer.from(name).toString());
}
