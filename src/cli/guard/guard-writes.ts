import { guardAnswer } from "../../analysis/lifelines/guard-answer.ts";
import { SharedBudget } from "../../analysis/sets/budget.ts";
import type { WriteChanges } from "../../analysis/write-sequence.ts";
import type { Datastore } from "../../datastore/datastore.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import { displayId } from "../../model/resource.ts";
import { type GuardReport, guardText } from "../../report/guard/guard-text.ts";
import { storedResources } from "../resources/evaluated-resources.ts";
import type { CommandContext } from "../shell/context.ts";
import { styleFor } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import type { GuardOptions } from "./guard-options.ts";
import { type GuardedStore, guardedStore } from "./guarded-store.ts";
import { type OpenedGuard, openGuard } from "./open-guard.ts";
import { changedSince, type Revisions, revisionsOf } from "./proved-revisions.ts";
import { type PlannedWrites, recordWrites } from "./record-writes.ts";

/** Writes that may be made: in this order, one after the other, on this store. */
export interface AllowedWrites<Item> {
  readonly items: readonly Item[];
  readonly store: Datastore;
  /** Whether each write must be made before the next is started, as the proof has it. */
  readonly isOneByOne: boolean;
  /** Whether no further write is to be started. */
  readonly stopped: () => boolean;
  /** Says what other writers did in between, and returns the exit code; called after the last write. */
  readonly end: (code: number) => Promise<number>;
}

/** Whether writes may be made; `code`: the exit code where they may not, all of it said. */
export type Guarded<Item> =
  | ({ readonly ok: true } & AllowedWrites<Item>)
  | { readonly ok: false; readonly code: number };

/** An answer about writes, in the order in which it was asked for last. */
interface Proved<Item> {
  readonly items: readonly Item[];
  readonly writes: readonly WriteChanges[];
  readonly report: GuardReport;
}

/**
 * Proves that every lifeline holds after every single one of the writes, and lets through only what was proved: in this
 * order, on top of the resources that the proof was made of.
 */
export async function guardWrites<Item>(
  plan: PlannedWrites<Item>,
  store: Datastore,
  options: GuardOptions,
  context: CommandContext,
): Promise<Guarded<Item>> {
  const { io } = context;
  const opened = await openGuard(options, store, context);
  if (!opened.ok) return opened;
  const { items, writes, report } = await provePlan(plan, store, options, opened);
  const { answer, isReordered } = report;
  if (options.onReport === undefined) printReport(report, context);
  else options.onReport(report);
  if (answer.proof.kind !== "safe" && !isReordered) return { ok: false, code: EXIT.unmet };
  const [other] = changedSince(opened.proved, await revisionsNow(store));
  if (other !== undefined) {
    io.stderr.write(`another writer changed ${other} since the proof; nothing was written\n`);
    return { ok: false, code: EXIT.unmet };
  }
  const names = items.map((item) => displayId(plan.idOf(item)));
  const changed = new Set(writes.flat().map(({ id }) => displayId(id)));
  const guarded = guardedStore(store, opened.proved, sideEffects(writes, names));
  return {
    ok: true,
    items,
    store: guarded.store,
    isOneByOne: true,
    stopped: () => guarded.stoppedBy() !== undefined,
    end: async (code) => endOf(code, guarded, changedSince(opened.proved, await revisionsNow(store)), changed, context),
  };
}

function printReport(report: GuardReport, { io }: CommandContext): void {
  io.stderr.write(guardText(report, styleFor(io.stderr)));
  const policies = report.answer.bridge ?? report.answer.keep;
  if (policies) io.stderr.write(`${policies.map((policy) => goYaml(policy)).join("---\n")}`);
}

/** Proves the writes in their order and, where that is asked for and they are not safe, in a safe one. */
export async function provePlan<Item>(
  plan: PlannedWrites<Item>,
  store: Datastore,
  options: GuardOptions,
  { question, notes, untold, file }: OpenedGuard,
): Promise<Proved<Item>> {
  const { items } = plan;
  const writes = await recordWrites(plan, store);
  const budget = SharedBudget.of(question.budget);
  const answer = guardAnswer({ ...question, writes, budget });
  const names = items.map((item) => displayId(plan.idOf(item)));
  const { withoutFailsafes: isWithoutFailsafes, reorder } = options;
  const report = {
    answer,
    writes: names,
    notes: [...new Set(notes)],
    untold: [...untold],
    ...(file !== undefined && { file }),
    isWithoutFailsafes,
  };
  if (reorder && answer.order?.kind === "found") {
    const ordered = answer.order.order.flatMap((index) => (items[index] === undefined ? [] : [items[index]]));
    // The store may make other things of the writes in another order: what it makes of them is proved.
    const again = await recordWrites({ ...plan, items: ordered }, store);
    const isSafe = guardAnswer({ ...question, writes: again, budget }).proof.kind === "safe";
    if (isSafe) return { items: ordered, writes: again, report: { ...report, isReordered: true } };
  }
  return { items, writes, report: { ...report, isReordered: false } };
}

/** The resources that a write changes besides its own. */
function sideEffects(writes: readonly WriteChanges[], names: readonly string[]): ReadonlySet<string> {
  return new Set(
    writes.flatMap((changes, index) => changes.map(({ id }) => displayId(id)).filter((name) => name !== names[index])),
  );
}

async function revisionsNow(store: Datastore): Promise<Revisions> {
  const { resources } = await storedResources(store);
  return revisionsOf(resources.map(({ resource }) => resource));
}

/** What is said after the writes. */
function endOf(
  code: number,
  guarded: GuardedStore,
  since: readonly string[],
  changed: ReadonlySet<string>,
  { io }: CommandContext,
): number {
  if (guarded.stoppedBy() !== undefined) return EXIT.unmet;
  const others = since.filter((name) => !changed.has(name));
  if (others.length === 0) return code;
  const more = others.length > 1 ? ` and ${others.length - 1} more` : "";
  io.stderr.write(
    `another writer changed ${others[0]}${more} while this was written: the proof is not about that; \`calicoctl guard\` proves what is stored now\n`,
  );
  return EXIT.unmet;
}
