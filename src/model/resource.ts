import type { Span } from "./diagnostic.ts";
import { valueText } from "./json.ts";

/** The API version every resource of this tool carries. */
export const API_VERSION = "projectcalico.org/v3";

/** `metadata` of a stored or written resource; unknown fields (of another Calico version) are kept. */
export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly creationTimestamp?: string | null;
  readonly [field: string]: unknown;
}

/**
 * A resource of any kind in its wire shape, as manifests and the datastore have it. The generated types
 * (`HostEndpoint`, ...) narrow `spec`; code that treats all kinds alike uses this one.
 */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** What identifies a resource: names are as the user types them (`allow-nodeport`, never `default.allow-nodeport`). */
export interface ResourceId {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A field's path: property names and list indexes, from the resource's root (`["spec", "ingress", 0, "action"]`). */
export type FieldPath = readonly (string | number)[];

/**
 * A resource with the place of its fields. `locate` returns the place of a field in the text (the nearest enclosing
 * one where the field itself is absent), `undefined` for a resource read from the datastore, as is `source`.
 */
export interface Located<R extends Resource = Resource> {
  readonly resource: R;
  readonly source?: string;
  /** What it was read of, where that is an object of the Kubernetes API: Kubernetes' own (a Pod), or a custom resource of Calico. */
  readonly madeOf?: "kubernetes" | "stored";
  /** Why it is taken to be there although no input has it; absent for what was read. */
  readonly assumed?: string;
  readonly locate: (path: FieldPath) => Span | undefined;
  /**
   * The resource without its rules and without what only its reader is told of it (`uid`), where it is known so before it is made: all
   * fields that a node reads are here, and its rules are plain (`kinds/plain-rules`) and have the selectors of `ruleSelectors` only.
   * Whoever asks for `resource` has it made; absent where it is there anyway.
   */
  readonly outline?: R;
  readonly ruleSelectors?: readonly RuleSelector[];
}

/** A selector of a side of a rule, with its field there. */
export interface RuleSelector {
  readonly field: "selector" | "notSelector" | "namespaceSelector";
  readonly text: string;
}

/** A resource that no text has a place of. */
export function placeless(resource: Resource): Located {
  return { resource, locate: nowhere };
}

function nowhere(): undefined {
  return undefined;
}

/** What a node reads of a resource but its rules; does not make a resource that is made later. */
export function outlineOf<R extends Resource>(located: Located<R>): R {
  return located.outline ?? located.resource;
}

/** Another resource at the same place, of which nothing is known before it is read. */
export function withResource({ outline: _, ruleSelectors: __, ...place }: Located, resource: Resource): Located {
  return { ...place, resource };
}

/** The id of a resource. */
export function resourceId(resource: Resource): ResourceId {
  const { name, namespace } = resource.metadata;
  return namespace === undefined ? { kind: resource.kind, name } : { kind: resource.kind, namespace, name };
}

/** A resource's name for people: `HostEndpoint node1-eth0`, `NetworkPolicy ns1/allow`; a refused manifest's may be no text. */
export function displayId(id: ResourceId): string {
  return `${id.kind} ${id.namespace === undefined ? "" : `${valueText(id.namespace)}/`}${valueText(id.name)}`;
}

/** A resource's name in findings: as `displayId`, or its kind alone where it has no name. */
export function nameInFindings(resource: Resource): string {
  return resource.metadata.name === "" ? resource.kind : displayId(resourceId(resource));
}

/** A field path as people write it: `spec.ingress[0].action`; names that are not plain words are quoted. */
export function formatPath(path: FieldPath): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(part)) text += text === "" ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}
