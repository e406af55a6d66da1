import type { Datastore } from "../../../datastore/datastore.ts";
import { withDefaults } from "../../../model/kinds/defaults.ts";
import { kindNamed } from "../../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { displayId, type Located, type Resource, resourceId } from "../../../model/resource.ts";
import { type GuardOptions, guardOptions } from "../../guard/guard-options.ts";
import type { Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import type { GUARD_OPTIONS, MANIFEST_OPTIONS, WRITE_OPTIONS } from "../../shell/shared-options.ts";
import { UsageError } from "../../shell/usage.ts";
import { type CONFIRM_OPTIONS, type Confirmable, confirmWithinOf } from "../../way-back/confirmable.ts";
import { filenames } from "../input.ts";
import type { WriteOutcome } from "../output/write-results.ts";
import { type ManifestFiles, type ResourceUse, useResources } from "../use-input.ts";
import { inDependencyOrder } from "./dependency-order.ts";
import { guardedBatch } from "./guarded-batch.ts";
import { tunnelsNote, tunnelsOn, tunnelsOnNow } from "./tunnels-note.ts";
import { reportWrites, type WriteReport } from "./write-report.ts";

/** How the resources are written: only new ones, new and existing ones, or only existing ones. */
export type WriteVerb = "create" | "apply" | "replace";

const DONE = { create: "created", apply: "applied", replace: "replaced" } as const;

/** What `create`, `apply`, `replace` and `import` write, and how. */
export interface WriteOptions extends WriteReport, ManifestFiles, Confirmable {
  /** Whether the kinds are written in the order of dependencies, one after the other. */
  readonly inDependencyOrder: boolean;
  /** What must be proved before anything is written; absent without `--guard`. */
  readonly guard: GuardOptions | undefined;
}

/** The options that all of these commands have, from their line. */
export function writeOptions(
  options: Line<
    typeof MANIFEST_OPTIONS & typeof WRITE_OPTIONS & typeof CONFIRM_OPTIONS & typeof GUARD_OPTIONS
  >["options"] & {
    readonly skipEmpty?: boolean;
  },
): WriteOptions {
  const { recursive, skipEmpty = false, output = "line", dryRun = "none" } = options;
  const files = filenames(options);
  const confirmWithin = confirmWithinOf(options);
  const guard = guardOptions(options);
  if (guard !== undefined && dryRun === "client")
    throw new UsageError(
      "--guard proves what is in the datastore, which --dry-run=client does not read",
      "use --dry-run=server",
    );
  const written = { skipExists: false, inDependencyOrder: false, confirmWithin, guard };
  return { files, recursive, skipEmpty, output, dryRun, ...written };
}

/**
 * Checks all of the input before the first write, then writes, and goes on after a refused write, as calicoctl does.
 * Exit code 1 with a report of what was and was not written.
 */
export async function writeManifests(verb: WriteVerb, options: WriteOptions, context: CommandContext): Promise<number> {
  const ordered = (resources: readonly Located[]) =>
    options.inDependencyOrder ? inDependencyOrder(resources) : resources;
  const check = (given: readonly Located[], calico: CalicoVersionRules): number => {
    const resources = ordered(given);
    const states = resources.map(({ resource }) => ({
      kind: "done" as const,
      result: { kind: "checked" as const, resource: withDefaults(resource, calico) },
    }));
    return reportWrites(DONE[verb], resources, states, options, context.io);
  };
  const use: ResourceUse = {
    purpose: verb,
    refusal: "nothing was written",
    work: (resources, store) => writeAll(verb, ordered(resources), store, options, context),
    offline: options.dryRun === "client" ? check : undefined,
  };
  return useResources(options, use, context);
}

/**
 * Writes several resources at once, with the effect of one after the other. However it ends (all written, some refused,
 * Ctrl-C, the datastore gone), the report is true.
 */
async function writeAll(
  verb: WriteVerb,
  given: readonly Located[],
  store: Datastore,
  options: WriteOptions,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const written = given.map(resourceOf);
  const kinds = written.map(({ kind }) => kind);
  const batch = {
    items: given,
    idOf: ({ resource }: Located) => resourceId(resource),
    located: (located: Located) => located,
    write: async (located: Located, target: Datastore) => {
      const outcome = await writeOne(verb, located, target);
      return options.output === "yaml" ? outcome : withoutStored(outcome, located);
    },
    key: ({ resource }: Located) =>
      writesOf(resource) === "one-by-one" ? "in order" : displayId(resourceId(resource)),
    alone: (ordered: readonly Located[]) => {
      const firsts = new Set(ordered.filter(({ resource }, at) => ordered[at - 1]?.resource.kind !== resource.kind));
      return (located: Located) =>
        writesOf(located.resource) === "alone" || (options.inDependencyOrder && firsts.has(located));
    },
    done: DONE[verb],
  };
  const before = await tunnelsOn(kinds, store);
  const ran = await guardedBatch(batch, store, options, context);
  if (!ran.ok) return ran.code;
  const { items: resources, states, fault, target } = ran;
  const code = reportWrites(DONE[verb], resources, states, options, io);
  if (fault !== undefined) throw fault;
  const after = await tunnelsOnNow(kinds, target, before);
  io.stderr.write(tunnelsNote(written, { before, after, isDry: options.dryRun === "server" }));
  return ran.end(code);
}

function resourceOf({ resource }: Located): Resource {
  return resource;
}

function writesOf({ kind }: Resource) {
  return kindNamed(kind)?.writes;
}

/** Writes one; what is refused is a result. */
export async function writeOne(verb: WriteVerb, { resource }: Located, store: Datastore): Promise<WriteOutcome> {
  if (verb === "create") return store.create(resource);
  if (verb === "replace") return store.update(resource);
  return store.apply(resource, { keepUnchanged: true });
}

/**
 * The outcome with the resource as it was given in place of what is stored, but for its revision: only `-o yaml` prints that, and of
 * a large batch it is more memory than the manifest.
 */
function withoutStored(outcome: WriteOutcome, { resource: given }: Located): WriteOutcome {
  if (!("resource" in outcome)) return outcome;
  const { name, resourceVersion } = outcome.resource.metadata;
  const metadata = { name, ...(resourceVersion !== undefined && { resourceVersion }) };
  const resource = { apiVersion: given.apiVersion, kind: given.kind, metadata };
  const previous = outcome.kind === "written" && outcome.previous !== undefined ? { previous: given } : {};
  return { ...outcome, resource, ...previous };
}
