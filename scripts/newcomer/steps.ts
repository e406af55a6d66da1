import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shownCommands } from "../../test/docs/command-blocks.ts";
import { START } from "../../test/docs/pages/start.ts";
import type { ShownRun } from "../../test/docs/shown-page.ts";
import { HEREDOCS, PRINTED_HEREDOCS } from "../../test/guide/heredocs.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What a newcomer types, and how it must end. */
export interface Step {
  readonly line: string;
  readonly code: number;
  /** A text that the terminal must show. */
  readonly shows?: string;
}

/** Lines of the pages that their tests do not run, and what is typed for them here. */
const TYPED_HERE: Readonly<Record<string, Step>> = {
  'cp -r "$(npm root -g)/calicoctl-ts/examples" .': {
    line: 'cp -r "$(npm root -g)/calicoctl-ts/examples" .',
    code: 0,
  },
  'man "$(npm root -g)/calicoctl-ts/dist/man/calicoctl-apply.1"': {
    line: 'head -n 1 "$(npm root -g)/calicoctl-ts/dist/man/calicoctl-apply.1"',
    code: 0,
  },
};

const hasProgram = (name: string): boolean => spawnSync(name, ["--version"]).error === undefined;

/** The command lines of a page in their order, as its tests have them end; those that need what is not here are left out. */
export function pageSteps(page: string): readonly Step[] {
  const { commands = {} } = START[page] ?? {};
  const times = new Map<string, number>();
  return shownCommands(readFileSync(join(ROOT, page), "utf8")).flatMap(({ line }) => {
    const time = times.get(line) ?? 0;
    times.set(line, time + 1);
    if (TYPED_HERE[line] !== undefined) return [TYPED_HERE[line]];
    const listed = commands[line] ?? { code: 0 };
    if (typeof listed === "string") return [];
    const program = "program" in listed ? listed.program : undefined;
    if (program !== undefined && !hasProgram(program)) return [];
    const run = [listed as ShownRun | readonly ShownRun[]].flat()[time] ?? { code: 0 };
    return [{ line: run.as ?? line, code: run.code }];
  });
}

/** The guide's heredocs: as they are printed, where placeholders are refused, and filled in. */
export function guideSteps(): readonly Step[] {
  return HEREDOCS.flatMap((filled, at) => {
    const printed = PRINTED_HEREDOCS[at] ?? "";
    const done = { line: filled, code: 0, shows: "Successfully" };
    return printed === filled ? [done] : [{ line: printed, code: 1, shows: "is a placeholder: fill it in" }, done];
  });
}
