import type { Datastore } from "../../datastore/datastore.ts";
import type { CommandContext } from "../shell/context.ts";
import type { GuardOptions } from "./guard-options.ts";
import type { Guarded } from "./guard-writes.ts";
import type { PlannedWrites } from "./record-writes.ts";

/**
 * What a command may write: with `--guard` what is proved to cut no lifeline, else all of it as it is. The analysis is loaded
 * only where it is asked for.
 */
export async function guarded<Item>(
  plan: PlannedWrites<Item>,
  store: Datastore,
  options: GuardOptions | undefined,
  context: CommandContext,
): Promise<Guarded<Item>> {
  if (options === undefined)
    return { ok: true, items: plan.items, store, isOneByOne: false, stopped: () => false, end: async (code) => code };
  const { guardWrites } = await import("./guard-writes.ts");
  return guardWrites(plan, store, options, context);
}
