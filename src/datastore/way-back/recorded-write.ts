/** What a key had before a write: its value and modRevision. */
export interface StoredBefore {
  readonly value: string;
  readonly modRevision: string;
}

/** One write of a key, as it was begun. */
export interface BegunWrite {
  readonly key: string;
  /** What was there; `undefined` where nothing was. The write is a compare-and-swap on it. */
  readonly before: StoredBefore | undefined;
  /** What was to be stored; `undefined` where the key was to be deleted. */
  readonly value: string | undefined;
}

/** What became of a write: made, at that revision (`stored`: as what the store made of the value); or surely not made. */
export type WriteOutcome =
  | { readonly kind: "made"; readonly revision: string; readonly stored?: string }
  | { readonly kind: "not-made" };

/** A write and what became of it; without an outcome it is unknown whether it was made. */
export interface RecordedWrite extends BegunWrite {
  readonly outcome?: WriteOutcome;
  /** Its places in the order of all that was recorded: where it was begun, and where its outcome stands; absent where no order is known. */
  readonly begun?: number;
  readonly ended?: number;
}

/** Where writes are recorded, so that they can be undone. */
export interface WriteRecorder {
  /**
   * Records writes before they are sent, with `durably` on the disk when it returns; returns the number of the first. Throws
   * `DatastoreError` where nothing may be written any more.
   */
  readonly begin: (writes: readonly BegunWrite[], durably: boolean) => number;
  /** Brings to the disk what is recorded and not there yet. */
  readonly makeDurable: () => void;
  /** Records what became of the write of that number, once for each; `undefined`: unknown. */
  readonly end: (number: number, outcome: WriteOutcome | undefined) => void;
}
