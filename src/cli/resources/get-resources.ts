import type { Datastore, Misnamed } from "../../datastore/datastore.ts";
import { UnreadableValue } from "../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../datastore/resources/get-or-unreadable.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Resource } from "../../model/resource.ts";
import type { Selector } from "../../selector/selector.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { checkFields, type FieldSelector, fieldsMatch } from "./field-selector.ts";
import { whyNothing } from "./nothing-listed.ts";
import { columnsOf } from "./output/formats.ts";
import { type KindList, printResult, resultOfKinds, resultOfNames, type Showing } from "./output/get-result.ts";
import { listed, selected } from "./selection.ts";
import { similarName } from "./similar-name.ts";
import { checkSortable, type SortOrder, sortedResources } from "./sort-resources.ts";
import { storedValueFindings, unreadableError } from "./stored-resources.ts";
import type { ResourceRef } from "./targets.ts";

/** What `get` shows of the resources, and how. */
export interface GetShowing extends Showing {
  /** Whether the fields of one cluster are left out. */
  readonly exported: boolean;
  readonly selector: Selector | undefined;
  readonly fields: FieldSelector | undefined;
  readonly sortBy: SortOrder | undefined;
  /** How many are shown at most. */
  readonly limit: number | undefined;
  /** Whether resources by name that do not exist are passed over. */
  readonly ignoreNotFound: boolean;
}

/** Columns and fields that no Calico version has are reported before the datastore is opened. */
export function checkColumns(info: KindInfo | undefined, { format, fields }: GetShowing): void {
  if (info === undefined) return;
  columnsOf(info, format, undefined);
  checkFields(info, fields);
}

/** Prints all or the matching resources of kinds, and returns the exit code. */
export async function getKinds(
  infos: readonly KindInfo[],
  all: boolean,
  store: Datastore,
  context: CommandContext,
  choice: GetShowing,
): Promise<number> {
  const { io } = context;
  const found = await Promise.all(
    (all ? allKinds(store.calico) : infos).map(async (info) => {
      const list = await listed(store, info, context, choice.allNamespaces);
      const items = list.items.filter((item) => selected(item, choice.selector) && fieldsMatch(item, choice.fields));
      return { ...list, info, unselected: list.items.length, items: sortedResources(items, choice.sortBy) };
    }),
  );
  checkSortable(
    found.flatMap(({ items }) => items),
    choice.sortBy,
  );
  const lists = limited(found, choice.limit);
  const findings = lists.flatMap((list) => storedValueFindings(list));
  if (findings.length > 0) printDiagnostics(findings, [], io);
  const result = resultOfKinds(lists, all);
  const failed = await printResult(result, store, context, choice);
  const left = itemCount(found) - itemCount(lists);
  if (left > 0) io.stderr.write(`${left} more ${left === 1 ? "is" : "are"} not shown (--limit)\n`);
  if (all && result.tables.length === 0) io.stderr.write("no resources\n");
  const [only, ...others] = lists;
  if (others.length === 0 && only?.items.length === 0 && findings.length === 0 && io.stderr.isTTY) {
    const { allNamespaces } = choice;
    io.stderr.write(`${printable(await whyNothing({ ...only, allNamespaces }, store, context))}\n`);
  }
  return failed || hasErrors(findings) ? EXIT.failed : EXIT.ok;
}

const itemCount = (lists: readonly KindList[]): number => lists.reduce((count, { items }) => count + items.length, 0);

/** The first so many resources of the lists. */
function limited<L extends KindList>(lists: readonly L[], limit: number | undefined): readonly L[] {
  let left = limit ?? Number.POSITIVE_INFINITY;
  return lists.map((list) => {
    const items = list.items.slice(0, left);
    left -= items.length;
    return { ...list, items };
  });
}

/** Prints resources by name, reports those that do not exist, and returns the exit code. */
export async function getNamed(
  targets: readonly ResourceRef[],
  store: Datastore,
  context: CommandContext,
  choice: GetShowing,
): Promise<number> {
  const resources: Resource[] = [];
  const missing: ResourceRef[] = [];
  const unreadable: UnreadableValue[] = [];
  const misnamed: Misnamed[] = [];
  for (const target of targets) {
    const { id, resourceVersion } = target;
    const onMisnamed = (value: Misnamed) => misnamed.push(value);
    const at = { onMisnamed, ...(resourceVersion !== undefined && { resourceVersion }) };
    const resource = await getOrUnreadable(store, id, at);
    if (resource === undefined) missing.push(target);
    else if (resource instanceof UnreadableValue) unreadable.push(resource);
    else
      resources.push(
        choice.exported && choice.format.kind !== "table" ? exportedForm(resource, store.calico) : resource,
      );
  }
  checkSortable(resources, choice.sortBy);
  const shown = resultOfNames(sortedResources(resources, choice.sortBy), targets.length);
  const failed = resources.length > 0 && (await printResult(shown, store, context, choice));
  for (const { id, resourceVersion } of choice.ignoreNotFound ? [] : missing) {
    const at = resourceVersion === undefined ? "" : ` at resourceVersion ${resourceVersion}`;
    const help = resourceVersion === undefined ? await similarName(store, id) : undefined;
    const message = `${displayId(id)} does not exist${at}`;
    context.io.stderr.write(errorLine({ message, code: "store.not-found", help }));
  }
  const findings = [...unreadable.map(unreadableError), ...storedValueFindings({ unreadable: [], misnamed })];
  if (findings.length > 0) printDiagnostics(findings, [], context.io);
  return (missing.length === 0 || choice.ignoreNotFound) && unreadable.length === 0 && !failed ? EXIT.ok : EXIT.failed;
}

/** Without what belongs to one cluster; some versions keep `creationTimestamp: null` (`nullCreationTimestamp`). */
function exportedForm(resource: Resource, { nullCreationTimestamp }: CalicoVersionRules): Resource {
  const { namespace, uid, resourceVersion, creationTimestamp, name, ...rest } = resource.metadata;
  return { ...resource, metadata: { name, ...(nullCreationTimestamp && { creationTimestamp: null }), ...rest } };
}
