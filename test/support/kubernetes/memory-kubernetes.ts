import { randomUUID } from "node:crypto";
import { ForbiddenError } from "../../../src/datastore/datastore-error.ts";
import type {
  ApiDelete,
  ApiEvent,
  ApiResource,
  ApiWrite,
  KubernetesApi,
  ObjectList,
  ObjectRef,
} from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import type { KubernetesObject } from "../../../src/kubernetes/kubernetes-object.ts";
import { objectOrEmpty } from "../../../src/model/json.ts";
import { FIELD_DEFAULTS, FIELD_SETS } from "./definitions.ts";

/** The metadata that a server keeps. */
interface ServedMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  readonly [field: string]: unknown;
}

/** An object in the server. */
type Served = KubernetesObject & { readonly metadata: ServedMetadata };

/** The metadata that a test or the store gives an object; what the server keeps of it may be missing. */
interface GivenMetadata extends Omit<ServedMetadata, "uid" | "resourceVersion"> {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
}

/** The metadata of an object, taken as it is: only tests and the store under test give objects, and both write text there. */
function givenMetadata({ metadata }: KubernetesObject): GivenMetadata {
  return { name: "", ...objectOrEmpty(metadata) };
}

/** A change of an object, for those who watch. */
interface Change {
  readonly of: string;
  readonly revision: bigint;
  readonly event: Extract<ApiEvent, { kind: "put" | "deleted" }>;
}

/** When everything is created: no test waits for a clock. */
const CREATED = "2026-01-02T03:04:05Z";
/**
 * An API server in memory: uids, resource versions, conflicts, preconditions and events of watches are a real server's; of
 * the definitions of Calico's kinds it knows the few defaults and sets that the recordings show.
 */
export class MemoryKubernetes implements KubernetesApi {
  readonly description = "Kubernetes API in memory";
  readonly timeoutMs = 5000;
  /** What was asked of it, as `get crd.projectcalico.org/tiers sec`. */
  readonly requests: string[] = [];
  readonly #objects = new Map<string, Served>();
  readonly #history: Change[] = [];
  readonly #groups: ReadonlyMap<string, readonly string[]>;
  readonly #watchers = new Set<() => void>();
  readonly #forbidden = new Set<string>();
  #revision = 1n;
  #forgotten = 0n;
  #breaks = 0;

  constructor(groups: Readonly<Record<string, readonly string[]>> = { "crd.projectcalico.org": ["v1"] }) {
    this.#groups = new Map(Object.entries(groups));
  }

