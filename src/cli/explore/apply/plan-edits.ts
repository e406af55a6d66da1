import type { Datastore } from "../../../datastore/datastore.ts";
import { UnreadableValue } from "../../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../../datastore/resources/get-or-unreadable.ts";
import { hasErrors } from "../../../model/diagnostic.ts";
import { displayId, type Located, type Resource, resourceId, withResource } from "../../../model/resource.ts";
import type { ApplyRefusal, PlanRequest, WriteConflict } from "../../../web/engine/applying/apply-protocol.ts";
import { changedIn, isMade, plannedWrites } from "../../../web/engine/editing/changes.ts";
import { withoutStoreFields } from "../../../web/engine/editing/manifest-list.ts";
import { openPage, type Page } from "../../../web/engine/page.ts";
import { unreadableError } from "../../resources/stored-resources.ts";
import { afterApply } from "../../resources/writing/apply-preview.ts";
import { withStoredLastApplied } from "../../snapshot/cut-object.ts";
import type { PageVersions } from "../page-versions.ts";
import { checkedForApply } from "./checked-for-apply.ts";
import { conflictOf, expectedRevisions } from "./conflicts.ts";
import { pageDiff } from "./page-diff.ts";
import type { WriteStep } from "./write-step.ts";

/** What the edits of a page ask to be written. */
export interface EditsPlan {
  readonly ok: true;
  /** The page that was edited. */
  readonly page: Page;
  /** In the order of dependencies: what others refer to first, and what is deleted last. */
  readonly steps: readonly WriteStep[];
  /** The names of edited resources that are stored as the edits have them. */
  readonly unchanged: readonly string[];
  readonly conflicts: readonly WriteConflict[];
  /** The names of edited resources that Calico makes of objects of Kubernetes. */
  readonly others: readonly string[];
}

const refused = (refusal: Omit<ApplyRefusal, "kind">): { readonly ok: false; readonly refusal: ApplyRefusal } => ({
  ok: false,
  refusal: { kind: "refused", ...refusal },
});

/**
 * What is to be written so that the store has what the edits made of the page that was edited; no more than that: not what
 * files say that were not edited. All is checked first, as `apply` does; nothing is written.
 */
export async function planEdits(
  { version, edits }: PlanRequest,
  versions: PageVersions,
  store: Datastore,
): Promise<EditsPlan | { readonly ok: false; readonly refusal: ApplyRefusal }> {
  const data = versions.of(version);
  if (data === undefined)
    return refused({
      message: "the page shows what was stored long ago",
      help: "load it again; a link keeps the edits",
    });
  const page = openPage(data);
  if (page.calico !== store.calico)
    return refused({ message: `the datastore is of Calico ${store.calico.version} now, and the page is not` });
  const made = page.scenario(edits);
  if (!made.ok)
    return refused({ ...made.refusal, message: made.refusal.message.replace(/;[^;]*$/, "; nothing was written") });
  const changed = changedIn(made.scenario);
  const others = changed.filter(isMade).map(({ name }) => name);
  const writes = plannedWrites(changed);
  const written = writes.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const removed = writes.flatMap(({ before, after }) => (after === undefined && before !== undefined ? [before] : []));
  const checked = await checkedForApply(written, store.calico);
  if (hasErrors(checked.diagnostics))
    return refused({
      message: "`apply` would refuse the change; nothing was written",
      diagnostics: checked.diagnostics,
    });
  const expected = expectedRevisions(data, edits, store.calico);
  const steps: WriteStep[] = [];
  const unchanged: string[] = [];
  const conflicts: WriteConflict[] = [];
  for (const located of [...checked.resources, ...removed]) {
    const isRemoved = removed.includes(located);
    const id = resourceId(located.resource);
    const name = displayId(id);
    const current = await getOrUnreadable(store, id);
    if (current instanceof UnreadableValue)
      return refused({
        message: "what is stored cannot be read; nothing was written",
        diagnostics: [unreadableError(current)],
      });
    const next = isRemoved ? undefined : afterApply(located.resource, current, store.calico);
    const diff = pageDiff(name, current, next, "applied");
    if (diff === "") {
      unchanged.push(name);
      continue;
    }
    const conflict = conflictOf(name, expected(id), current, versions);
    if (conflict !== undefined) conflicts.push({ ...conflict, diff });
    else steps.push(stepOf(name, located, current, isRemoved));
  }
  return { ok: true, page, steps, unchanged, conflicts, others };
}

function stepOf(name: string, located: Located, before: Resource | undefined, isRemoved: boolean): WriteStep {
  if (before === undefined) return { kind: "create", name, located };
  const { resourceVersion } = before.metadata;
  const revision = resourceVersion !== undefined && { resourceVersion };
  if (isRemoved) return { kind: "delete", name, target: { id: resourceId(located.resource), ...revision }, before };
  // What the page was not given stays as it is stored.
  const whole = withStoredLastApplied(withoutStoreFields(located.resource), before);
  const resource = { ...whole, metadata: { ...whole.metadata, ...revision } };
  return { kind: "change", name, located: withResource(located, resource), before };
}
