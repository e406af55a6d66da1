import { untilAborted } from "../../datastore/kv/abort.ts";
import { followFiles } from "../../files/file-changes.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import type { ScenarioOptions } from "../scenario/open-scenario.ts";
import type { CommandContext } from "../shell/context.ts";
import { EXIT } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

/** What is done when something has changed, until when. */
export interface Following {
  readonly again: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Changes that come within this time are read together. */
const TOGETHER_MILLISECONDS = 150;

/** Reads everything again after each change of the files and the datastore, one time after the other, until the signal. */
export async function followSources(
  scenario: ScenarioOptions,
  context: CommandContext,
  { again, signal }: Following,
): Promise<void> {
  let wake: (() => void) | undefined;
  let hasChanged = false;
  const changed = (): void => {
    hasChanged = true;
    wake?.();
  };
  const release = followFiles(filesOf(scenario), changed);
  const watching = scenario.offline ? Promise.resolve() : followDatastore(context, changed, signal);
  try {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        if (hasChanged) resolve();
      });
      await untilAborted(woken, signal).catch(() => undefined);
      await untilAborted(pause(TOGETHER_MILLISECONDS), signal).catch(() => undefined);
      if (signal.aborted) break;
      hasChanged = false;
      await again();
    }
  } finally {
    release();
    await watching;
  }
}

function filesOf({ filename, facts, addresses, routes, nat }: ScenarioOptions): readonly string[] {
  const saved = [...facts, ...addresses, ...routes, ...nat].map((value) => value.replace(/^[a-z0-9][a-z0-9.-]*=/i, ""));
  return [...filename.filter((name) => name !== "-"), ...saved];
}

/** Calls back at each change of a kind that is evaluated. What the watch reports of the connection is not shown: it goes on by itself. */
async function followDatastore(context: CommandContext, changed: () => void, signal: AbortSignal): Promise<void> {
  await withDatastore(context, async (store) => {
    const scopes = evaluatedKinds(store.calico).map(({ kind }) => ({ kind }));
    for await (const { kind } of store.watch(scopes, signal)) if (kind === "changes") changed();
    return EXIT.ok;
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
