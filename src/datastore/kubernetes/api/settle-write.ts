import { isDeepStrictEqual } from "node:util";
import type { KubernetesObject } from "../../../kubernetes/kubernetes-object.ts";
import { objectOrEmpty } from "../../../model/json.ts";
import { DatastoreError } from "../../datastore-error.ts";

/** What is known of a write by what is stored now; `unknown`: it may have been made, or may yet arrive. */
export type WriteVerdict<T> = { readonly kind: "made"; readonly result: T } | { readonly kind: "unknown" };

/** How long a request on its way is waited for, once the server answers again. */
const ARRIVAL_MS = 1000;
/** How long what became of a write is asked at least, in ms, even where the timeout is over. */
const ASK_MS = 1000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 500];

/**
 * Settles a write whose answer was lost by what is stored, as soon as the server answers again: with its result, or with the
 * fault, whose `effect` is then `unknown`. It never sends the write again. `end` is when the write's own time is over.
 */
export async function settleWrite<T>(
  fault: DatastoreError,
  look: (end: number) => Promise<KubernetesObject | undefined>,
  verdictOf: (now: KubernetesObject | undefined) => WriteVerdict<T>,
  end: number,
): Promise<T> {
  let last = Math.max(end, Date.now() + ASK_MS);
  let answered = false;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, 2 * pause)) {
    const seen = await lookAgain(look, last);
    if (seen === "no-right") break;
    if (seen !== undefined) {
      if (!answered) last = Math.min(last, Date.now() + ARRIVAL_MS);
      answered = true;
      const verdict = verdictOf(seen.now);
      if (verdict.kind === "made") return verdict.result;
    }
    if (Date.now() + pause >= last) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const seen = answered ? "; the server, read again, does not have it, but it may yet arrive" : "";
  const message = `${fault.message}; this write may or may not have been stored${seen}`;
  throw new DatastoreError(fault.code, message, fault.help, "unknown");
}

async function lookAgain(
  look: (end: number) => Promise<KubernetesObject | undefined>,
  end: number,
): Promise<{ readonly now: KubernetesObject | undefined } | "no-right" | undefined> {
  try {
    return { now: await look(end) };
  } catch (error) {
    if (!(error instanceof DatastoreError)) throw error;
    return error.code === "datastore.auth" ? "no-right" : undefined;
  }
}

/**
 * Whether a stored object is what was sent: labels, annotations, owners, finalizers and everything beside the metadata; of a
 * write through `status`, which stores the metadata too (those of Nodes and Pods), the status alone beside it. What the server
 * itself adds (uid, revision, times) does not count. Values that it fills in count: then the result is unknown.
 */
export function isAsSent(stored: KubernetesObject, sent: KubernetesObject, subresource?: "status"): boolean {
  // Through JSON, because only what it can hold was sent.
  const content = (object: KubernetesObject): unknown => {
    const { metadata, status, ...rest } = objectOrEmpty(JSON.parse(JSON.stringify(object)));
    const { labels = {}, annotations = {}, finalizers = [], ownerReferences = [] } = objectOrEmpty(metadata);
    return { ...(subresource === undefined ? rest : { status }), labels, annotations, finalizers, ownerReferences };
  };
  return isDeepStrictEqual(content(stored), content(sent));
}
