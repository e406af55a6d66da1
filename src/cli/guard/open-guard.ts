import { deriveLifelines } from "../../analysis/lifelines/derive-lifelines.ts";
import type { GuardQuestion } from "../../analysis/lifelines/guard-answer.ts";
import { isAboutAny } from "../../analysis/lifelines/lifeline.ts";
import { withoutFailsafes } from "../../analysis/without-failsafes.ts";
import type { Datastore } from "../../datastore/datastore.ts";
import { withHostEndpoints } from "../../kubernetes/host-endpoints/with-host-endpoints.ts";
import { serviceMembers } from "../../kubernetes/services/service-members.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Located, Resource } from "../../model/resource.ts";
import { CompileMemo } from "../../policy/compile-memo.ts";
import type { World } from "../../policy/world/compiled.ts";
import { world } from "../../policy/world/world.ts";
import { listsSlices, storedResources, unreadFindings } from "../resources/evaluated-resources.ts";
import { dataplaneOf } from "../scenario/open-scenario.ts";
import { readSavedFacts } from "../scenario/saved-facts.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { datastoreServers } from "../shell/with-datastore.ts";
import { type GuardFacts, guardFacts } from "./guard-facts.ts";
import type { GuardOptions } from "./guard-options.ts";
import { type Revisions, revisionsOf } from "./proved-revisions.ts";
import { findLifelines } from "./read-lifelines.ts";

/** What is asked about writes, but for the writes. */
export interface OpenedGuard {
  readonly question: Omit<GuardQuestion, "writes">;
  /** The revisions of what is stored now. */
  readonly proved: Revisions;
  /** Why lifelines were not derived; complete when the question was answered. */
  readonly notes: readonly string[];
  /** The nodes of which nothing says what they translate; complete when the question was answered. */
  readonly untold: readonly string[];
  /** The lifelines file, where there is one. */
  readonly file?: string;
}

/**
 * Reads the lifelines and everything that is stored; `code`: the exit code where that cannot be done, all of it reported.
 * `ends` is what follows of that: `nothing was written`.
 */
export async function openGuard(
  options: GuardOptions,
  store: Datastore,
  context: CommandContext,
  ends = "nothing was written",
): Promise<({ readonly ok: true } & OpenedGuard) | { readonly ok: false; readonly code: number }> {
  const { io } = context;
  const found = findLifelines(options.lifelines, context.config, io);
  printDiagnostics(found.diagnostics, found.sources, io);
  const { declared, file } = found;
  if (declared === undefined) {
    io.stderr.write(`the lifelines are unknown; ${ends}\n`);
    return { ok: false, code: EXIT.failed };
  }
  const { saved, ...ofFacts } = readSavedFacts(options.saved, io);
  printDiagnostics(ofFacts.diagnostics, ofFacts.sources, io);
  if (saved === undefined) {
    io.stderr.write(`the facts of nodes are unknown; ${ends}\n`);
    return { ok: false, code: EXIT.failed };
  }
  const [read, cluster, servers, bgp] = await Promise.all([
    storedResources(store),
    store.clusterObjects?.(),
    options.offline ? [] : datastoreServers(context),
    bgpResources(store),
  ]);
  const diagnostics: Diagnostic[] = [...read.diagnostics, ...(cluster ? unreadFindings(cluster) : [])];
  printDiagnostics(diagnostics, [], io);
  if (hasErrors(diagnostics)) {
    io.stderr.write(`NOT PROVED: not all that is stored can be read; ${ends}\n`);
    return { ok: false, code: EXIT.unmet };
  }
  const { calico } = store;
  const services = serviceMembers(cluster?.items ?? [], listsSlices(cluster));
  const memo = new CompileMemo();
  const dataplane = dataplaneOf(options, calico);
  const compiled = (resources: readonly Located[]): World => {
    const whole = withHostEndpoints(resources, calico).resources;
    return world(whole, { calico, memo, ...dataplane, ...(services && { services }) }).world;
  };
  const notes: string[] = [];
  const untold: string[] = [];
  let facts: GuardFacts | undefined;
  const except = new Set([...options.skip, ...declared.skip, ...declared.lifelines.map(({ name }) => name)]);
  return {
    ok: true,
    proved: revisionsOf(read.resources.map(({ resource }) => resource)),
    notes,
    untold,
    ...(file !== undefined && { file }),
    question: {
      stored: read.resources,
      compile: options.withoutFailsafes ? (resources) => withoutFailsafes(compiled(resources)) : compiled,
      facts: (node) => facts?.of(node) ?? { node },
      lifelines: (before, after) => {
        const derived = deriveLifelines({ before, after, servers, bgp }, except);
        const idle = declared.lifelines.filter((lifeline) => !isAboutAny(lifeline, [before, after]));
        notes.push(
          ...derived.notes,
          ...idle.map(({ name }) => `${name}: no endpoint matches this lifeline, which proves nothing`),
        );
        const known = guardFacts(saved, cluster, [before, after]);
        if (facts === undefined) printDiagnostics(known.diagnostics, [], io);
        untold.splice(0, untold.length, ...known.untold);
        facts = known;
        return [...declared.lifelines, ...derived.lifelines];
      },
    },
  };
}

/** The BGPPeers and BGPConfigurations, which say who BGP is spoken with. */
async function bgpResources(store: Datastore): Promise<readonly Resource[]> {
  const lists = await Promise.all(["BGPPeer", "BGPConfiguration"].map((kind) => store.list(kind)));
  return lists.flatMap(({ items }) => items);
}
