import { Option } from "commander";
import { COMMANDS } from "../../src/cli/shell/registry.ts";
import { hasKind, kindForAlias } from "../../src/model/kinds/kinds.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { declarationOf } from "../support/declarations.ts";

/** An option as real calicoctl's help lists it. */
export interface HelpOption {
  readonly short: string | undefined;
  readonly long: string;
  readonly valued: boolean;
}

/** The options that a recorded help lists. */
export function optionsIn(help: string): readonly HelpOption[] {
  const block = /^Options:\n([\s\S]*?)\n\n/m.exec(help)?.[1] ?? "";
  return [...block.matchAll(/^\s+(?:(-\w) )? *(--[a-z-]+)(=?)/gm)].map(([, short, long = "", equals]) => ({
    short,
    long,
    valued: equals === "=",
  }));
}

/** The kinds that a recorded help lists. */
function kindsIn(help: string): readonly string[] {
  const block = /Valid resource types are:\n\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? "";
  return [...block.matchAll(/^ +[*-] (\w+)$/gm)].map(([, kind = ""]) => kind);
}

/** What the help of real calicoctl lists and ours does not take: options, their short forms and values, kinds. */
export async function notTaken(name: string, help: string, calico: string): Promise<readonly string[]> {
  if (name !== "" && !Object.hasOwn(COMMANDS, name)) return [`no command ${name}`];
  const ours = Object.values((await declarationOf(name)).options).map(({ flags }) => new Option(flags));
  const shorts = new Set(ours.flatMap(({ short }) => short ?? []));
  const options = optionsIn(help).flatMap(({ short, long, valued }) => {
    if (long === "--help") return [];
    const same = ours.find((option) => option.long === long);
    if (same === undefined) return [long];
    if (short !== undefined && !shorts.has(short)) return [short];
    return (same.required || same.optional) === valued ? [] : [`${long}, its value`];
  });
  const profile = calicoVersionRules(calico) ?? DEFAULT_CALICO;
  const kinds = kindsIn(help).filter((word) => {
    const info = kindForAlias(word);
    return info === undefined || !hasKind(info, profile);
  });
  const commands = name === "" ? commandsIn(help).filter((word) => !Object.hasOwn(COMMANDS, word)) : [];
  return [...options, ...kinds.map((kind) => `kind ${kind}`), ...commands.map((word) => `command ${word}`)];
}

/** The commands that the tool's own help lists. */
function commandsIn(help: string): readonly string[] {
  const block = /<command> \[<args>\.\.\.\]\n\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? "";
  return [...block.matchAll(/^ {4}([a-z]+) {2,}\S/gm)].map(([, word = ""]) => word);
}
