import { Option } from "commander";
import { COMMANDS } from "../../src/cli/shell/registry.ts";
import { hasKind, kindForAlias } from "../../src/model/kinds/kinds.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { declarationOf } from "../support/declarations.ts";

/** An option as real calicoctl's help lists it. */
export interface HelpOption {
  readonly short?: string;
  readonly long: string;
  readonly valued: boolean;
}

/** What a help text of real calicoctl lists; its sentences are not recorded. */
export interface HelpFacts {
  readonly options: readonly HelpOption[];
  readonly kinds: readonly string[];
  /** The commands, listed by the help of the tool as a whole. */
  readonly commands: readonly string[];
}

/** What the help of real calicoctl lists and ours does not take: options, their short forms and values, kinds. */
export async function notTaken(name: string, help: HelpFacts, calico: string): Promise<readonly string[]> {
  if (name !== "" && !Object.hasOwn(COMMANDS, name)) return [`no command ${name}`];
  const ours = Object.values((await declarationOf(name)).options).map(({ flags }) => new Option(flags));
  const shorts = new Set(ours.flatMap(({ short }) => short ?? []));
  const options = help.options.flatMap(({ short, long, valued }) => {
    if (long === "--help") return [];
    const same = ours.find((option) => option.long === long);
    if (same === undefined) return [long];
    if (short !== undefined && !shorts.has(short)) return [short];
    return (same.required || same.optional) === valued ? [] : [`${long}, its value`];
  });
  const profile = calicoVersionRules(calico) ?? DEFAULT_CALICO;
  const kinds = help.kinds.filter((word) => {
    const info = kindForAlias(word);
    return info === undefined || !hasKind(info, profile);
  });
  const commands = name === "" ? help.commands.filter((word) => !Object.hasOwn(COMMANDS, word)) : [];
  return [...options, ...kinds.map((kind) => `kind ${kind}`), ...commands.map((word) => `command ${word}`)];
}
