import type { Datastore, ResourceChange, ResourceEvent, ResourceList, WatchScope } from "../../datastore/datastore.ts";
import { untilAborted } from "../../datastore/kv/abort.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds, kindNamed } from "../../model/kinds/kinds.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { Selector } from "../../selector/selector.ts";
import type { CommandContext } from "../shell/context.ts";
import { warningLine } from "../shell/io/error-line.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { type FieldSelector, fieldsMatch } from "./field-selector.ts";
import { type KindList, resultOfKinds, resultOfNames, type Showing } from "./output/get-result.ts";
import { type Shown, watchOutput } from "./output/watch-output.ts";
import { namespaceOf, selected } from "./selection.ts";
import { type OddValues, storedValueFindings } from "./stored-resources.ts";
import type { ResourceRef } from "./targets.ts";

/** What is watched: whole kinds, or resources by name. */
export type Watched =
  | { readonly kind: "kinds"; readonly infos: readonly KindInfo[]; readonly all: boolean }
  | { readonly kind: "targets"; readonly targets: readonly ResourceRef[] };

/** How it is shown: without the list, and with each change's event. */
export interface WatchShowing extends Showing {
  readonly selector: Selector | undefined;
  readonly fields: FieldSelector | undefined;
  readonly changesOnly: boolean;
  readonly events: boolean;
}

/**
 * `get --watch`: prints what `get` would, then each change as it comes, until the user interrupts it or the reader of the
 * output goes away; both are exit 0. A resource that the selector chooses no longer counts as deleted. Trouble with the
 * connection to the datastore is reported on stderr, and the watch goes on; only a lasting fault throws.
 */
export async function watch(
  watched: Watched,
  store: Datastore,
  context: CommandContext,
  showing: WatchShowing,
): Promise<number> {
  const { io } = context;
  const ended = new AbortController();
  const releases = [io.onInterrupt(() => ended.abort()), io.stdout.onClose(() => ended.abort())];
  const output = watchOutput(store, context, showing);
  const view = viewOf(watched, store, context, showing);
  let failed = false;
  let leftOut = false;
  try {
    for await (const news of store.watch(view.scopes, ended.signal)) {
      if (news.kind === "listed") failed = await begin(news.lists);
      else if (news.kind === "changes") failed = await follow(news);
      else report(news);
      // A reader that does not read must not keep the user from ending it.
      await untilAborted(io.stdout.drained(), ended.signal).catch(() => undefined);
      if (failed || ended.signal.aborted) break;
    }
  } finally {
    for (const release of releases) release();
  }
  io.endSoon?.();
  return failed || leftOut ? EXIT.failed : EXIT.ok;

  async function begin(lists: readonly ResourceList[]): Promise<boolean> {
    tell(lists);
    const initial = view.initial(lists);
    for (const { id } of initial.missing)
      io.stderr.write(`${printable(displayId(id))} does not exist; waiting for it\n`);
    if (showing.changesOnly) return false;
    return showing.events
      ? output.changes(initial.items.map((resource) => ({ event: "ADDED", resource })))
      : output.list(initial.shown);
  }

  async function follow(news: Extract<ResourceEvent, { kind: "changes" }>): Promise<boolean> {
    if (news.lost !== undefined) {
      io.stderr.write(warningLine(`${news.lost}; what follows is the difference to what was shown`));
    }
    tell([news]);
    return output.changes(news.changes.flatMap((change) => view.shown(change)));
  }

  function tell(values: readonly OddValues[]): void {
    const findings = values.flatMap((one) => storedValueFindings(one));
    printDiagnostics(findings, [], io);
    leftOut ||= hasErrors(findings);
  }

  function report(news: Extract<ResourceEvent, { kind: "trouble" | "resumed" }>): void {
    if (news.kind === "resumed") {
      io.stderr.write(`the datastore answers again: going on after revision ${news.revision}, no change is lost\n`);
    } else {
      const { message, code } = news.error;
      io.stderr.write(warningLine(`${message} [${code}]; trying again`));
    }
  }
}

/** What a watch reads from the datastore, and which part of it is shown. */
interface View {
  readonly scopes: readonly WatchScope[];
  readonly initial: (lists: readonly ResourceList[]) => {
    readonly shown: ReturnType<typeof resultOfKinds>;
    readonly items: readonly Resource[];
    readonly missing: readonly ResourceRef[];
  };
  /** A change as it looks to the watcher; nothing where it is about what is not watched. */
  readonly shown: (change: ResourceChange) => readonly Shown[];
}

function viewOf(
  watched: Watched,
  store: Datastore,
  context: CommandContext,
  { selector, fields, allNamespaces }: WatchShowing,
): View {
  if (watched.kind === "targets") return targetsView(watched.targets);
  const { all } = watched;
  const infos = all ? allKinds(store.calico) : watched.infos;
  const isWatched = (resource: Resource): boolean => selected(resource, selector) && fieldsMatch(resource, fields);
  return {
    scopes: infos.map((info) => scopeOf(info.kind, namespaceOf(info, context, allNamespaces))),
    initial: (lists) => {
      const chosen = infos.map((info, at): KindList => {
        const { items = [], revision = "" } = lists[at] ?? {};
        return { info, items: items.filter(isWatched), revision };
      });
      return { shown: resultOfKinds(chosen, all), items: chosen.flatMap(({ items }) => items), missing: [] };
    },
    shown: (change) => shownChange(change, isWatched),
  };
}

function targetsView(targets: readonly ResourceRef[]): View {
  const names = new Set(targets.map(({ id }) => displayId(id)));
  const isWatched = (resource: Resource): boolean => names.has(displayId(resourceId(resource)));
  const scopes = new Map(
    targets.map(({ id: { kind, namespace } }) => [`${kind} ${namespace}`, scopeOf(kind, namespace)]),
  );
  return {
    scopes: [...scopes.values()],
    initial: (lists) => {
      const there = new Map(
        lists.flatMap(({ items }) => items.map((item) => [displayId(resourceId(item)), item] as const)),
      );
      const items = targets.flatMap(({ id }) => there.get(displayId(id)) ?? []);
      const missing = targets.filter(({ id }) => !there.has(displayId(id)));
      return { shown: resultOfNames(items, targets.length), items, missing };
    },
    shown: (change) => shownChange(change, isWatched),
  };
}

function scopeOf(kind: string, namespace: string | undefined): WatchScope {
  return { kind, ...(kindNamed(kind)?.namespaced && namespace !== undefined && { namespace }) };
}

function shownChange({ before, after, revision }: ResourceChange, isWatched: (resource: Resource) => boolean): Shown[] {
  const was = before !== undefined && isWatched(before);
  if (after !== undefined && isWatched(after)) return [{ event: was ? "MODIFIED" : "ADDED", resource: after }];
  if (!was) return [];
  // As it was last, at the revision that ended it.
  const metadata = { ...before.metadata, resourceVersion: revision };
  return [{ event: "DELETED", resource: { ...before, metadata } }];
}
