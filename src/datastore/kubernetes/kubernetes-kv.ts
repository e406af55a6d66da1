import { type KubernetesObject, metadataOf } from "../../kubernetes/kubernetes-object.ts";
import { nativeForm, storedForm } from "../../kubernetes/write-stored-form.ts";
import { objectOrEmpty } from "../../model/json.ts";
import { API_VERSION, type Resource } from "../../model/resource.ts";
import { kindOfKey } from "../keys.ts";
import {
  ABSENT,
  type DropResult,
  type KeyEvent,
  type KeyValue,
  type KeyValueStore,
  type PutResult,
  type RangeResult,
  revisionNumber,
} from "../kv/kv.ts";
import { decodeResource } from "../values/codec.ts";
import type { ApiWrite, KubernetesApi, ObjectRef } from "./api/kubernetes-api.ts";
import { emptyPodAddresses, writeOfNode, writeOfPod } from "./object-writes.ts";
import { refusal } from "./refusals.ts";
import { type KindSources, type Source, type SourceRules, sourcesOf } from "./sources.ts";
import { watchSources } from "./watch-sources.ts";

/** What ClusterInformation calls a cluster whose datastore is Kubernetes. */
const CLUSTER_TYPE = "kdd";

/**
 * Calico's resources in the objects of a Kubernetes cluster, by the keys and values that etcd would have for them, so that
 * their rules are written once. A key's revision is its object's `resourceVersion`.
 */
export function kubernetesKv(api: KubernetesApi, rules: SourceRules): KeyValueStore {
  return new KubernetesKv(api, rules);
}

/** The object that a key stands for. */
interface Place {
  readonly kind: string;
  readonly source: Source;
  readonly ref: ObjectRef;
}

class KubernetesKv implements KeyValueStore {
  readonly description: string;
  readonly timeoutMs: number;
  readonly clusterType = CLUSTER_TYPE;
  readonly readsCurrent = true;
  readonly #api: KubernetesApi;
  readonly #rules: SourceRules;
  readonly #sources = new Map<string, KindSources>();
  /** The object of each key that was read last, until it is written: an update keeps what Calico says nothing of. */
  readonly #read = new Map<string, KubernetesObject>();

  constructor(api: KubernetesApi, rules: SourceRules) {
    this.#api = api;
    this.#rules = rules;
    this.description = api.description;
    this.timeoutMs = api.timeoutMs;
  }

