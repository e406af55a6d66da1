import { overlaidObjects } from "../kubernetes/overlaid-objects.ts";
import type { ClusterService } from "../kubernetes/services/services.ts";
import type { Diagnostic, SourceText } from "../model/diagnostic.ts";
import type { JsonObject } from "../model/json.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import type { Located } from "../model/resource.ts";
import { CompileMemo } from "../policy/compile-memo.ts";
import type { World } from "../policy/world/compiled.ts";
import type { WorldOptions } from "../policy/world/world.ts";
import { type ClusterFacts, factsOfCluster } from "./cluster-facts.ts";
import { compileCluster } from "./compile-cluster.ts";
import type { SavedFacts } from "./node-facts.ts";
import { overlay } from "./overlay.ts";
import { readAgain } from "./read-again.ts";

/** What flows are evaluated on without the manifests of `-f`. */
export interface Previous {
  readonly world: World;
  readonly saved: SavedFacts;
  readonly resources: readonly Located[];
}

/** What flows are evaluated on: the datastore's resources with manifests laid over them, and saved facts. */
export interface Scenario {
  readonly world: World;
  /** What the World is made of, but for what a cluster makes of it. */
  readonly resources: readonly Located[];
  /** The World of other resources, all else as it is; one that differs from the last in a few takes little time. */
  readonly compile: (resources: readonly Located[]) => World;
  /** Whether all that there is was read: the datastore, and all of it. */
  readonly isWhole: boolean;
  /** The World without the manifests, made once; absent without manifests, or offline. */
  readonly before: (() => World) | undefined;
  /** What there is without the manifests, made once; absent where nothing is stored, nor taken to be. */
  readonly previous: (() => Previous) | undefined;
  readonly saved: SavedFacts;
  /** The objects of Kubernetes: those of the manifests over those of a live cluster, each in its namespace. */
  readonly objects: readonly JsonObject[];
  /** The Services among them, with their backends. */
  readonly services: readonly ClusterService[];
  /** Warnings about manifests, facts and resources. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics point into. */
  readonly sources: readonly SourceText[];
}

/** The findings of what was read, and the texts that they point into. */
export type Findings = Pick<Scenario, "diagnostics" | "sources">;

/** What a scenario is made of: what was read and checked, without an error that refuses it. */
export interface ScenarioParts extends Findings {
  /** What the manifests have. */
  readonly input: {
    readonly resources: readonly Located[];
    readonly objects: readonly JsonObject[];
  };
  /** What lies below the manifests: the datastore's resources, or those of files that stand for it; absent where nothing does. */
  readonly stored: readonly Located[] | undefined;
  /** The objects of Kubernetes below those of the manifests. */
  readonly storedObjects: readonly JsonObject[];
  /** Whether the manifests take the place of what is stored, instead of being laid over it. */
  readonly isReplaced: boolean;
  /** Whether what is stored was read from a datastore. */
  readonly isRead: boolean;
  /** Whether the objects have every EndpointSlice of the cluster. */
  readonly slicesListed: boolean;
  readonly saved: SavedFacts;
  /** The namespace of `-n`. */
  readonly namespace: string | undefined;
  readonly calico: CalicoVersionRules;
  readonly dataplane?: NonNullable<WorldOptions["dataplane"]>;
  /** What earlier scenarios of the same version and dataplane compiled. */
  readonly memo?: CompileMemo;
}

/** Lays manifests over what is stored, and compiles the World. */
export function makeScenario(parts: ScenarioParts): Scenario {
  const { input, stored, storedObjects, isReplaced, slicesListed, namespace, calico, dataplane } = parts;
  const { diagnostics, sources, memo = new CompileMemo() } = parts;
  const resources = isReplaced ? input.resources : overlay(stored ?? [], input.resources);
  const objects = isReplaced ? input.objects : overlaidObjects(storedObjects, input.objects, namespace);
  const worldOptions = { calico, memo, ...(dataplane && { dataplane }) };
  const compiled = compileCluster(resources, { objects, slicesListed }, worldOptions);
  const factsIn = (of: readonly JsonObject[], world: World): ClusterFacts | undefined =>
    of.length === 0 ? undefined : factsOfCluster(of, world, slicesListed);
  const savedWith = (facts: ClusterFacts | undefined): SavedFacts =>
    facts === undefined ? parts.saved : { ...parts.saved, ofCluster: facts.ofCluster };
  const ofCluster = factsIn(objects, compiled.world);
  const previous =
    stored &&
    remembered((): Previous => {
      const { resources: same, readAt } = readAgain(stored, resources, calico);
      const compiledBefore = compileCluster(same, { objects: storedObjects, slicesListed }, worldOptions);
      const world: World = { ...compiledBefore.world, readAt };
      return { world, saved: savedWith(factsIn(storedObjects, world)), resources: stored };
    });
  // What a resource is warned about where it was read is not repeated where it is compiled.
  const reported = new Set(diagnostics.map(findingKey));
  const others = compiled.diagnostics.filter((diagnostic) => !reported.has(findingKey(diagnostic)));
  return {
    world: compiled.world,
    resources,
    isWhole: parts.isRead && !diagnostics.some(({ code }) => LEFT_OUT.has(code)),
    compile: (edited) => compileCluster(edited, { objects, slicesListed }, worldOptions).world,
    before: previous && input.resources.length > 0 ? () => previous().world : undefined,
    previous,
    saved: savedWith(ofCluster),
    sources,
    objects,
    services: ofCluster?.services ?? [],
    diagnostics: [...diagnostics, ...(ofCluster?.diagnostics ?? []), ...others],
  };
}

function findingKey({ code, resource, path }: Diagnostic): string {
  return `${code} ${resource} ${path}`;
}

const LEFT_OUT: ReadonlySet<string> = new Set(["value.unreadable", "store.unread"]);

/** What the datastore holds of a scenario that cannot be read, a line each, so that answers given as data say it, too. */
export function leftOutOf({ diagnostics }: Pick<Scenario, "diagnostics">): { readonly leftOut?: readonly string[] } {
  const isLeftOut = ({ code, severity }: Diagnostic) => severity === "error" && LEFT_OUT.has(code);
  const leftOut = diagnostics.filter(isLeftOut).map(({ message }) => message);
  return leftOut.length === 0 ? {} : { leftOut };
}

/** The same function, whose result is made once. */
function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
