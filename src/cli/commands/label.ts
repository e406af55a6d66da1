import type { Datastore } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Resource, type ResourceId, resourceId } from "../../model/resource.ts";
import type { Common } from "../common.ts";
import { type DryRun, dryRunOf } from "../dry-run.ts";
import { kindOf } from "../kind.ts";
import { type Change, modifiedProblems, modify, newProblems } from "../modify.ts";
import { reportDiagnostics } from "../output/report.ts";
import { dryLine } from "../resources/output/success.ts";
import { listed, selected, selectorOf } from "../selection.ts";
import { declare, flag, type Line, type UntypedLine, untyped } from "../shell/command.ts";
import { DATASTORE_OPTIONS, DRY_RUN, SELECTOR } from "../shell/shared-options.ts";
import { withDatastore } from "../store.ts";
import { targetsNamed } from "../targets.ts";
import { EXIT, UsageError } from "../usage.ts";

export const declaration = declare({
  name: "label",
  summary: "Set or remove labels of resources",
  calicoctl: "v3.7",
  arguments: [
    { syntax: "[kind]", help: "kind of the resource, such as hep or gnp; or KIND/NAME", completes: "kinds" },
    { syntax: "[name]", help: "its name, unless --selector or --all chooses", completes: "names" },
    { syntax: "[labels...]", help: "KEY=VALUE..., or KEY... with --remove" },
  ],
  options: {
    overwrite: flag("--overwrite", "change labels that exist", { calicoctl: "v3.7" }),
    remove: flag("--remove", "remove the labels instead", { calicoctl: "v3.7" }),
    selector: SELECTOR,
    all: flag("--all", "label all resources of the kind, instead of one by name"),
    dryRun: DRY_RUN,
    ...DATASTORE_OPTIONS,
  },
  examples: [
    { line: "calicoctl label hep node1-eth0 role=web", shows: "sets a label" },
    { line: "calicoctl label hep node1-eth0 role --remove", shows: "removes it" },
    { line: "calicoctl label hep --all zone=a --overwrite", shows: "sets it on every host endpoint" },
  ],
});

export function parse(line: Line<typeof declaration.options>): UntypedLine {
  return untyped(line);
}

/** One label to set (`value`) or to take away (none). */
interface Edit {
  readonly label: string;
  readonly value?: string;
}

interface Wish {
  readonly edits: readonly Edit[];
  readonly overwrite: boolean;
  readonly dryRun: DryRun;
}

/**
 * `label KIND NAME KEY=VALUE... [--overwrite]`, `label KIND NAME KEY... --remove`; instead of NAME `--selector` or
 * `--all`. All labels of one resource change in one swap, or none does. Exit 1 when any resource could not be changed.
 */
export async function run({ words: args, options }: UntypedLine, common: Common): Promise<number> {
  const many = options.all === true || options.selector !== undefined;
  const { kind, name, pairs } = wordsOf(args, many);
  const selector = selectorOf(options.selector);
  const wish = wishOf(pairs, options);
  if (name !== undefined) {
    const ids = targetsNamed(kind, [name], common).map(({ id }) => id);
    return withDatastore(common, (store) => labelEach(ids, kind, wish, store, common));
  }
  const info = kindOf(kind, common);
  if (!info.namespaced && common.namespace !== undefined) targetsNamed(kind, [], common);
  return withDatastore(common, async (store) => {
    const { items } = await listed(store, info, common, false);
    const ids = items.filter((item) => selected(item, selector)).map(resourceId);
    if (ids.length === 0) common.io.stderr.write(`no ${info.kind} is selected; nothing was written\n`);
    return labelEach(ids, kind, wish, store, common);
  });
}

