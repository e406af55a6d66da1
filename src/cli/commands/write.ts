import type { Datastore, WriteResult } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";
import { filenames, readForWriting } from "../input.ts";
import { reportDiagnostics } from "../output/report.ts";
import { successLine } from "../output/success.ts";
import type { Common } from "../program.ts";
import { withDatastore } from "../store.ts";
import { EXIT } from "../usage.ts";

/** The commands that write resources from manifests. */
export type Verb = "create" | "apply" | "replace";

const PAST = { create: "created", apply: "applied", replace: "replaced" } as const;
const HELP = {
  exists: "`apply` updates it; `--skip-exists` leaves it as it is",
  "not-found": "`apply` or `create` makes a new one",
  conflict: "it was changed since you read it: get it again, or remove `metadata.resourceVersion` to overwrite it",
} as const;

/**
 * `create`, `apply`, `replace`: checks all of the input before the first write, then writes one after the other and
 * goes on after one that is refused, as calicoctl does. Exit 1 with what was and was not written.
 */
export async function run(
  verb: Verb,
  common: Common,
  _: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const resources = await readForWriting(filenames(options), common, { recursive: options.recursive, purpose: verb });
  if (resources === undefined) return EXIT.failed;
  return withDatastore(common, (store) => writeAll(verb, resources, store, common, options.skipExists === true));
}

/**
 * Writes one after the other. However it ends (all done, some refused, Ctrl-C, the datastore gone), the count of what
 * was written is true, and a batch that ended early says where.
 */
async function writeAll(
  verb: Verb,
  resources: readonly Located[],
  store: Datastore,
  { io }: Common,
  skipExists: boolean,
): Promise<number> {
  let written = 0;
  let tried = 0;
  let interrupted = false;
  const release = io.onInterrupt(() => {
    interrupted = true;
  });
  try {
    for (const located of resources) {
      if (interrupted) break;
      const result = await write(verb, located, store);
      tried++;
      if (result.kind === "written" || (result.kind === "exists" && skipExists)) written++;
      else reportDiagnostics([problemOf(result, located)], [], io);
    }
  } finally {
    release();
    const all = resources.length;
    if (written === all) {
      const kinds = resources.map(({ resource }) => resource.kind);
      io.stdout.write(successLine(PAST[verb], written, kinds));
    } else
      io.stderr.write(
        `${PAST[verb]} ${written} of ${all} resource${all === 1 ? "" : "s"}${stoppedAt(resources[tried])}\n`,
      );
  }
  return written === resources.length ? EXIT.ok : EXIT.failed;
}

function stoppedAt(next: Located | undefined): string {
  if (next === undefined) return "";
  const span = next.locate(["metadata", "name"]);
  const place = span === undefined ? "" : ` (${span.source}:${span.start.line})`;
  return printable(`; stopped before ${displayId(resourceId(next.resource))}${place} was known to be written`);
}

function write(verb: Verb, { resource }: Located, store: Datastore): Promise<WriteResult> {
  if (verb === "create") return store.create(resource);
  return verb === "apply" ? store.apply(resource) : store.update(resource);
}

/** A refused write as a finding at the resource's name. */
export function problemOf(result: Exclude<WriteResult, { kind: "written" }>, located: Located): Diagnostic {
  const resource = displayId(resourceId(located.resource));
  const span = located.locate(["metadata", "name"]);
  const found = (code: string, message: string, help?: string): Diagnostic => ({
    severity: "error",
    code,
    message,
    resource,
    ...(span && { span }),
    ...(help && { help }),
  });
  switch (result.kind) {
    case "exists":
      return found("store.exists", `${resource} exists already`, HELP.exists);
    case "not-found":
      return found("store.not-found", `${resource} does not exist`, HELP["not-found"]);
    case "conflict":
      return found(
        "store.conflict",
        `${resource} is at resourceVersion ${result.stored}, not at the one given`,
        HELP.conflict,
      );
    case "refused":
      return found("store.refused", `${resource}: ${result.reason}`);
  }
}
