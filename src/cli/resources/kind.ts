import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds, hasKind, kindForAlias } from "../../model/kinds/kinds.ts";
import { nearest } from "../../model/nearest.ts";
import type { CommandContext } from "../shell/context.ts";
import { UsageError } from "../shell/usage.ts";

/**
 * The kind that a word of the command line names. Throws `UsageError`, with the nearest names, for an unknown kind, and
 * for one that the chosen version does not have.
 */
export function kindOf(word: string, { chosenVersion }: Pick<CommandContext, "chosenVersion">): KindInfo {
  const info = kindForAlias(word);
  if (info !== undefined) {
    if (chosenVersion === undefined || hasKind(info, chosenVersion)) return info;
    const help = `${info.since} has: --calico-version ${info.since}`;
    throw new UsageError(`Calico ${chosenVersion.version} has no ${info.kind} (\`${word}\`)`, help);
  }
  if (word === "") throw new UsageError("the name of a kind is missing", "such as hep, or hep,gnp");
  const known = allKinds(chosenVersion);
  const close = nearest(
    word.toLowerCase(),
    known.flatMap((kind) => kind.aliases),
  );
  const help =
    close === undefined ? `kinds: ${known.map(({ plural }) => plural).join(", ")}` : `did you mean \`${close}\`?`;
  throw new UsageError(`unknown kind \`${word}\``, help);
}

/** The names under which people know a kind: the plural, and its shortest alias where that is another one. */
export function wordsForKind({ plural, aliases }: KindInfo): readonly string[] {
  const shortest = aliases.reduce((best, alias) => (alias.length < best.length ? alias : best), plural);
  return [...new Set([plural, shortest])];
}
