import type { Datastore, ResourceList } from "../../datastore/datastore.ts";
import { DEFAULT_NAMESPACE } from "../../manifest/namespace.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds } from "../../model/kinds/kinds.ts";
import type { Resource } from "../../model/resource.ts";
import { shellWord } from "../../model/shell-word.ts";
import { parseEitherLanguage } from "../../selector/either-language.ts";
import { matches } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { UsageError } from "../shell/usage.ts";
import { kindOf } from "./kind.ts";
import { type ResourceRef, targetsNamed } from "./targets.ts";

/** The resources that the words of a line name: whole kinds, or resources by name. */
export type Selection =
  | { readonly kind: "kinds"; readonly infos: readonly KindInfo[]; readonly all: boolean }
  | { readonly kind: "targets"; readonly targets: readonly ResourceRef[] };

/**
 * Reads `KIND`, `KIND NAME...`, `KIND,KIND`, `KIND/NAME...` and `all`; commas also divide names, which have none. With a list of
 * kinds every name is looked up in each of them. A namespace for kinds without namespaces is wrong usage, unless another kind has
 * them.
 */
export function selection(words: readonly string[], context: CommandContext): Selection {
  const [first = "", ...others] = words;
  const names = others.flatMap((word) => word.split(","));
  if (words.some((word) => word.includes("/"))) {
    const pairs = slashedWords(words).map((word) => slashed(word, context));
    const scoped = inScope(
      pairs.map(({ info }) => info),
      context,
    );
    return {
      kind: "targets",
      targets: pairs.flatMap(({ info, name }) => targetsNamed(info.kind, [name], scoped(info))),
    };
  }
  const all = first.toLowerCase() === "all";
  if (all && names.length > 0) throw new UsageError("`all` takes no names", "name a kind, or KIND/NAME");
  const infos = all
    ? allKinds(versionWithoutStore(context))
    : [...new Set(first.split(",").map((word) => kindOf(word, context)))];
  const scoped = inScope(infos, context);
  if (names.length === 0) return { kind: "kinds", infos, all };
  return { kind: "targets", targets: infos.flatMap((info) => targetsNamed(info.kind, names, scoped(info))) };
}

/** The single KIND/NAME words. */
const slashedWords = (words: readonly string[]): string[] => words.flatMap((word) => word.split(","));

/** The kinds that the words name, as they are typed. */
export function typedKinds(words: readonly string[]): readonly string[] {
  const [first = ""] = words;
  if (!words.some((word) => word.includes("/"))) return first.split(",");
  return slashedWords(words).map((word) => word.split("/", 1)[0] ?? "");
}

function slashed(word: string, context: CommandContext): { readonly info: KindInfo; readonly name: string } {
  const at = word.indexOf("/");
  if (at < 0) throw new UsageError(`\`${word}\` is not KIND/NAME`, "use KIND/NAME for all of them, or for none");
  return { info: kindOf(word.slice(0, at), context), name: word.slice(at + 1) };
}

/** The context for each kind: without `-n` where the kind has no namespaces, so that both sorts may be mixed. */
function inScope(infos: readonly KindInfo[], context: CommandContext): (info: KindInfo) => CommandContext {
  if (context.namespace !== undefined && !infos.some(({ namespaced }) => namespaced)) {
    const kinds = [...new Set(infos.map(({ kind }) => kind))].join(", ");
    throw new UsageError(`${kinds} ${infos.length > 1 ? "have" : "has"} no namespace`, "leave out --namespace");
  }
  return ({ namespaced }) => (namespaced ? context : { ...context, namespace: undefined });
}

/**
 * The selector of `--selector`, in Calico's language or in Kubernetes'; `undefined` without one, throws `UsageError` for an invalid one.
 * Where something is `changed` a blank one is invalid: it is an unset variable of a script rather than "all of them".
 */
export function selectorOf(text: unknown, use: "shown" | "changed" = "shown"): Selector | undefined {
  if (typeof text !== "string") return undefined;
  if (use === "changed" && text.trim() === "")
    throw new UsageError("the selector is empty", "for all of the kind use --all, or --selector 'all()'");
  const parsed = parseEitherLanguage(text);
  if (parsed.ok) return parsed.selector;
  const written = parsed.instead.map((one) => `--selector ${shellWord(one)}`).join(" or ");
  throw new UsageError(
    parsed.message,
    written === ""
      ? "write it as policies do: --selector \"role == 'web' && !has(old)\", or as kubectl: role=web,!old"
      : `write ${written}`,
  );
}

/** Whether a resource's own labels satisfy the selector; without one they do. */
export function selected(resource: Resource, selector: Selector | undefined): boolean {
  return selector === undefined || matches(selector, new Map(Object.entries(resource.metadata.labels ?? {})));
}

/** The namespace of a whole kind: that of `-n`, else the default one; `undefined` for all of them. */
export function namespaceOf(
  { namespaced }: KindInfo,
  context: CommandContext,
  allNamespaces: boolean,
): string | undefined {
  return namespaced && !allNamespaces ? (context.namespace ?? DEFAULT_NAMESPACE) : undefined;
}

/** All of a kind: in `-n`'s namespace or the default one, or in every namespace. */
export async function listed(
  store: Datastore,
  info: KindInfo,
  context: CommandContext,
  allNamespaces: boolean,
): Promise<ResourceList> {
  const namespace = namespaceOf(info, context, allNamespaces);
  return store.list(info.kind, namespace === undefined ? {} : { namespace });
}