  readonly refusal: NonNullable<KeyValueStore["refusal"]> = (key, change) => refusal(key, change, this.#rules.calico);

  async get(key: string, revision?: string): Promise<RangeResult> {
    const place = this.#place(key);
    const entry = place && (await this.#entry(key, place));
    const none = { kvs: [], revision: ABSENT };
    if (entry === undefined) return none;
    const found = { kvs: [entry], revision: entry.modRevision };
    if (revision === undefined || revision === entry.modRevision) return found;
    // The API returns what is there now. That is what was there at the revision, too, if it was written before it.
    const wanted = revisionNumber(revision);
    if (wanted < revisionNumber(entry.modRevision)) return none;
    const now = await this.list(key.slice(0, key.lastIndexOf("/") + 1));
    return wanted <= revisionNumber(now.revision) ? found : none;
  }

  async list(prefix: string, limit = 0): Promise<RangeResult> {
    const { sources, namespace } = this.#scope(prefix);
    const lists = await Promise.all(
      sources.all.map((source) => this.#api.list(source.of, namespace === undefined ? {} : { namespace })),
    );
    const kvs = lists.flatMap(({ items }, at) => items.flatMap((item) => sources.all[at]?.entry(item) ?? []));
    const revision = lists.map(({ resourceVersion }) => resourceVersion).join("/");
    return { kvs: limit > 0 ? kvs.slice(0, limit) : kvs, revision };
  }

  async put(key: string, value: string, expected: string): Promise<PutResult> {
    const place = this.#place(key);
    const { calico, group } = this.#rules;
    const decoded =
      place && decodeResource(place.kind, { key, value, modRevision: "", createRevision: "" }, calico.storedNames);
    if (place === undefined || !decoded?.ok) throw new TypeError(`about to store ${key}`);
    const { resource } = decoded;
    if (place.kind === "WorkloadEndpoint") return this.#putPod(key, place, resource);
    if (expected === ABSENT) return this.#create(key, place, this.#objectOf(resource, place));
    const base = await this.#base(key, place, expected);
    if (base === undefined) return { kind: "mismatch", current: await this.#entry(key, place) };
    if (place.kind === "Node") {
      const { object, note } = writeOfNode(base, resource, calico);
      const written = await this.#api.update(place.source.of, object, { subresource: "status" });
      return this.#written(key, place, written, note);
    }
    const made = this.#objectOf(resource, place);
    const object = { ...made, metadata: { ...kept(base), ...objectOrEmpty(made.metadata) } };
    if (group !== API_VERSION && !("status" in object) && "status" in base)
      Object.assign(object, { status: base.status });
    return this.#written(key, place, await this.#api.update(place.source.of, object));
  }

  async drop(key: string, expected?: string): Promise<DropResult> {
    const place = this.#place(key);
    const previous = place && (await this.#entry(key, place));
    if (place === undefined || previous === undefined) return { kind: "missing" };
    if (expected !== undefined && expected !== previous.modRevision) return { kind: "mismatch", current: previous };
    if (place.kind === "WorkloadEndpoint") return this.#dropPod(key, place, previous);
    // Without a revision the object goes whatever it has become since, but none that was made anew under its name.
    const { uid, resourceVersion } = metadataOf(this.#read.get(key) ?? {});
    this.#read.delete(key);
    const deleted = await this.#api.delete(place.ref, expected === undefined ? { uid } : { uid, resourceVersion });
    if (deleted.kind === "deleted") return { kind: "deleted", previous, revision: previous.modRevision };
    const current = await this.#entry(key, place);
    return current === undefined ? { kind: "missing" } : { kind: "mismatch", current };
  }

  watch(prefix: string, revision: string, signal: AbortSignal): AsyncIterable<KeyEvent> {
    const { sources, namespace } = this.#scope(prefix);
    const list = () => this.list(prefix);
    return watchSources({ api: this.#api, sources: sources.all, namespace, list }, revision, signal);
  }

  close(): Promise<void> {
    return this.#api.close();
  }

  /** What a prefix of keys stands for: a kind, in one namespace where it names one. */
  #scope(prefix: string): { readonly sources: KindSources; readonly namespace: string | undefined } {
    const info = kindOfKey(prefix);
    if (info === undefined) throw new TypeError(`no kind has the keys ${prefix}`);
    const namespace = prefix.split("/").at(-2);
    return { sources: this.#sourcesOf(info.kind), namespace: namespace === info.plural ? undefined : namespace };
  }

  #sourcesOf(kind: string): KindSources {
    const sources = this.#sources.get(kind) ?? sourcesOf(kind, this.#rules);
    this.#sources.set(kind, sources);
    return sources;
  }

  #place(key: string): Place | undefined {
    const info = kindOfKey(key);
    const [name = "", namespace] = key.split("/").reverse();
    if (info === undefined) return undefined;
    const found = this.#sourcesOf(info.kind).find(name, info.namespaced ? namespace : undefined);
    return found && { kind: info.kind, ...found };
  }

  /** The entry that the API has for a key now; its object is remembered. */
  async #entry(key: string, { source, ref }: Place): Promise<KeyValue | undefined> {
    const object = await this.#api.get(ref);
    const entry = object && source.entry(object);
    // A workload endpoint's name also says the node, which must be the pod's.
    if (object === undefined || entry?.key !== key) return undefined;
    this.#read.set(key, object);
    return entry;
  }

  /** The object at a revision, to write on top of; `undefined` where that is not the present one. */
  async #base(key: string, place: Place, expected: string): Promise<KubernetesObject | undefined> {
    const isExpected = (object: KubernetesObject | undefined) =>
      object !== undefined && place.source.entry(object)?.modRevision === expected;
    const known = this.#read.get(key);
    if (isExpected(known)) return known;
    await this.#entry(key, place);
    const now = this.#read.get(key);
    return isExpected(now) ? now : undefined;
  }

  #objectOf(resource: Resource, { kind }: Place): KubernetesObject {
    const { calico, group } = this.#rules;
    // A field of no value, as v3.9 stores one, is none to a server.
    const spec = Object.fromEntries(Object.entries(resource.spec ?? {}).filter(([, value]) => value !== null));
    const object = (group === API_VERSION ? nativeForm : storedForm)({ ...resource, spec }, calico);
    if (object === undefined) throw new TypeError(`about to store a ${kind}`);
    return object;
  }

  async #create(key: string, place: Place, object: KubernetesObject): Promise<PutResult> {
    const written = await this.#api.create(place.source.of, object);
    if (written.kind === "not-found") {
      const { namespace } = place.ref;
      const isThere =
        namespace === undefined ? `the cluster serves no ${place.kind}` : `namespace \`${namespace}\` does not exist`;
      return { kind: "refused", reason: isThere, help: `the API server found no ${written.what}` };
    }
    return this.#written(key, place, written);
  }

  async #written(key: string, place: Place, written: ApiWrite, note?: string): Promise<PutResult> {
    this.#read.delete(key);
    switch (written.kind) {
      case "written": {
        const stored = place.source.entry(written.object);
        if (stored === undefined) throw new TypeError(`the API server stored ${key} as something else`);
        return { kind: "written", revision: stored.modRevision, stored, ...(note !== undefined && { note }) };
      }
      case "invalid":
        return { kind: "refused", reason: `the API server refuses it: ${written.reason}` };
      case "exists":
      case "conflict":
      case "not-found":
        return { kind: "mismatch", current: await this.#entry(key, place) };
    }
  }

  /** v3.9 writes an endpoint's address into an annotation of its pod, and nothing else. */
  async #putPod(key: string, place: Place, resource: Resource): Promise<PutResult> {
    const pod = (await this.#entry(key, place)) && this.#read.get(key);
    if (pod === undefined) return { kind: "refused", reason: "no such pod on that node" };
    const { object, note } = writeOfPod(pod, resource);
    return this.#written(key, place, await this.#api.update(place.source.of, object, { subresource: "status" }), note);
  }

  /** v3.32 deletes an endpoint by emptying the annotations of its pod; the pod, and with it the endpoint, stays. */
  async #dropPod(key: string, place: Place, previous: KeyValue): Promise<DropResult> {
    const { object, note } = emptyPodAddresses(this.#read.get(key) ?? {});
    const written = await this.#api.update(place.source.of, object, { subresource: "status" });
    this.#read.delete(key);
    if (written.kind === "written") return { kind: "deleted", previous, revision: previous.modRevision, note };
    if (written.kind === "invalid") return { kind: "refused", reason: `the API server refuses it: ${written.reason}` };
    const current = await this.#entry(key, place);
    return current === undefined ? { kind: "missing" } : { kind: "mismatch", current };
  }
}

/** The metadata of an object that is not Calico's: owners, finalizers, and what the server keeps. */
function kept({ metadata }: KubernetesObject): KubernetesObject {
  const { labels: _labels, annotations: _annotations, ...others } = objectOrEmpty(metadata);
  return others;
}
