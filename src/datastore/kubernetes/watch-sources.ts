import { metadataOf } from "../../kubernetes/kubernetes-object.ts";
import { DatastoreError, ifAllowed } from "../datastore-error.ts";
import { pause, untilAborted } from "../kv/abort.ts";
import type { KeyChange, KeyEvent, RangeResult } from "../kv/kv.ts";
import type { ApiEvent, KubernetesApi } from "./api/kubernetes-api.ts";
import { merged } from "./merged.ts";
import type { Source } from "./sources.ts";

/** Temporary faults, after which the watch connects again. Any other (no permission, a certificate) ends it. */
const TEMPORARY = new Set(["datastore.unreachable", "datastore.timeout", "datastore.unavailable", "datastore.failed"]);
const LONGEST_PAUSE_MS = 2000;

/** What is watched: the objects of these sources, in one namespace where one is given. */
export interface WatchedSources {
  readonly api: KubernetesApi;
  readonly sources: readonly Source[];
  readonly namespace: string | undefined;
  readonly list: () => Promise<RangeResult>;
}

/** How far a source was watched: every change up to this revision was reported. */
interface Position {
  readonly source: Source;
  seen: string;
}

/**
 * Every change of the sources after a list's revision, which names one of each source (`3/5`). A lost connection is reported
 * and retried from the last change; where the server no longer has what came after that (410), all objects are listed again.
 */
export async function* watchSources(
  watched: WatchedSources,
  after: string,
  signal: AbortSignal,
): AsyncGenerator<KeyEvent> {
  let positions = positionsAt(watched.sources, after);
  let failures = 0;
  let reported = "";
  while (!signal.aborted) {
    try {
      if (reported !== "") {
        // A watch of objects that do not change sends nothing: another answer, a refusal too, shows that the server is there again.
        await untilAborted(ifAllowed(watched.api.groups()), signal);
        yield { kind: "resumed", revision: revisionOf(positions) };
        reported = "";
      }
      for await (const change of changesOf(watched, positions, signal)) {
        failures = 0;
        if (change !== "gone") {
          yield { kind: "changes", changes: [change] };
          continue;
        }
        const lost = `the API server no longer has the changes after revision ${revisionOf(positions)}`;
        const range = await untilAborted(watched.list(), signal);
        positions = positionsAt(watched.sources, range.revision);
        yield { kind: "state", range, lost };
        break;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof DatastoreError) || !TEMPORARY.has(error.code)) throw error;
      if (error.message !== reported) yield { kind: "trouble", error };
      reported = error.message;
    }
    await pause(Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures++), signal);
  }
}

function positionsAt(sources: readonly Source[], revision: string): Position[] {
  const parts = revision.split("/");
  return sources.map((source, at) => ({ source, seen: parts[at] ?? revision }));
}

function revisionOf(positions: readonly Position[]): string {
  return positions.map(({ seen }) => seen).join("/");
}

/** The changes of all sources, whose positions move on with them, until one connection ends. */
async function* changesOf(
  { api, namespace }: WatchedSources,
  positions: readonly Position[],
  signal: AbortSignal,
): AsyncGenerator<KeyChange | "gone"> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  try {
    const streams = positions.map(async function* (position) {
      const scope = namespace === undefined ? {} : { namespace };
      const options = { ...scope, resourceVersion: position.seen };
      for await (const event of api.watch(position.source.of, options, ended.signal)) yield { event, position };
    });
    for await (const { event, position } of merged(streams)) {
      if (event.kind === "gone") {
        yield "gone";
        return;
      }
      const change = changeOf(event, position.source);
      position.seen = event.kind === "bookmark" ? event.resourceVersion : metadataOf(event.object).resourceVersion;
      if (change !== undefined) yield change;
    }
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}

/** The change of a key that an event is; none for an object that stands for no resource. */
function changeOf(event: Exclude<ApiEvent, { kind: "gone" }>, { entry }: Source): KeyChange | undefined {
  if (event.kind === "bookmark") return undefined;
  const made = entry(event.object);
  if (made === undefined) return undefined;
  return event.kind === "put"
    ? { kind: "put", entry: made }
    : { kind: "delete", key: made.key, revision: metadataOf(event.object).resourceVersion };
}
