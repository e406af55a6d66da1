import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { Misnamed, ResourceChange, ResourceEvent, Unreadable, WatchScope } from "../datastore.ts";
import { kindPrefix } from "../keys.ts";
import { untilAborted } from "../kv/abort.ts";
import { isAfter, type KeyChange, type KeyValueStore, type RangeResult, revisionNumber } from "../kv/kv.ts";
import { decodeResource, whyUnreadable } from "../values/codec.ts";
import { resourceList } from "./resource-list.ts";

/**
 * Lists the scopes, then yields every change of their resources after those lists, also across lost connections. Several
 * scopes share one watch of their common prefix, so that changes come in the order in which they were made.
 */
export async function* watchResources(
  kv: KeyValueStore,
  calico: CalicoVersionRules,
  scopes: readonly WatchScope[],
  signal: AbortSignal,
): AsyncGenerator<ResourceEvent> {
  const held = scopes.map((scope) => new WatchedScope(scope, calico));
  const listing = Promise.all(held.map(({ prefix }) => kv.list(prefix)));
  const ranges = await untilAborted(listing, signal).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (ranges === undefined) return;
  const lists = held.map((one, at) => one.begin(ranges[at] ?? { kvs: [], revision: "1" }));
  yield { kind: "listed", lists };
  const [oldest = "1"] = lists.map(({ revision }) => revision).sort(byNumber);
  const prefix = held.map((one) => one.prefix).reduce(common);
  for await (const news of kv.watch(prefix, oldest, signal)) {
    const odd: OddValues = { unreadable: [], misnamed: [] };
    if (news.kind === "changes") {
      const changes = news.changes.flatMap((change) => held.flatMap((one) => one.change(change, odd)));
      if (changes.length + odd.unreadable.length > 0) yield { kind: "changes", changes, ...odd };
    } else if (news.kind === "state") {
      const changes = held.flatMap((one) => one.replace(news.range, odd));
      changes.sort((a, b) => byNumber(a.revision, b.revision));
      const { lost } = news;
      if (changes.length + odd.unreadable.length > 0 || lost !== undefined)
        yield { kind: "changes", changes, ...odd, ...(lost !== undefined && { lost }) };
    } else yield news;
  }
}

/** The findings about the values of an event. */
interface OddValues {
  readonly unreadable: Unreadable[];
  readonly misnamed: Misnamed[];
}

function byNumber(a: string, b: string): number {
  return Number(revisionNumber(a) - revisionNumber(b));
}

/** The longest prefix of both that ends in `/`. */
function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, a.lastIndexOf("/", length - 1) + 1);
}

/** The resources of one scope as they were last reported, by their keys. */
class WatchedScope {
  readonly prefix: string;
  readonly #kind: string;
  readonly #calico: CalicoVersionRules;
  readonly #resources = new Map<string, Resource>();
  /** The revisions of these resources and of unreadable values, so that each value is reported once. */
  readonly #revisions = new Map<string, string>();
  /** Every change up to this revision was reported. */
  #revision = "0";

  constructor({ kind, namespace }: WatchScope, calico: CalicoVersionRules) {
    this.prefix = kindPrefix(kind, namespace);
    this.#kind = kind;
    this.#calico = calico;
  }

  /** Takes the first list, and returns it as `get` prints it. */
  begin(range: RangeResult): ReturnType<typeof resourceList> {
    for (const entry of range.kvs) {
      const read = decodeResource(this.#kind, entry, this.#calico.storedNames);
      if (read.ok) this.#resources.set(entry.key, read.resource);
      this.#revisions.set(entry.key, entry.modRevision);
    }
    this.#revision = range.revision;
    return resourceList(this.#kind, range, this.#calico);
  }

  /** The changes of resources that a change of a key makes; none for other keys and for changes that the list includes. */
  change(change: KeyChange, odd: OddValues): ResourceChange[] {
    const key = change.kind === "put" ? change.entry.key : change.key;
    const revision = change.kind === "put" ? change.entry.modRevision : change.revision;
    if (!key.startsWith(this.prefix) || !isAfter(revision, this.#revision)) return [];
    const before = this.#resources.get(key);
    const after = change.kind === "put" ? this.#read(change.entry, odd) : undefined;
    if (after === undefined) this.#resources.delete(key);
    else this.#resources.set(key, after);
    if (change.kind === "delete") this.#revisions.delete(key);
    else this.#revisions.set(key, revision);
    return changed(before, after, revision);
  }

  /** The difference to a whole state; a key that is missing in it counts as deleted at its revision. */
  replace({ kvs, revision }: RangeResult, odd: OddValues): ResourceChange[] {
    const own = kvs.filter(({ key }) => key.startsWith(this.prefix));
    const gone = new Set(this.#revisions.keys());
    for (const { key } of own) gone.delete(key);
    const written = own.filter(({ key, modRevision }) => this.#revisions.get(key) !== modRevision);
    // A store that was set back has older values than those that were reported.
    this.#revision = "0";
    const changes = written.flatMap((entry) => this.change({ kind: "put", entry }, odd));
    const deletions = [...gone].flatMap((key) => this.change({ kind: "delete", key, revision }, odd));
    this.#revision = revision;
    return [...changes, ...deletions];
  }

  #read(entry: RangeResult["kvs"][number], { unreadable, misnamed }: OddValues): Resource | undefined {
    const read = decodeResource(this.#kind, entry, this.#calico.storedNames);
    if (read.ok && read.note !== undefined) misnamed.push({ key: entry.place ?? entry.key, note: read.note });
    if (read.ok) return read.resource;
    unreadable.push({ key: entry.place ?? entry.key, ...whyUnreadable(read) });
    return undefined;
  }
}

function changed(before: Resource | undefined, after: Resource | undefined, revision: string): ResourceChange[] {
  if (before === undefined && after === undefined) return [];
  return [{ ...(before && { before }), ...(after && { after }), revision }];
}
