import type { Datastore } from "../../../datastore/datastore.ts";
import { canonical } from "../../../manifest/canonical.ts";
import type { Code, Diagnostic } from "../../../model/diagnostic.ts";
import { displayId, type Resource, type ResourceId, resourceId } from "../../../model/resource.ts";
import { wordList } from "../../../model/word-list.ts";
import { type GuardOptions, guardOptions } from "../../guard/guard-options.ts";
import { guarded } from "../../guard/guarded.ts";
import { chooseResources } from "../../resources/choice.ts";
import { dryRunSummary, printResults, type ResultFormat } from "../../resources/output/write-results.ts";
import type { DryRun } from "../../resources/writing/dry-run.ts";
import { isResource } from "../../resources/writing/is-resource.ts";
import { type Change, modifiedProblems, modify, newProblems } from "../../resources/writing/modify.ts";
import { patchAsJson } from "../../resources/writing/patch-text.ts";
import { applyPatch, PATCH_TYPES, type PatchType } from "../../resources/writing/patching.ts";
import { tunnelsNote, tunnelsOn, tunnelsOnNow } from "../../resources/writing/tunnels-note.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics } from "../../shell/io/print-diagnostics.ts";
import { readSource } from "../../shell/io/sources.ts";
import { text } from "../../shell/option.ts";
import { DATASTORE_OPTIONS, DRY_RUN, GUARD_OPTIONS, RESULT_OUTPUT, WRITE_EXITS } from "../../shell/shared-options.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";
import { withDatastore } from "../../shell/with-datastore.ts";
import { CONFIRM_OPTIONS, type Confirmable, confirmable, confirmWithinOf } from "../../way-back/confirmable.ts";

/** `patch` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "patch",
  summary: "Change a part of a resource",
  calicoctl: "v3.32",
  arguments: [
    { syntax: "[kind]", help: "kind of the resource, such as hep or gnp; or KIND/NAME", completes: "kinds" },
    { syntax: "[name]", help: "its name", completes: "names" },
  ],
  options: {
    patch: text("-p, --patch <json>", "the patch, in JSON or YAML", { calicoctl: "v3.32" }),
    patchFile: text("--patch-file <file>", "a file with the patch, or - for standard input"),
    type: text(
      "-t, --type <type>",
      "strategic (the default) and merge (RFC 7386) merge an object, json (RFC 6902) is a list of operations",
      { calicoctl: "v3.32", values: PATCH_TYPES },
    ),
    output: RESULT_OUTPUT,
    dryRun: DRY_RUN,
    ...CONFIRM_OPTIONS,
    ...GUARD_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: 'calicoctl patch hep node1-eth0 -p \'{"spec": {"interfaceName": "eth1"}}\'', shows: "changes one field" },
  ],
});

/** What `patch` changes, and how. */
export interface PatchOptions extends Confirmable {
  readonly words: readonly string[];
  readonly type: PatchType;
  /** What was given as `--type` and is not a type: calicoctl ignores any, so it is a warning. */
  readonly unknownType: string | undefined;
  /** The patch, in JSON or YAML; `undefined` where a file has it. */
  readonly patch: string | undefined;
  /** The file with the patch; `undefined` where the line has it. */
  readonly patchFile: string | undefined;
  /** The success line, or the result. */
  readonly output: "line" | ResultFormat;
  readonly dryRun: DryRun;
  /** What must be proved before anything is written; absent without `--guard`. */
  readonly guard: GuardOptions | undefined;
}

/** The options of `patch`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): PatchOptions {
  const { patch, patchFile, type: word = "strategic", output = "line", dryRun = "none" } = options;
  if (patch === undefined && patchFile === undefined)
    throw new UsageError(
      "no patch given",
      "write it as JSON: -p '{\"spec\": {...}}', or name a file with --patch-file",
    );
  if (patch !== undefined && patchFile !== undefined)
    throw new UsageError("--patch and --patch-file exclude each other");
  const type = PATCH_TYPES.find((one) => one === word);
  const unknownType = type === undefined ? word : undefined;
  const confirmWithin = confirmWithinOf(options);
  const guard = guardOptions(options);
  return { words, type: type ?? "strategic", unknownType, patch, patchFile, output, dryRun, confirmWithin, guard };
}

/**
 * `patch KIND NAME -p JSON [-t strategic|merge|json]`: changes a part of one stored resource, compare-and-swap. The
 * result is checked as a manifest is; fields that another Calico version stored are kept.
 */
