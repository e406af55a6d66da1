import { type KubernetesObject, metadataOf, objectsOf } from "../../../kubernetes/kubernetes-object.ts";
import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import { DatastoreError } from "../../datastore-error.ts";
import { type ApiAnswer, type ApiCall, type Connected, callApi } from "./api-calls.ts";
import { explainRefusal, missingThing, reasonOf, wordsOf } from "./explain-answer.ts";
import { notTheApi } from "./explain-http.ts";
import type {
  ApiDelete,
  ApiEvent,
  ApiResource,
  ApiWrite,
  KubernetesApi,
  ObjectList,
  ObjectRef,
} from "./kubernetes-api.ts";
import { listPath, objectPath } from "./paths.ts";
import { isAsSent, settleWrite, type WriteVerdict } from "./settle-write.ts";
import { watchStream } from "./watch-stream.ts";

/** How many objects a page has. */
const PAGE = "500";
/** How often a list is begun whose pages are no longer kept before its end. */
const MOST_BEGINNINGS = 5;

/** The API over HTTPS. */
export class HttpApi implements KubernetesApi {
  readonly description: string;
  readonly timeoutMs: number;
  readonly #connected: Connected;

  constructor(connected: Connected) {
    this.#connected = connected;
    this.description = `Kubernetes API at ${connected.facts.server}`;
    this.timeoutMs = connected.facts.timeoutMs;
  }

  async get(ref: ObjectRef, end?: number): Promise<KubernetesObject | undefined> {
    const answer = await this.#call({ verb: "get", ...ref, method: "GET", path: objectPath(ref), end });
    return answer.status === 404 ? undefined : this.#successful(answer);
  }

