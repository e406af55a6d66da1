import type { Datastore } from "../../datastore/datastore.ts";
import { pause, untilAborted } from "../../datastore/kv/abort.ts";
import { type FollowedPath, followFiles } from "../../files/file-changes.ts";
import { isStdin } from "../../files/read-text.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import type { ScenarioOptions } from "../scenario/open-scenario.ts";
import type { CommandContext } from "../shell/context.ts";
import { warningLine } from "../shell/io/error-line.ts";
import { EXIT } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

/** What is done when something has changed, until when. */
export interface Following {
  readonly again: () => Promise<void>;
  /** Called where the datastore cannot be followed, and when it is again. */
  readonly onLost: (isLost: boolean) => void;
  readonly signal: AbortSignal;
}

/** Changes that come within this time are read together. */
const TOGETHER_MILLISECONDS = 150;
/** A cluster's own objects (Services, policies of Kubernetes) are not watched, but read again this often. */
const CLUSTER_MILLISECONDS = 30_000;
/** The pauses after a watch that has failed: each twice as long as the one before, up to the longest. */
const FIRST_PAUSE_MILLISECONDS = 1000;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

/**
 * Reads everything again once everything is followed, so that nothing is lost between the first read and that, and after each
 * change of the files and the datastore, one time after the other, until the signal.
 */
export async function followSources(
  { scenario, flows }: { readonly scenario: ScenarioOptions; readonly flows: readonly string[] },
  context: CommandContext,
  following: Following,
): Promise<void> {
  const { again, signal } = following;
  let wake: (() => void) | undefined;
  let hasChanged = false;
  let fault: { readonly thrown: unknown } | undefined;
  const changed = (): void => {
    hasChanged = true;
    wake?.();
  };
  const release = followFiles(followedPaths(scenario, flows), changed);
  changed();
  const watching = scenario.offline
    ? Promise.resolve()
    : followDatastore(context, changed, following).catch((thrown: unknown) => {
        fault = { thrown };
        changed();
      });
  try {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        if (hasChanged) resolve();
      });
      await untilAborted(woken, signal).catch(() => undefined);
      await pause(TOGETHER_MILLISECONDS, signal);
      if (fault !== undefined) throw fault.thrown;
      if (signal.aborted) break;
      hasChanged = false;
      await again();
    }
  } finally {
    release();
    await watching;
  }
}

/** The files and folders of a scenario; of facts a folder has one for each node. */
function followedPaths(
  { filename, recursive, facts, addresses, routes, nat }: ScenarioOptions,
  flows: readonly string[],
): FollowedPath[] {
  const saved = [...facts, ...addresses, ...routes, ...nat].map((value) => value.replace(/^[a-z0-9][a-z0-9.-]*=/i, ""));
  return [
    ...filename.filter((name) => !isStdin(name)).map((path) => ({ path, isDeep: recursive })),
    ...[...saved, ...flows.filter((name) => !isStdin(name))].map((path) => ({ path, isDeep: true })),
  ];
}

/** Follows the datastore until the signal: a watch that has ended with a fault, which was reported, is started again. */
async function followDatastore(
  context: CommandContext,
  changed: () => void,
  { onLost, signal }: Following,
): Promise<void> {
  let wait = FIRST_PAUSE_MILLISECONDS;
  while (!signal.aborted) {
    await withDatastore(context, async (store) => {
      await watchStore(store, context, {
        changed: () => {
          wait = FIRST_PAUSE_MILLISECONDS;
          changed();
        },
        onLost,
        signal,
      });
      return EXIT.ok;
    });
    if (signal.aborted) return;
    onLost(true);
    context.io.stderr.write(`changes of the datastore are not followed now; trying again in ${wait / 1000} s\n`);
    await pause(wait, signal);
    wait = Math.min(2 * wait, LONGEST_PAUSE_MILLISECONDS);
  }
}

/** Watches the kinds that are evaluated. What there is before the first change was perhaps not read: it counts as one. */
async function watchStore(
  store: Datastore,
  { io }: CommandContext,
  { changed, onLost, signal }: Omit<Following, "again"> & { readonly changed: () => void },
): Promise<void> {
  const scopes = evaluatedKinds(store.calico).map(({ kind }) => ({ kind }));
  const timer = store.clusterObjects && setInterval(changed, CLUSTER_MILLISECONDS);
  try {
    for await (const event of store.watch(scopes, signal)) {
      if (event.kind === "trouble") {
        onLost(true);
        io.stderr.write(warningLine(`${event.error.message} [${event.error.code}]; trying again`));
        continue;
      }
      if (event.kind === "resumed") io.stderr.write("the datastore answers again\n");
      onLost(false);
      changed();
    }
  } finally {
    clearInterval(timer);
  }
}