export async function run(options: PatchOptions, context: CommandContext): Promise<number> {
  const choice = chooseResources(options.words, undefined, context);
  const [target, ...more] = choice.kind === "named" ? choice.targets : [];
  if (target === undefined || more.length > 0) throw new UsageError("`patch` changes one resource", "name one");
  printDiagnostics(unknownType(options), [], context.io);
  const text = patchText(options, context);
  if (text === undefined) return EXIT.failed;
  const written = { ...options, patch: patchAsJson(text) };
  return confirmable("patch", options, context, (inner) =>
    withDatastore(inner, (store) => patchOne(target.id, written, store, inner)),
  );
}

/** The patch as it is written; `undefined` where its file cannot be read, which is reported. */
function patchText({ patch, patchFile }: PatchOptions, { io }: CommandContext): string | undefined {
  if (patchFile === undefined) return patch;
  const { sources, diagnostics } = readSource(patchFile, io);
  printDiagnostics(diagnostics, [], io);
  return sources[0]?.text;
}

function unknownType({ unknownType: word }: PatchOptions): Diagnostic[] {
  if (word === undefined) return [];
  const message = `unknown patch type \`${word}\`; merged as \`strategic\``;
  return [{ severity: "warning", code: "patch.type", message, help: `--type is ${wordList(PATCH_TYPES, "or")}` }];
}

async function patchOne(
  id: ResourceId,
  options: PatchOptions & { readonly patch: string },
  store: Datastore,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const write = (one: ResourceId, to: Datastore) => modify(to, one, (current) => patched(current, options, store));
  const allowed = await guarded({ items: [id], idOf: (one) => one, write }, store, options.guard, context);
  if (!allowed.ok) return allowed.code;
  const target = options.dryRun === "none" ? allowed.store : store.dryRun();
  const before = await tunnelsOn([id.kind], store);
  const result = await write(id, target);
  const problems = modifiedProblems(result, id);
  printDiagnostics(problems, [], io);
  const problem = problems.find(({ severity }) => severity === "error");
  const item = { id, state: { kind: "done" as const, result }, problem };
  if (options.output !== "line") printResults(options.output, [item], options.dryRun, io);
  if (result.kind !== "written") return allowed.end(EXIT.failed);
  const after = await tunnelsOnNow([id.kind], target, before);
  io.stderr.write(tunnelsNote([result.resource], { before, after, isDry: target !== store }));
  if (options.output === "line") {
    const line = `Successfully patched 1 '${id.kind}' resource\n`;
    io.stdout.write(options.dryRun === "none" ? line : dryRunSummary([item]));
  }
  return allowed.end(EXIT.ok);
}

function patched(
  current: Resource,
  { type, patch }: PatchOptions & { readonly patch: string },
  { calico }: Datastore,
): Change {
  const name = displayId(resourceId(current));
  const refuse = (code: Code, message: string): Change => {
    const problem: Diagnostic = { severity: "error", code, message: `${name}: ${message}`, resource: name };
    return { ok: false, problems: [problem] };
  };
  const result = applyPatch(type, current, patch);
  if (!result.ok) return refuse("patch.refused", result.message);
  const { value } = result;
  if (!isResource(value)) return refuse("patch.shape", "the patch takes away what makes a resource");
  if (displayId(resourceId(value)) !== name || value.apiVersion !== current.apiVersion) {
    return refuse("patch.identity", "kind, name, namespace and apiVersion cannot be patched");
  }
  const problems = newProblems(current, value, calico);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, resource: canonical(current.kind, value, calico).resource };
}