  async list(of: ApiResource, { namespace }: { readonly namespace?: string } = {}): Promise<ObjectList> {
    let items: KubernetesObject[] = [];
    let next: string | undefined;
    let begun = 1;
    for (;;) {
      const path = listPath(of, { namespace, parameters: { limit: PAGE, continue: next } });
      const answer = await this.#call({ verb: "list", of, namespace, method: "GET", path });
      if (answer.status === 404) return { items: [], resourceVersion: "" };
      if (answer.status === 410 && next !== undefined && begun < MOST_BEGINNINGS) {
        // The revision of the first page is no longer kept: the rest would be of another.
        begun++;
        items = [];
        next = undefined;
        continue;
      }
      const page = this.#successful(answer);
      if (!Array.isArray(page.items)) throw notTheApi(this.#connected.facts, "its list has no items", false);
      items = items.concat(itemsOf(page));
      const { resourceVersion, continue: more } = objectOrEmpty(page.metadata);
      const last = next;
      next = textOrEmpty(more);
      if (next === last) throw notTheApi(this.#connected.facts, "its list does not go on", false);
      if (next === "") return { items, resourceVersion: textOrEmpty(resourceVersion) };
    }
  }

  async create(of: ApiResource, object: KubernetesObject): Promise<ApiWrite> {
    const { namespace, name } = placeOf(object);
    const call: ApiCall = {
      verb: "create",
      of,
      namespace,
      method: "POST",
      path: listPath(of, { namespace }),
      body: object,
    };
    const ref = { of, name, ...(namespace !== undefined && { namespace }) };
    return this.#write(call, ref, object, (stored) =>
      stored !== undefined && isAsSent(stored, object) ? written(stored) : UNKNOWN,
    );
  }

  async update(
    of: ApiResource,
    object: KubernetesObject,
    { subresource }: { readonly subresource?: "status" } = {},
  ): Promise<ApiWrite> {
    const { namespace, name } = placeOf(object);
    const ref = { of, name, ...(namespace !== undefined && { namespace }) };
    const call: ApiCall = {
      verb: "update",
      of,
      namespace,
      subresource,
      method: "PUT",
      path: objectPath(ref, subresource),
      body: object,
    };
    const { resourceVersion } = metadataOf(object);
    return this.#write(call, ref, object, (stored) => {
      const changed = stored !== undefined && metadataOf(stored).resourceVersion !== resourceVersion;
      return changed && isAsSent(stored, object, subresource) ? written(stored) : UNKNOWN;
    });
  }

  async delete(
    ref: ObjectRef,
    preconditions: { readonly uid?: string; readonly resourceVersion?: string } = {},
  ): Promise<ApiDelete> {
    const begun = Date.now();
    const conditions = Object.keys(preconditions).length === 0 ? {} : { preconditions };
    const body = { kind: "DeleteOptions", apiVersion: "v1", ...conditions };
    const call: ApiCall = { verb: "delete", ...ref, method: "DELETE", path: objectPath(ref), body };
    try {
      const answer = await this.#call(call);
      if (answer.status === 404) return answer.wasUnavailable ? DELETED : { kind: "not-found" };
      if (answer.status === 409) return { kind: "conflict" };
      const object = this.#successful(answer);
      return { kind: "deleted", object: object.kind === "Status" ? undefined : object };
    } catch (error) {
      return this.#settle<ApiDelete>(error, ref, begun, (stored) => {
        const isAnother =
          stored !== undefined && preconditions.uid !== undefined && metadataOf(stored).uid !== preconditions.uid;
        return stored === undefined || isAnother ? { kind: "made", result: DELETED } : UNKNOWN;
      });
    }
  }

  watch(
    of: ApiResource,
    { namespace, resourceVersion }: { readonly namespace?: string; readonly resourceVersion: string },
    signal: AbortSignal,
  ): AsyncIterable<ApiEvent> {
    const parameters = { watch: "1", allowWatchBookmarks: "true", resourceVersion };
    const path = listPath(of, { namespace, parameters });
    return watchStream(this.#connected, { verb: "watch", of, namespace, method: "GET", path }, signal);
  }

  async groups(): Promise<ReadonlyMap<string, readonly string[]>> {
    const read = async (path: string): Promise<KubernetesObject> =>
      this.#successful(await this.#call({ verb: "get", method: "GET", path }));
    const core = listOrEmpty((await read("/api")).versions).map(textOrEmpty);
    const { groups } = await read("/apis");
    const named = objectsOf(groups).map(({ name, versions }): [string, readonly string[]] => [
      textOrEmpty(name),
      objectsOf(versions).map(({ version }) => textOrEmpty(version)),
    ]);
    return new Map([["", core], ...named]);
  }

  async close(): Promise<void> {
    this.#connected.http.close();
  }

  #call(call: ApiCall): Promise<ApiAnswer> {
    return callApi(this.#connected, call);
  }

  /** The object of a success; throws for a refusal. */
  #successful({ status, object }: ApiAnswer): KubernetesObject {
    if (status >= 200 && status < 300) return object;
    throw explainRefusal({ status, object }, this.#connected.facts, false);
  }

  async #write(
    call: ApiCall,
    ref: ObjectRef,
    sent: KubernetesObject,
    verdictOf: (stored: KubernetesObject | undefined) => WriteVerdict<ApiWrite>,
  ): Promise<ApiWrite> {
    const begun = Date.now();
    try {
      const answer = await this.#call(call);
      const { status, object, wasUnavailable } = answer;
      if (status >= 200 && status < 300) return { kind: "written", object };
      if (status === 404) return { kind: "not-found", what: missingThing(answer, ref.of) };
      if (status !== 409) return { kind: "invalid", reason: wordsOf(answer) };
      // The attempt before may have been this one's winner.
      const mine = wasUnavailable ? verdictOf(await this.get(ref)) : UNKNOWN;
      if (mine.kind === "made") return mine.result;
      return reasonOf(answer) === "AlreadyExists" ? { kind: "exists" } : { kind: "conflict" };
    } catch (error) {
      if (metadataOf(sent).name === "") throw error;
      return this.#settle(error, ref, begun, verdictOf);
    }
  }

  /** Settles a write without an answer by what is stored; throws every other error again. */
  async #settle<T>(
    error: unknown,
    ref: ObjectRef,
    begun: number,
    verdictOf: (stored: KubernetesObject | undefined) => WriteVerdict<T>,
  ): Promise<T> {
    if (!(error instanceof DatastoreError) || error.effect !== "unknown") throw error;
    return settleWrite(error, (end) => this.get(ref, end), verdictOf, begun + this.timeoutMs);
  }
}

const UNKNOWN = { kind: "unknown" } as const;
const DELETED = { kind: "deleted", object: undefined } as const;

const written = (object: KubernetesObject): WriteVerdict<ApiWrite> => ({
  kind: "made",
  result: { kind: "written", object },
});

function placeOf(object: KubernetesObject): { readonly namespace: string | undefined; readonly name: string } {
  const { namespace, name } = metadataOf(object);
  return { namespace: namespace === "" ? undefined : namespace, name };
}

/** The objects of a page. Those of the API server's own kinds do not say what they are: the list does. */
function itemsOf(page: KubernetesObject): readonly KubernetesObject[] {
  const kind = textOrEmpty(page.kind).replace(/List$/, "");
  const own = { apiVersion: textOrEmpty(page.apiVersion), kind };
  return objectsOf(page.items).map((item) => (item.kind === undefined ? { ...own, ...item } : item));
}
