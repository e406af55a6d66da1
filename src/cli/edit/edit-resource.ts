import type { Datastore } from "../../datastore/datastore.ts";
import { UnreadableValue } from "../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../datastore/resources/get-or-unreadable.ts";
import { fileReason } from "../../files/file-reason.ts";
import { textOfFile } from "../../files/read-text.ts";
import { makeScratchFile, removeScratchFile, rewriteScratchFile } from "../../files/scratch-file.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Resource, type ResourceId } from "../../model/resource.ts";
import type { GuardOptions } from "../guard/guard-options.ts";
import { guarded } from "../guard/guarded.ts";
import { unifiedDiff } from "../resources/output/line-diff.ts";
import { dryRunSummary } from "../resources/output/write-results.ts";
import type { DryRun } from "../resources/writing/dry-run.ts";
import { modifiedProblems, modify } from "../resources/writing/modify.ts";
import { tunnelsNote, tunnelsOn, tunnelsOnNow } from "../resources/writing/tunnels-note.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";
import { type Confirmable, confirmable } from "../way-back/confirmable.ts";
import { bodyOf, readEdited, textToEdit } from "./edited-text.ts";
import { editorOf, openEditor } from "./editor.ts";

/** How an edit is written. */
export interface EditWrite extends Confirmable {
  readonly dryRun: DryRun;
  readonly guard: GuardOptions | undefined;
}

/** A stored resource that was opened for editing. */
interface Opened {
  readonly resource: Resource;
  readonly calico: CalicoVersionRules;
}

/**
 * Opens a stored resource in an editor until it is valid or cancelled, then writes it in place of what was opened. The file is
 * kept where it is not written. Returns the exit code.
 */
export async function editResource(id: ResourceId, options: EditWrite, context: CommandContext): Promise<number> {
  const { io } = context;
  const editor = editorOf(context);
  let opened: Opened | undefined;
  const code = await withDatastore(context, async (store) => {
    opened = await openedOf(id, store, context);
    return opened === undefined ? EXIT.failed : EXIT.ok;
  });
  if (opened === undefined) return code;
  const { resource: before, calico } = opened;
  const name = displayId(id);
  const original = goYaml(before);
  const fail = (message: string, path?: string): number => {
    const help = path === undefined ? undefined : `your edit is kept in ${path}`;
    io.stderr.write(errorLine({ message, help }));
    return EXIT.failed;
  };
  let path: string;
  try {
    path = makeScratchFile(
      `${id.kind}-${id.name.replace(/[^A-Za-z0-9.-]/g, "_")}.yaml`,
      textToEdit(name, original, []),
    );
  } catch (error) {
    return fail(`cannot make a file to edit: ${fileReason(error)}`);
  }
  let last = original;
  for (;;) {
    const fault = await openEditor(editor, path, context);
    if (fault !== undefined) {
      removeScratchFile(path);
      return fail(`editor \`${printable(editor)}\`: ${fault}; nothing was written`);
    }
    let body: string;
    try {
      body = bodyOf(textOfFile(path));
    } catch (error) {
      return fail(`cannot read \`${path}\`: ${fileReason(error)}`);
    }
    const edited = body === original ? CANCELLED : readEdited(body, before, calico);
    if (edited.kind === "cancelled") {
      removeScratchFile(path);
      io.stderr.write(`edit cancelled: ${edited.why}\n`);
      return EXIT.ok;
    }
    if (edited.kind === "invalid") {
      const [first] = edited.problems;
      if (body === last) return fail(`edit cancelled: ${first?.message ?? "it is invalid"}`, path);
      last = body;
      rewriteScratchFile(path, textToEdit(name, body, edited.problems));
      continue;
    }
    const written = await write(id, { before, after: edited.resource }, options, context);
    if (written === EXIT.ok) removeScratchFile(path);
    else io.stderr.write(`your edit is kept in ${printable(path)}\n`);
    return written;
  }
}

const CANCELLED = { kind: "cancelled", why: "nothing was changed" } as const;

async function openedOf(id: ResourceId, store: Datastore, { io }: CommandContext): Promise<Opened | undefined> {
  const found = await getOrUnreadable(store, id);
  if (found !== undefined && !(found instanceof UnreadableValue)) return { resource: found, calico: store.calico };
  const problem =
    found === undefined
      ? ({ kind: "not-found" } as const)
      : ({ kind: "unreadable", reason: found.reason, help: found.help ?? "" } as const);
  printDiagnostics(modifiedProblems(problem, id), [], io);
  return undefined;
}

interface Swap {
  readonly before: Resource;
  readonly after: Resource;
}

function write(id: ResourceId, swap: Swap, options: EditWrite, context: CommandContext): Promise<number> {
  return confirmable("edit", options, context, (inner) =>
    withDatastore(inner, (store) => writeOne(id, swap, options, store, inner)),
  );
}

async function writeOne(
  id: ResourceId,
  { before, after }: Swap,
  { dryRun, guard }: EditWrite,
  store: Datastore,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const swap = (one: ResourceId, to: Datastore) => modify(to, one, () => ({ ok: true, resource: after }));
  const allowed = await guarded({ items: [id], idOf: (one) => one, write: swap }, store, guard, context);
  if (!allowed.ok) return allowed.code;
  const target = dryRun === "none" ? allowed.store : store.dryRun();
  const tunnels = await tunnelsOn([id.kind], store);
  const result = await swap(id, target);
  const problems = modifiedProblems(result, id);
  printDiagnostics(problems, [], io);
  if (result.kind === "stale" || result.kind === "conflict") await showOther(id, before, store, context);
  if (result.kind !== "written") return allowed.end(EXIT.failed);
  const now = await tunnelsOnNow([id.kind], target, tunnels);
  io.stderr.write(tunnelsNote([result.resource], { before: tunnels, after: now, isDry: target !== store }));
  const item = { id, state: { kind: "done" as const, result }, problem: undefined };
  io.stdout.write(dryRun === "none" ? `Successfully edited 1 '${id.kind}' resource\n` : dryRunSummary([item]));
  return allowed.end(EXIT.ok);
}

/** Shows what another writer has changed since the resource was opened. */
async function showOther(id: ResourceId, before: Resource, store: Datastore, { io }: CommandContext): Promise<void> {
  const now = await getOrUnreadable(store, id);
  if (now === undefined || now instanceof UnreadableValue) return;
  const plain = (text: string): string => text;
  const style = { removed: plain, added: plain, place: plain };
  const texts = [
    { name: "when you opened it", text: goYaml(before) },
    { name: "as another writer has stored it", text: goYaml(now) },
  ] as const;
  io.stderr.write(unifiedDiff(...texts, style));
}
