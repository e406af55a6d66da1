import type { Datastore } from "../../../datastore/datastore.ts";
import type { GuardOptions } from "../../guard/guard-options.ts";
import { guarded } from "../../guard/guarded.ts";
import type { PlannedWrites } from "../../guard/record-writes.ts";
import type { CommandContext } from "../../shell/context.ts";
import type { DryRun } from "./dry-run.ts";
import { interruptibleBatch } from "./interruptible-batch.ts";
import type { BatchResult } from "./write-batch.ts";

/** Writes of a command, of whatever kind: what `guarded` needs of them, and how they are made. */
export interface WriteBatch<Item, Result> extends PlannedWrites<Item> {
  readonly write: (item: Item, store: Datastore) => Promise<Result>;
  /** Items with the same key are written one after the other. */
  readonly key: (item: Item) => string;
  /** The items that are written alone, of the order in which they are written. */
  readonly alone: (items: readonly Item[]) => (item: Item) => boolean;
  /** Whether no further write is to be started. */
  readonly stopped?: () => boolean;
  /** What they are once it is done: `applied`. */
  readonly done: string;
}

/** What became of a batch: the items in the order in which they were written, and each one's state. */
export interface BatchRun<Item, Result> extends BatchResult<Result> {
  readonly ok: true;
  readonly items: readonly Item[];
  /** What was written to: the store, or in a dry run one that keeps the writes in memory. */
  readonly target: Datastore;
  /** Says what other writers did in between, and returns the exit code; called after the report. */
  readonly end: (code: number) => Promise<number>;
}

/**
 * Makes writes on the store, as every command that writes does: with a guard only those that are proved, in the proved
 * order and one after the other, on top of what the proof was made of; in a dry run in memory. `code`: the exit code where
 * nothing may be written, all of it said.
 */
export async function guardedBatch<Item, Result>(
  batch: WriteBatch<Item, Result>,
  store: Datastore,
  { guard, dryRun }: { readonly guard?: GuardOptions | undefined; readonly dryRun: DryRun },
  context: CommandContext,
): Promise<BatchRun<Item, Result> | { readonly ok: false; readonly code: number }> {
  const allowed = await guarded(batch, store, guard, context);
  if (!allowed.ok) return allowed;
  const { items, isOneByOne, end } = allowed;
  const target = dryRun === "none" ? allowed.store : store.dryRun();
  const isAlone = batch.alone(items);
  const order = {
    key: batch.key,
    alone: (item: Item) => isOneByOne || isAlone(item),
    stopped: () => allowed.stopped() || batch.stopped?.() === true,
  };
  const ran = await interruptibleBatch(items, (item) => batch.write(item, target), order, batch.done, context.io);
  return { ok: true, items, target, end, ...ran };
}
