import { kindNamed } from "../../model/kinds/kinds.ts";
import type { Resource } from "../../model/resource.ts";
import { storedValueFindings } from "../resources/stored-resources.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

/**
 * The stored resources of those kinds among some that the evaluator does not read; `undefined` where the store cannot be read,
 * which is reported.
 */
export async function unevaluatedResources(
  kinds: readonly string[],
  context: CommandContext,
): Promise<readonly Resource[] | undefined> {
  const others = [...new Set(kinds)].filter((kind) => kindNamed(kind)?.evaluated !== true);
  if (others.length === 0) return [];
  let found: readonly Resource[] | undefined;
  await withDatastore(context, async (store) => {
    const lists = await Promise.all(others.map((kind) => store.list(kind)));
    printDiagnostics(
      lists.flatMap((list) => storedValueFindings(list)),
      [],
      context.io,
    );
    found = lists.flatMap(({ items }) => items);
    return EXIT.ok;
  });
  return found;
}
