import type { RecordedWrite } from "./recorded-write.ts";

/** A key, and the writes of it in their order. */
export interface KeyWrites {
  readonly key: string;
  readonly writes: readonly RecordedWrite[];
}

/** Most keys that are restored at once: as many as one transaction of etcd holds. */
const TURN = 128;
/** Where each is a request of its own. */
const TURN_OF_REQUESTS = 16;

/**
 * The keys of recorded writes in turns: those of a turn may be restored at once, the turns one after the other. The order is
 * the reverse of the writes. Keys are in one turn only where their last writes were all under way at the same time, so that
 * the writes had no order either: what was written one after the other, such as an allow before a deny, is taken back so.
 */
export function restoringTurns(
  writes: readonly RecordedWrite[],
  isRequestEach: boolean,
): readonly (readonly KeyWrites[])[] {
  const byKey = new Map<string, RecordedWrite[]>();
  // A key stands where its last write does.
  for (const write of writes) {
    const earlier = byKey.get(write.key) ?? [];
    byKey.delete(write.key);
    byKey.set(write.key, [...earlier, write]);
  }
  const most = isRequestEach ? TURN_OF_REQUESTS : TURN;
  const turns: KeyWrites[][] = [];
  /** When the last write of the turn was begun. */
  let begun: number | undefined;
  for (const [key, ofKey] of [...byKey].reverse()) {
    const turn = turns.at(-1);
    const last = ofKey.at(-1);
    if (turn !== undefined && turn.length < most && wasUnderWay(last, begun)) turn.push({ key, writes: ofKey });
    else {
      turns.push([{ key, writes: ofKey }]);
      begun = last?.begun;
    }
  }
  return turns;
}

/** Whether a write had not ended when another was begun after it; not where the one or the other is not known. */
function wasUnderWay(write: RecordedWrite | undefined, at: number | undefined): boolean {
  if (write?.begun === undefined || at === undefined) return false;
  return write.ended === undefined || write.ended > at;
}
