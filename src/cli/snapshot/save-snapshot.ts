import { roleRule } from "../../datastore/kubernetes/api/role-rule.ts";
import type { StoredGroup } from "../../datastore/kubernetes/api-resources.ts";
import { checkReplaceable, type ReplaceOptions, replaceFolder } from "../../files/replace-folder.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { API_VERSION } from "../../model/resource.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { attemptFolder, type FolderRefusal, withMissing } from "../shell/io/replaceable-folder.ts";
import { EXIT } from "../shell/usage.ts";
import { type SnapshotKind, snapshotKinds } from "./snapshot-kinds.ts";
import { type Snapshot, type SnapshotSource, takeSnapshot } from "./take-snapshot.ts";

/** Where the snapshot goes, and whether it may lack kinds. */
export interface SnapshotOptions {
  /** The folder; `undefined` for standard output. */
  readonly folder: string | undefined;
  readonly allowMissing: boolean;
}

/** What a folder of a snapshot is known by. */
const MARKER = ".calicoctl-snapshot";
const FILES = new Set(snapshotKinds(API_VERSION).map(({ file }) => file));
const REPLACE: ReplaceOptions = {
  marker: { name: MARKER, text: "Written by `calicoctl snapshot`, which replaces this folder as a whole.\n" },
  isOurs: (name) => FILES.has(name),
};
const REFUSAL: FolderRefusal = {
  code: "snapshot.folder",
  help: "name a folder that is not there, or one of an earlier snapshot",
};

/** Whether the snapshot may go where it shall go; says why not. Asked before the cluster is. */
export function isReplaceable({ folder }: SnapshotOptions, io: Io): boolean {
  return folder === undefined || attemptFolder(folder, () => void checkReplaceable(folder, REPLACE), REFUSAL, io);
}

/** Takes a snapshot and writes it; reports rights that are missing. Returns the exit code. */
export async function saveSnapshot(
  source: SnapshotSource,
  calicoApi: StoredGroup | undefined,
  { folder, allowMissing }: SnapshotOptions,
  io: Io,
): Promise<number> {
  const snapshot = await takeSnapshot(source, calicoApi);
  const { files, objects, missing } = snapshot;
  const findings = missing.map((kind) => missingRight(kind, allowMissing));
  printDiagnostics(findings, [], io);
  if (missing.length > 0 && !allowMissing) {
    io.stderr.write("nothing was written; --allow-missing writes the rest\n");
    return EXIT.failed;
  }
  if (folder === undefined) {
    io.stdout.writeData(files.map(({ text }) => text).join("---\n"));
    return EXIT.ok;
  }
  if (!attemptFolder(folder, () => replaceFolder(folder, files, replacing(snapshot)), REFUSAL, io)) return EXIT.failed;
  io.stdout.write(`Successfully wrote ${objects} object(s) of ${files.length} kind(s) to ${printable(folder)}\n`);
  return EXIT.ok;
}

/** The marker of a snapshot also says what it lacks. */
function replacing({ missing }: Snapshot): ReplaceOptions {
  return withMissing(
    REPLACE,
    missing.map(({ of, unknown }) => `Without ${of.resource}: ${unknown}.`),
  );
}

/** What is unknown without the right to list a kind, and the rule that gives it. */
function missingRight({ of, unknown }: SnapshotKind, isAllowed: boolean): Diagnostic {
  const group = of.group === "" ? "" : ` of ${of.group}`;
  return {
    severity: isAllowed ? "warning" : "error",
    code: "snapshot.right",
    message: `there is no right to list ${of.resource}${group}: unknown without it are ${unknown}`,
    help: `the rule that a ClusterRole of the user needs: ${roleRule(of, "list")}`,
  };
}
