import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds, hasKind, kindForAlias } from "../../model/kinds/kinds.ts";
import { didYouMean, probable } from "../../model/nearest.ts";
import { shellWord } from "../../model/shell-word.ts";
import type { CommandContext } from "../shell/context.ts";
import { UsageError } from "../shell/usage.ts";

/**
 * The kind that a word of the command line names. Throws `UsageError`, with the nearest names, for an unknown kind, and
 * for one that the chosen version does not have.
 */
export function kindOf(word: string, context: Pick<CommandContext, "chosenVersion" | "line" | "namespace">): KindInfo {
  const { chosenVersion } = context;
  const info = kindForAlias(word);
  if (info !== undefined) {
    if (chosenVersion === undefined || hasKind(info, chosenVersion)) return info;
    const newer = `${info.since} has: --calico-version ${info.since}`;
    throw new UsageError(`Calico ${chosenVersion.version} has no ${info.kind} (\`${word}\`)`, newer);
  }
  const help = otherUse(word, context);
  if (help !== undefined) throw new UsageError(`unknown kind \`${word}\``, help);
  if (word === "") throw new UsageError("the name of a kind is missing", "such as hep, or hep,gnp");
  const known = allKinds(chosenVersion);
  const lower = word.toLowerCase();
  const close =
    known.find(({ kind }) => kind.replaceAll(/[^A-Z]/g, "").toLowerCase() === lower)?.plural ??
    probable(
      lower,
      known.flatMap((kind) => kind.aliases),
    );
  const near = didYouMean(close) ?? `kinds: ${known.map(({ plural }) => plural).join(", ")}`;
  throw new UsageError(`unknown kind \`${word}\``, near);
}

/** Kinds of Kubernetes that people ask for with kubectl, by every word for them. */
const KINDS_OF_KUBERNETES =
  /^(po(ds?)?|svc|services?|ns|namespaces?|deploy(ments?)?|ds|daemonsets?|rs|replicasets?|sts|statefulsets?|endpointslices?|sa|serviceaccounts?|ing(ress(es)?)?|cm|configmaps?|secrets?|ev(ents?)?|jobs?|cronjobs?|crds?|customresourcedefinitions?)$/i;

/** Commands about a kind that kubectl also has, with the same words. */
const KUBECTL_HAS: ReadonlySet<string> = new Set(["get", "describe", "delete", "label", "annotate", "edit", "explain"]);

/** What to use for a file, a kind of Kubernetes or one of another API group; `undefined` for other words. */
function otherUse(word: string, { line, namespace }: Pick<CommandContext, "line" | "namespace">): string | undefined {
  if (/\.(ya?ml|json)$/i.test(word)) return didYouMean(`-f ${shellWord(word)}`);
  const isOfGroup = /^[a-z]+(\.v\d\w*)?(\.[a-z0-9-]+)+$/i.test(word) && !/\.projectcalico\.org$/i.test(word);
  if (!KINDS_OF_KUBERNETES.test(word) && !isOfGroup) return undefined;
  const [command = "get", ...words] = line;
  const same = KUBECTL_HAS.has(command) ? [command, ...words] : ["get", word];
  const scope = namespace === undefined ? [] : ["-n", namespace];
  return `it is not a kind of Calico; use: ${["kubectl", ...same, ...scope].map(shellWord).join(" ")}`;
}

/** The names under which people know a kind: the plural, and its shortest alias where that is another one. */
export function wordsForKind({ plural, aliases }: KindInfo): readonly string[] {
  const shortest = aliases.reduce((best, alias) => (alias.length < best.length ? alias : best), plural);
  return [...new Set([plural, shortest])];
}
