import type { Datastore } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { displayId, type Resource, type ResourceId, resourceId } from "../../model/resource.ts";
import type { Selector } from "../../selector/selector.ts";
import type { CommandContext } from "../shell/context.ts";
import { UsageError } from "../shell/usage.ts";
import { listed, selected, selection } from "./selection.ts";
import { storedValueFindings } from "./stored-resources.ts";
import type { ResourceRef } from "./targets.ts";

/** The resources that a line names, or the kinds of which it takes all or those that a selector matches. */
export type ResourceChoice =
  | { readonly kind: "named"; readonly targets: readonly ResourceRef[] }
  | { readonly kind: "matching"; readonly infos: readonly KindInfo[]; readonly selector: Selector | undefined };

/** `--all` and `--selector` of a line. */
export interface Matching {
  readonly all: boolean;
  readonly selector: Selector | undefined;
}

/**
 * The resources that the words of a line and its options choose: KIND NAME..., KIND/NAME..., or of whole kinds with
 * `--selector` or `--all`, for commands that take these. Throws `UsageError` where they choose nothing, or both.
 */
export function chooseResources(
  words: readonly string[],
  matching: Matching | undefined,
  context: CommandContext,
): ResourceChoice {
  if (words.length === 0) throw new UsageError("which kind?", "give a kind and a name, such as `hep node1-eth0`");
  const chosen = selection(words, context);
  const matches = matching !== undefined && (matching.all || matching.selector !== undefined);
  if (chosen.kind === "targets") {
    if (matches) throw new UsageError("--all and --selector go with a kind, not with names", "leave out the names");
    return { kind: "named", targets: chosen.targets };
  }
  if (matches) return { kind: "matching", infos: chosen.infos, selector: matching.selector };
  const help = matching === undefined ? "give its name" : "give its name, or choose with --selector or --all";
  throw new UsageError("which resource?", help);
}

/** A stored resource, and the id by which the store has it. */
export interface Matched {
  readonly id: ResourceId;
  readonly resource: Resource;
}

/** The stored resources of those kinds that match, in the namespace of the line, and the findings about values that are left out. */
export async function matchingResources(
  { infos, selector }: Extract<ResourceChoice, { kind: "matching" }>,
  store: Datastore,
  context: CommandContext,
): Promise<{ readonly matched: readonly Matched[]; readonly diagnostics: readonly Diagnostic[] }> {
  const lists = await Promise.all(infos.map((info) => listed(store, info, context, false)));
  const matched: Matched[] = [];
  const diagnostics: Diagnostic[] = lists.flatMap((list) => storedValueFindings(list));
  for (const { items, ids } of lists) {
    for (const [at, resource] of items.entries()) {
      if (!selected(resource, selector)) continue;
      const id = ids[at];
      if (id === undefined) diagnostics.push(unreachable(resource, store));
      else matched.push({ id, resource });
    }
  }
  return { matched, diagnostics };
}

/** The error about a resource that no name of this Calico version reaches; by its own name another one would be changed. */
function unreachable(resource: Resource, { calico: { version } }: Datastore): Diagnostic {
  const name = displayId(resourceId(resource));
  return {
    severity: "error",
    code: "value.unreachable",
    message: `${name} is left out: it is not stored under a name that Calico ${version} gives a ${resource.kind}`,
    help: "choose the version that stored it with --calico-version",
    resource: name,
  };
}