  async get(ref: ObjectRef): Promise<KubernetesObject | undefined> {
    this.#record("get", ref.of, ref.name, ref.namespace);
    return copy(this.#objects.get(keyOf(ref.of, ref.name, ref.namespace)));
  }

  async list(of: ApiResource, options: { readonly namespace?: string } = {}): Promise<ObjectList> {
    this.#record("list", of, "", options.namespace);
    const prefix = keyOf(of, "", options.namespace);
    const keys = [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    const items = keys.flatMap((key) => copy(this.#objects.get(key)) ?? []);
    return { items, resourceVersion: String(this.#revision) };
  }

  async create(of: ApiResource, object: KubernetesObject): Promise<ApiWrite> {
    const { name, namespace, ...metadata } = givenMetadata(object);
    this.#record("create", of, name, namespace);
    if (of.isNamespaced && !this.#objects.has(`/namespaces//${namespace}`))
      return { kind: "not-found", what: `namespaces "${namespace}"` };
    const key = keyOf(of, name, namespace);
    if (this.#objects.has(key)) return { kind: "exists" };
    const fault = invalid(of, object);
    if (fault !== undefined) return { kind: "invalid", reason: fault };
    const resourceVersion = this.#next();
    const made = {
      ...withDefaults(of, object),
      metadata: {
        ...metadata,
        name,
        ...(of.isNamespaced && { namespace: String(namespace) }),
        uid: randomUUID(),
        resourceVersion,
        generation: 1,
        creationTimestamp: CREATED,
      },
    };
    this.#put(of, key, made);
    return { kind: "written", object: structuredClone(made) };
  }

  async update(
    of: ApiResource,
    object: KubernetesObject,
    { subresource }: { readonly subresource?: "status" } = {},
  ): Promise<ApiWrite> {
    const given = givenMetadata(object);
    this.#record("update", of, given.name, given.namespace, subresource);
    const key = keyOf(of, given.name, given.namespace);
    const stored = this.#objects.get(key);
    if (stored === undefined) return { kind: "not-found", what: `${of.resource} "${given.name}"` };
    if (given.resourceVersion !== stored.metadata.resourceVersion) return { kind: "conflict" };
    const fault = invalid(of, object);
    if (fault !== undefined) return { kind: "invalid", reason: fault };
    const { uid, generation, creationTimestamp } = stored.metadata;
    const whole = withDefaults(of, object);
    const isSame = JSON.stringify(sorted(whole.spec)) === JSON.stringify(sorted(stored.spec));
    const next: Served = {
      ...whole,
      ...(subresource === "status" && { spec: stored.spec }),
      metadata: {
        ...given,
        uid,
        creationTimestamp,
        ...(generation !== undefined && { generation: isSame ? generation : generation + 1 }),
        resourceVersion: stored.metadata.resourceVersion,
      },
    };
    // A server writes nothing where nothing changes.
    if (JSON.stringify(sorted(next)) !== JSON.stringify(sorted(stored)))
      this.#put(of, key, { ...next, metadata: { ...next.metadata, resourceVersion: this.#next() } });
    return { kind: "written", object: structuredClone(this.#objects.get(key) ?? next) };
  }

  async delete(
    { of, name, namespace }: ObjectRef,
    preconditions: { readonly uid?: string; readonly resourceVersion?: string } = {},
  ): Promise<ApiDelete> {
    this.#record("delete", of, name, namespace);
    const key = keyOf(of, name, namespace);
    const stored = this.#objects.get(key);
    if (stored === undefined) return { kind: "not-found" };
    const { uid, resourceVersion } = stored.metadata;
    const holds = (wanted: string | undefined, is: string) => wanted === undefined || wanted === is;
    if (!holds(preconditions.uid, uid) || !holds(preconditions.resourceVersion, resourceVersion))
      return { kind: "conflict" };
    this.#objects.delete(key);
    const last = { ...stored, metadata: { ...stored.metadata, resourceVersion: this.#next() } };
    this.#tell(of, { kind: "deleted", object: last });
    return { kind: "deleted", object: structuredClone(stored) };
  }

  async *watch(
    of: ApiResource,
    { namespace, resourceVersion }: { readonly namespace?: string; readonly resourceVersion: string },
    signal: AbortSignal,
  ): AsyncGenerator<ApiEvent> {
    const kind = keyOf(of, "", undefined);
    const breaks = this.#breaks;
    let seen = BigInt(resourceVersion);
    while (!signal.aborted && breaks === this.#breaks) {
      if (seen < this.#forgotten) {
        yield { kind: "gone" };
        return;
      }
      const next = this.#history.find((change) => change.of === kind && change.revision > seen);
      if (next === undefined) {
        await this.#news(signal);
        continue;
      }
      seen = next.revision;
      const { metadata } = next.event.object as Served;
      if (namespace === undefined || metadata.namespace === namespace) yield structuredClone(next.event);
    }
  }

  async groups(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#groups;
  }

  async close(): Promise<void> {}

  /** Refuses every request for a kind (`networking.k8s.io/networkpolicies`), as a role without rights does. */
  forbid(kind: string): void {
    this.#forbidden.add(kind);
  }

  /** Puts an object in as it is, with its uid and revision where it has them. */
  load(of: ApiResource, object: KubernetesObject): void {
    const metadata = givenMetadata(object);
    const whole = { ...metadata, uid: metadata.uid ?? randomUUID(), resourceVersion: this.#next() };
    this.#put(of, keyOf(of, metadata.name, metadata.namespace), { ...object, metadata: whole });
  }

  /** Everything in it, by kind and name. */
  dump(): readonly KubernetesObject[] {
    const keys = [...this.#objects.keys()].sort();
    return keys.flatMap((key) => copy(this.#objects.get(key)) ?? []);
  }

  /** Forgets the changes until now, so that who watches from before them has to list again (410). */
  compact(): void {
    this.#forgotten = this.#revision;
    this.#history.length = 0;
    this.breakWatches();
  }

  /** Ends every watch, as a lost connection does. */
  breakWatches(): void {
    this.#breaks += 1;
    for (const wake of this.#watchers) wake();
  }

  #next(): string {
    this.#revision += 1n;
    return String(this.#revision);
  }

  #put(of: ApiResource, key: string, object: Served): void {
    this.#objects.set(key, object);
    this.#tell(of, { kind: "put", object });
  }

  #tell(of: ApiResource, event: Change["event"]): void {
    this.#history.push({ of: keyOf(of, "", undefined), revision: this.#revision, event });
    for (const wake of this.#watchers) wake();
  }

  /** Waits for a change, a lost connection or the end. */
  #news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#watchers.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#watchers.add(wake);
      signal.addEventListener("abort", wake);
    });
  }

  #record(verb: string, of: ApiResource, name: string, namespace?: string, subresource?: string): void {
    const group = of.group === "" ? "" : `${of.group}/`;
    if (this.#forbidden.has(`${group}${of.resource}`))
      throw new ForbiddenError("datastore.auth", `you may not ${verb} ${of.resource}`);
    const object = of.isNamespaced && namespace !== undefined ? `${namespace}/${name}` : name;
    this.requests.push(`${verb} ${group}${of.resource}${subresource ? `/${subresource}` : ""} ${object}`.trimEnd());
  }
}

function keyOf({ group, resource, isNamespaced }: ApiResource, name: string, namespace: string | undefined): string {
  if (isNamespaced && namespace === undefined && name === "") return `${group}/${resource}/`;
  return `${group}/${resource}/${isNamespaced ? namespace : ""}/${name}`;
}

function copy<T>(value: T): T {
  return structuredClone(value);
}

function withDefaults({ resource }: ApiResource, object: KubernetesObject): KubernetesObject {
  const defaults = FIELD_DEFAULTS[resource];
  if (defaults === undefined || !("spec" in object)) return object;
  return { ...object, spec: { ...defaults, ...objectOrEmpty(object.spec) } };
}

function invalid({ resource }: ApiResource, { spec }: KubernetesObject): string | undefined {
  const fields = objectOrEmpty(spec);
  const twice = FIELD_SETS[resource]?.find((name) => {
    const list = fields[name];
    return Array.isArray(list) && new Set(list).size < list.length;
  });
  return twice && `spec.${twice}: Duplicate value`;
}

/** A value with the fields of its objects in the order of their names. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