/** KIND NAME LABEL..., KIND/NAME LABEL..., or where resources are chosen otherwise KIND LABEL... */
function wordsOf(args: readonly string[], many: boolean): { kind: string; name?: string; pairs: readonly string[] } {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError("which kind?", "calicoctl label KIND NAME KEY=VALUE...");
  if (first.includes(",")) throw new UsageError("`label` takes one kind at a time", "run it for each of them");
  if (many && first.includes("/")) {
    throw new UsageError("resources are either named, or chosen with --selector or --all", "give the kind alone");
  }
  if (many) return { kind: first, pairs: rest };
  const at = first.indexOf("/");
  if (at >= 0) return { kind: first.slice(0, at), name: first.slice(at + 1), pairs: rest };
  const [name, ...pairs] = rest;
  if (name === undefined) throw new UsageError("which resource?", "name it, or choose with --selector or --all");
  return { kind: first, name, pairs };
}

function wishOf(pairs: readonly string[], options: Readonly<Record<string, unknown>>): Wish {
  const overwrite = options.overwrite === true;
  const remove = options.remove === true;
  if (overwrite && remove) throw new UsageError("--overwrite and --remove exclude each other");
  if (pairs.length === 0) throw new UsageError("no label given", remove ? "name its key" : "write it as KEY=VALUE");
  const edits = pairs.map((pair): Edit => {
    if (remove) return { label: pair };
    const at = pair.indexOf("=");
    if (at < 0) throw new UsageError(`\`${pair}\` is no label`, "write KEY=VALUE, or KEY with --remove");
    return { label: pair.slice(0, at), value: pair.slice(at + 1) };
  });
  const twice = edits.find(({ label }, at) => edits.findIndex((edit) => edit.label === label) !== at);
  if (twice !== undefined) throw new UsageError(`label \`${twice.label}\` is given more than once`);
  return { edits, overwrite, dryRun: dryRunOf(options) };
}

async function labelEach(
  ids: readonly ResourceId[],
  word: string,
  wish: Wish,
  store: Datastore,
  common: Common,
): Promise<number> {
  const { io } = common;
  const target = wish.dryRun === "none" ? store : store.dryRun();
  let failed = false;
  for (const id of ids) {
    const result = await modify(target, id, (current) => {
      const change = labelled(current, wish);
      if (!change.ok) return change;
      const problems = newProblems(current, change.resource, store.profile);
      return problems.length === 0 ? change : { ok: false, problems };
    });
    const problems = modifiedProblems(result, id);
    reportDiagnostics(problems, [], io);
    if (result.kind !== "written") failed = true;
    else
      for (const edit of wish.edits)
        io.stdout.write(dryLine(doneLine(edit, word, id.name, result.previous), wish.dryRun));
  }
  return failed ? EXIT.failed : EXIT.ok;
}

/** The line scripts read, as recorded: the kind as it was typed, `updated` where the label had a value before. */
function doneLine({ label, value }: Edit, word: string, name: string, previous: Resource | undefined): string {
  const had = Object.hasOwn(previous?.metadata.labels ?? {}, label);
  const [verb, link] = value === undefined ? ["removed", "from"] : [had ? "updated" : "set", "on"];
  return `Successfully ${verb} label ${printable(label)} ${link} ${printable(word)} ${printable(name)}\n`;
}

function labelled(current: Resource, { edits, overwrite }: Wish): Change {
  const labels = new Map(Object.entries(current.metadata.labels ?? {}));
  const name = displayId(resourceId(current));
  const problems: Diagnostic[] = [];
  const refuse = (code: string, message: string, help: string) =>
    problems.push({ severity: "error", code, message, help, resource: name });
  for (const { label, value } of edits) {
    const old = labels.get(label);
    if (value === undefined) {
      if (old === undefined) refuse("label.missing", `${name} has no label \`${label}\``, labelList(labels));
      labels.delete(label);
    } else {
      if (old !== undefined && !overwrite) {
        refuse("label.exists", `label \`${label}\` of ${name} is \`${old}\``, "--overwrite gives it the new value");
      }
      labels.set(label, value);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const { labels: _, ...metadata } = current.metadata;
  const given = labels.size === 0 ? {} : { labels: Object.fromEntries(labels) };
  return { ok: true, resource: { ...current, metadata: { ...metadata, ...given } } };
}

function labelList(labels: ReadonlyMap<string, string>): string {
  if (labels.size === 0) return "it has no labels at all";
  return `its labels: ${[...labels.keys()].slice(0, 10).join(", ")}`;
}
