import type { Datastore, DeleteResult } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { displayId, type ResourceId, resourceId } from "../../model/resource.ts";
import { readForWriting } from "../input.ts";
import { reportDiagnostics } from "../output/report.ts";
import { successLine } from "../output/success.ts";
import type { Common } from "../program.ts";
import { withDatastore } from "../store.ts";
import { type Target, targetsNamed } from "../targets.ts";
import { EXIT, UsageError } from "../usage.ts";

/** `delete`: the resources of `-f`, or KIND NAME...; goes on after one that fails, and tells every failure. */
export async function run(
  common: Common,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const targets = await targetsOf(common, args, options);
  if (targets === undefined) return EXIT.failed;
  return withDatastore(common, (store) => deleteAll(targets, store, common, options.skipNotExists === true));
}

async function targetsOf(
  common: Common,
  [kind, ...names]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<readonly Target[] | undefined> {
  const files = options.filename as readonly string[] | undefined;
  if (files !== undefined) {
    if (kind !== undefined) throw new UsageError("give either -f or a kind and names, not both");
    const resources = await readForWriting(files, common, { recursive: options.recursive, purpose: "delete" });
    return resources?.map((located) => {
      const { resourceVersion } = located.resource.metadata;
      const span = located.locate(["metadata", "name"]);
      return { id: resourceId(located.resource), ...(resourceVersion && { resourceVersion }), ...(span && { span }) };
    });
  }
  if (kind === undefined) throw new UsageError("nothing to delete", "name a kind and its resources, or a file with -f");
  if (names.length === 0) throw new UsageError(`no name given: which \`${kind}\` is to be deleted?`);
  return targetsNamed(kind, names, common);
}

async function deleteAll(
  targets: readonly Target[],
  store: Datastore,
  { io }: Common,
  skipMissing: boolean,
): Promise<number> {
  let deleted = 0;
  const problems: Diagnostic[] = [];
  for (const target of targets) {
    const { id, resourceVersion } = target;
    const result = await store.delete(id, resourceVersion === undefined ? {} : { resourceVersion });
    if (result.kind === "deleted" || (result.kind === "not-found" && skipMissing)) deleted++;
    else problems.push(problemOf(result, target));
  }
  if (deleted > 0)
    io.stdout.write(
      successLine(
        "deleted",
        deleted,
        targets.map(({ id }) => id.kind),
      ),
    );
  reportDiagnostics(problems, [], io);
  return problems.length === 0 ? EXIT.ok : EXIT.failed;
}

function problemOf(result: Exclude<DeleteResult, { kind: "deleted" }>, { id, span }: Target): Diagnostic {
  const [code, message, help] = explain(result, id);
  return { severity: "error", code, message, help, resource: displayId(id), ...(span && { span }) };
}

function explain(result: Exclude<DeleteResult, { kind: "deleted" }>, id: ResourceId): [string, string, string] {
  switch (result.kind) {
    case "not-found":
      return ["store.not-found", `${displayId(id)} does not exist`, "`--skip-not-exists` takes that as done"];
    case "conflict":
      return [
        "store.conflict",
        `${displayId(id)} is at resourceVersion ${result.stored}, not at the one given`,
        "it was changed since you read it: look at it again before you delete it",
      ];
    case "refused":
      return ["store.refused", `${displayId(id)}: ${result.reason}`, "the cluster's own components keep it"];
  }
}
