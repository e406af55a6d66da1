import type { Datastore } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import type { Resource } from "../../model/resource.ts";
import type { Selector } from "../../selector/selector.ts";
import type { CommandContext } from "../shell/context.ts";
import { UsageError } from "../shell/usage.ts";
import { listed, selected, selection } from "./selection.ts";
import { unreadableWarnings } from "./stored-resources.ts";
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

/** The stored resources of those kinds that match, in the namespace of the line, and a warning for each unreadable value. */
export async function matchingResources(
  { infos, selector }: Extract<ResourceChoice, { kind: "matching" }>,
  store: Datastore,
  context: CommandContext,
): Promise<{ readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] }> {
  const lists = await Promise.all(infos.map((info) => listed(store, info, context, false)));
  return {
    resources: lists.flatMap(({ items }) => items.filter((item) => selected(item, selector))),
    diagnostics: unreadableWarnings(lists.flatMap(({ unreadable }) => unreadable)),
  };
}
