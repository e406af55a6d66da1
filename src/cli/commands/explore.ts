import type { ApplyOptions } from "../explore/apply/applying.ts";
import type { ExploreOptions } from "../explore/explore.ts";
import { lifelineOptions } from "../guard/guard-options.ts";
import { checkOffline, checkStdin } from "../scenario/open-scenario.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { flag, list, number, text } from "../shell/option.ts";
import {
  DATASTORE_OPTIONS,
  FACTS_OPTIONS,
  LIFELINE_OPTIONS,
  MANIFEST_OPTIONS,
  SKIP_KIND,
} from "../shell/shared-options.ts";
import { UsageError } from "../shell/usage.ts";
import { CONFIRM_OPTIONS } from "../way-back/confirmable.ts";

/** `explore` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "explore",
  summary: "Show policy as a page in the browser, and answer questions there",
  options: {
    save: text("--save <file>", "write the page as one file instead, which needs no server"),
    port: number(
      "--port <port>",
      "the port on 127.0.0.1 (default: one that is free)",
      "0 to 65535",
      (port) => Number.isInteger(port) && port >= 0 && port <= 65535,
    ),
    open: flag("--open", "open the page in the browser"),
    allowApply: flag("--allow-apply", "let the page write its edits to the datastore, guarded as by apply --guard"),
    confirmWithin: CONFIRM_OPTIONS.confirmWithin,
    offline: flag("--offline", "use the files of -f only, not the datastore"),
    flows: list("--flows <file>", "flow file whose flows the page tests, or a directory of them (repeatable)"),
    skipKind: SKIP_KIND,
    ...LIFELINE_OPTIONS,
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `The page evaluates packets itself, by the code of \`simulate\`; it asks nobody on the network. It is served to this machine
alone, at an address with a random token, and follows changes of the datastore and the files. It changes nothing, unless
--allow-apply lets it write what was edited in it: once every lifeline is proved to hold after every single write.`,
    `A saved page holds the text of the manifests and what was read of the datastore. It opens from a file, without a network.`,
  ],
  exits: { 1: "something cannot be read, or the page cannot be saved or served" },
  examples: [
    {
      line: "calicoctl explore -f policies/ --offline --save page.html",
      shows: "a file to send to a colleague, or to attach to a change",
    },
    {
      line: "calicoctl explore -f policies/ --flows flows/ --offline --save tests.html",
      shows: "with the flow tests, and what of policy they reach",
    },
  ],
});

/** The options of `explore`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): ExploreOptions {
  checkOffline(options);
  const { save, port, open, skipKind, flows } = options;
  const apply = applyOptions(options);
  if (save !== undefined && port !== undefined)
    throw new UsageError("--save and --port exclude each other", "leave out --port: a saved page needs no server");
  if (save !== undefined && open)
    throw new UsageError("--save and --open exclude each other", "leave out --open, and open the file in a browser");
  checkStdin(options, flows);
  return { scenario: { ...options, skipKinds: skipKind }, flows, save, port: port ?? 0, open, apply };
}

/** How the page may write; throws `UsageError` where there is nobody who writes, or nothing to write to. */
function applyOptions(options: Line<typeof declaration.options>["options"]): ApplyOptions | undefined {
  const { allowApply, confirmWithin, lifelines, skipLifeline, withoutFailsafes, save, offline } = options;
  if (!allowApply) {
    if (lifelines !== undefined || skipLifeline.length > 0 || withoutFailsafes || confirmWithin !== undefined)
      throw new UsageError(
        "--confirm-within, --lifelines, --skip-lifeline and --without-failsafes go with --allow-apply",
        "add it",
      );
    return undefined;
  }
  if (save !== undefined)
    throw new UsageError("--save and --allow-apply exclude each other", "a saved page has nobody who writes for it");
  if (offline)
    throw new UsageError("--offline and --allow-apply exclude each other", "files alone are no datastore to write to");
  return { guard: lifelineOptions(options, true), confirmWithin };
}

/** `explore`: the page, served until the user interrupts, or saved. Exit 1 where something cannot be read. */
export async function run(options: ExploreOptions, context: CommandContext): Promise<number> {
  const { explore } = await import("../explore/explore.ts");
  return explore(options, context);
}
