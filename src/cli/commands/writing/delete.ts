import type { Datastore } from "../../../datastore/datastore.ts";
import { hasErrors } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import { displayId } from "../../../model/resource.ts";
import { guardOptions } from "../../guard/guard-options.ts";
import {
  chooseResources,
  type Matched,
  type Matching,
  matchingResources,
  type ResourceChoice,
} from "../../resources/choice.ts";
import { selectorOf } from "../../resources/selection.ts";
import { refOf } from "../../resources/targets.ts";
import { type ResourceUse, useResources } from "../../resources/use-input.ts";
import { type DeleteMode, deleteAll } from "../../resources/writing/delete-all.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics } from "../../shell/io/print-diagnostics.ts";
import { flag, oneOf } from "../../shell/option.ts";
import {
  DATASTORE_OPTIONS,
  DRY_RUN,
  GUARD_OPTIONS,
  MANIFEST_OPTIONS,
  SELECTOR,
  SKIP_EMPTY,
  WRITE_EXITS,
} from "../../shell/shared-options.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";
import { withDatastore } from "../../shell/with-datastore.ts";
import { CONFIRM_OPTIONS, type Confirmable, confirmable, confirmWithinOf } from "../../way-back/confirmable.ts";

/** `delete` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "delete",
  summary: "Delete resources",
  calicoctl: "v3.7",
  arguments: [
    {
      syntax: "[kind]",
      help: "kind of the resources, such as hep or gnp; a list of kinds, or KIND/NAME",
      completes: "kinds",
    },
    { syntax: "[names...]", help: "their names", completes: "names" },
  ],
  options: {
    ...MANIFEST_OPTIONS,
    skipEmpty: SKIP_EMPTY,
    skipNotExists: flag("-s, --skip-not-exists", "do not fail for resources that do not exist", { calicoctl: "v3.7" }),
    ignoreNotFound: flag("--ignore-not-found", "as --skip-not-exists", { hidden: true }),
    selector: SELECTOR,
    all: flag("--all", "all of the kind (of the namespace); asks first"),
    yes: flag("-y, --yes", "do not ask"),
    output: oneOf("-o, --output <format>", "print the result for each resource: name or json", ["name", "json"]),
    dryRun: DRY_RUN,
    ...CONFIRM_OPTIONS,
    ...GUARD_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl delete hep node1-eth0", shows: "one resource by name" },
    {
      line: "calicoctl delete -f policies/",
      shows: "the resources of all files there",
      before: ["calicoctl apply -f policies/"],
    },
    {
      line: "calicoctl delete gnp -l \"stage == 'old'\" --dry-run=server",
      shows: "what would be deleted",
      before: ["calicoctl label gnp allow-ssh stage=old"],
    },
  ],
});

/** What `delete` deletes, and how. */
export interface DeleteOptions extends Matching, DeleteMode, Confirmable {
  readonly words: readonly string[];
  /** The files of `-f`; `undefined` without it. */
  readonly files: readonly string[] | undefined;
  readonly recursive: boolean;
  readonly skipEmpty: boolean;
  /** Whether to ask before resources that `--all` chooses are deleted. */
  readonly confirms: boolean;
}

/** The options of `delete`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): DeleteOptions {
  const { filename, recursive, skipEmpty, all, yes, output = "line", dryRun = "none" } = options;
  const skipNotExists = options.skipNotExists || options.ignoreNotFound;
  const selector = selectorOf(options.selector, "changed");
  const files = filename.length === 0 ? undefined : filename;
  if (files !== undefined && words.length > 0) throw new UsageError("give either -f or a kind and names, not both");
  if (files !== undefined && (all || selector !== undefined))
    throw new UsageError("--all and --selector go with a kind, not with -f");
  const confirms = !yes && selector === undefined && dryRun === "none";
  const confirmWithin = confirmWithinOf(options);
  const guard = guardOptions(options);
  return {
    words,
    files,
    recursive,
    skipEmpty,
    skipNotExists,
    all,
    selector,
    confirms,
    output,
    dryRun,
    confirmWithin,
    guard,
  };
}

/**
 * `delete`: the resources of `-f`, KIND NAME..., KIND/NAME..., or of whole kinds those that `--selector` matches or
 * `--all`, after a question. Goes on after a delete that fails, and reports every failure.
 */
export function run(options: DeleteOptions, context: CommandContext): Promise<number> {
  return confirmable("delete", options, context, (inner) => deleteChosen(options, inner));
}

async function deleteChosen(options: DeleteOptions, context: CommandContext): Promise<number> {
  const { words, files } = options;
  if (files !== undefined) {
    const use: ResourceUse = {
      purpose: "delete",
      refusal: "nothing was written",
      work: (resources, store) => deleteAll(resources.map(refOf), store, options, context),
    };
    return useResources({ ...options, files }, use, context);
  }
  const choice = chooseResources(words, options, context);
  if (choice.kind === "named") {
    return withDatastore(context, (store) => deleteAll(choice.targets, store, options, context));
  }
  if (options.confirms && context.io.confirm === undefined)
    throw new UsageError("--all needs --yes where there is no terminal to ask on");
  return withDatastore(context, (store) => deleteMatching(choice, store, options, context));
}

async function deleteMatching(
  choice: Extract<ResourceChoice, { kind: "matching" }>,
  store: Datastore,
  options: DeleteOptions,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const { matched, diagnostics } = await matchingResources(choice, store, context);
  printDiagnostics(diagnostics, [], io);
  if (matched.length === 0) {
    io.stderr.write("nothing is selected; nothing was deleted\n");
    return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
  }
  if (options.confirms && !(await io.confirm?.(question(matched)))) {
    io.stderr.write("nothing was deleted\n");
    return EXIT.failed;
  }
  // A resource that the selector matched is deleted only if it has not changed since.
  const targets = matched.map(({ id, resource }) => {
    const { resourceVersion } = resource.metadata;
    return { id, ...(choice.selector && resourceVersion && { resourceVersion }) };
  });
  const code = await deleteAll(targets, store, options, context);
  return hasErrors(diagnostics) ? EXIT.failed : code;
}

function question(matched: readonly Matched[]): string {
  const names = matched.slice(0, 5).map(({ id }) => displayId(id));
  const more = matched.length > 5 ? [`${matched.length - 5} more`] : [];
  return printable(`delete ${matched.length} resources (${[...names, ...more].join(", ")})?`);
}
