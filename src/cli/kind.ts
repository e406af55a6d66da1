import { allKinds, type KindInfo, kindForAlias } from "../model/kinds.ts";
import { nearest } from "../model/nearest.ts";
import { UsageError } from "./usage.ts";

/** The kind a word of the command line means; wrong usage, with the nearest names, when there is none. */
export function kindOf(word: string): KindInfo {
  const info = kindForAlias(word);
  if (info !== undefined) return info;
  const aliases = allKinds().flatMap((kind) => kind.aliases);
  const close = nearest(word.toLowerCase(), aliases);
  const help =
    close === undefined
      ? `kinds: ${allKinds()
          .map(({ plural }) => plural)
          .join(", ")}`
      : `did you mean \`${close}\`?`;
  throw new UsageError(`there is no kind \`${word}\``, help);
}
