import { didYouMean } from "../../../model/nearest.ts";
import { shellWord } from "../../../model/shell-word.ts";
import { UsageError } from "../../shell/usage.ts";
import type { ScenarioOptions } from "../open-scenario.ts";
import type { FactsOptions } from "../saved-facts.ts";
import type { DiffEffectOptions } from "./diff-effect.ts";

/** The options of `diff` that `--effect` reads. */
export interface EffectFlags extends FactsOptions, Pick<ScenarioOptions, "filename" | "recursive" | "dataplane"> {
  readonly deciders: boolean;
  readonly node: readonly string[];
  readonly output: DiffEffectOptions["output"] | undefined;
}

/** What `diff --effect` is asked: files over the datastore or over an old file or folder, or a new one in place of the old. */
export function effectOptions(words: readonly string[], flags: EffectFlags): DiffEffectOptions {
  const [old, now, more] = words;
  const { filename, deciders, node, output = "text" } = flags;
  if (more !== undefined)
    throw new UsageError(`unexpected argument \`${more}\``, "give one old and one new file or folder");
  if (now !== undefined && filename.length > 0)
    throw new UsageError("both a new file or folder and -f are given", "give -f to lay files over the old ones");
  if (now === undefined && filename.length === 0)
    throw new UsageError("no file given", "name the proposed ones with -f FILE, or give two files or folders: OLD NEW");
  return {
    scenario: {
      ...flags,
      offline: old !== undefined,
      filename: now === undefined ? filename : [now],
      ...(old !== undefined && { base: { files: [old], isReplaced: now !== undefined } }),
    },
    question: { nodes: node, deciders },
    output,
  };
}

/** Throws `UsageError` for what only `--effect` reads. */
export function refuseEffectOptions(words: readonly string[], flags: EffectFlags): void {
  const { deciders, node, output, dataplane, facts, addresses, routes, nat } = flags;
  const [word] = words;
  const used = [
    ...(word === undefined ? [] : [`argument \`${word}\``]),
    ...(deciders ? ["--deciders"] : []),
    ...(node.length > 0 ? ["--node"] : []),
    ...(output === undefined ? [] : ["--output"]),
    ...(dataplane === undefined ? [] : ["--dataplane"]),
    ...(facts.length > 0 ? ["--facts"] : []),
    ...(addresses.length > 0 ? ["--addresses"] : []),
    ...(routes.length > 0 ? ["--routes"] : []),
    ...(nat.length > 0 ? ["--nat"] : []),
  ];
  if (used[0] !== undefined)
    throw new UsageError(
      `${used[0]} goes with --effect`,
      word === undefined
        ? "diff without it compares with the datastore"
        : didYouMean([words.length > 1 ? "--effect" : "-f", ...words.map(shellWord)].join(" ")),
    );
}
