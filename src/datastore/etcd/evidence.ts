import { ABSENT, type Change, type ChangeResult, type KeyValue } from "../kv/kv.ts";

/** What a key held at an earlier revision: `known` is false where the store does not have that revision any more. */
export type EarlierEntry = { readonly known: true; readonly entry: KeyValue | undefined } | { readonly known: false };

/** What was read after a change whose answer was lost. */
export interface Evidence {
  /** The key's entry now. */
  readonly now: KeyValue | undefined;
  /** The store's revision now. */
  readonly revision: string;
  /** The key at the revision that `revisionToCompare` names. */
  readonly earlier: EarlierEntry;
  /** Whether etcd has dealt with the request, so that it cannot be carried out later. */
  readonly isDealtWith: boolean;
}

/** What became of the change: its result; `not-made`: it was not made and never will be; `unknown`. */
export type Verdict =
  | { readonly kind: "made"; readonly result: ChangeResult }
  | { readonly kind: "not-made" }
  | { readonly kind: "unknown" };

/**
 * The earlier revision at which the key must be read to know what became of the change; `undefined` where what is there
 * now is enough. `before` is a revision of the store before the change was sent.
 */
export function revisionToCompare(
  change: Change,
  now: KeyValue | undefined,
  before: string | undefined,
): string | undefined {
  if (change.kind === "drop") return now === undefined ? (change.expected ?? before) : undefined;
  if (now === undefined || now.modRevision === change.expected || now.value === change.value) return undefined;
  return String(BigInt(now.modRevision) - 1n);
}

/**
 * What became of a change whose answer was lost. A put was made if its value is there at another revision than the one it
 * replaces, or was there just before another writer's. As long as what it replaces is still there, a request on its way may
 * yet arrive, so that "not made" is said only where etcd has dealt with it.
 */
export function verdictOf(change: Change, evidence: Evidence, before: string | undefined): Verdict {
  return change.kind === "put" ? ofPut(change, evidence) : ofDrop(change, evidence, before);
}

const UNKNOWN: Verdict = { kind: "unknown" };

function untouched({ isDealtWith }: Evidence): Verdict {
  return isDealtWith ? { kind: "not-made" } : UNKNOWN;
}

function ofPut({ value, expected }: Extract<Change, { kind: "put" }>, evidence: Evidence): Verdict {
  const { now, earlier } = evidence;
  const written = (entry: KeyValue): Verdict => ({
    kind: "made",
    result: { kind: "written", revision: entry.modRevision },
  });
  if ((now?.modRevision ?? ABSENT) === expected) return untouched(evidence);
  // Another writer deleted it: whether this change came before cannot be seen.
  if (now === undefined) return UNKNOWN;
  if (now.value === value) return written(now);
  if (!earlier.known) return UNKNOWN;
  const { entry } = earlier;
  if ((entry?.modRevision ?? ABSENT) === expected) return { kind: "made", result: { kind: "mismatch", current: now } };
  return entry?.value === value ? written(entry) : UNKNOWN;
}

function ofDrop(
  { expected }: Extract<Change, { kind: "drop" }>,
  evidence: Evidence,
  before: string | undefined,
): Verdict {
  const { now, revision, earlier } = evidence;
  if (now === undefined) {
    if (!earlier.known) return UNKNOWN;
    const { entry } = earlier;
    if (entry !== undefined) return { kind: "made", result: { kind: "deleted", previous: entry, revision } };
    return expected === undefined ? { kind: "made", result: { kind: "missing" } } : UNKNOWN;
  }
  const since = expected ?? before;
  // Made anew since then: the one before may have been deleted by this change.
  if (since === undefined || BigInt(now.createRevision) > BigInt(since)) return UNKNOWN;
  if (expected === undefined || now.modRevision === expected) return untouched(evidence);
  return { kind: "made", result: { kind: "mismatch", current: now } };
}
