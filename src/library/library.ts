import { withHostEndpoints } from "../kubernetes/host-endpoints/with-host-endpoints.ts";
import { readObject, readServiceObject } from "../kubernetes/read-object.ts";
import { serviceMembers } from "../kubernetes/services/service-members.ts";
import { checkManifests } from "../manifest/check-manifests.ts";
import { objectReading, READS_OBJECTS } from "../manifest/foreign/object-reading.ts";
import { inNamespaces } from "../manifest/namespace.ts";
import { noResources, parseManifests } from "../manifest/parse-manifests.ts";
import type { Purpose } from "../manifest/validate.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Flow, NodeFacts } from "../model/flow.ts";
import type { JsonObject } from "../model/json.ts";
import { type CalicoVersion, calicoVersionRules, DEFAULT_CALICO } from "../model/kinds/version.ts";
import { displayId, resourceId } from "../model/resource.ts";
import { simulateEveryRoute } from "../policy/flow/every-route.ts";
import type { Outcome } from "../policy/outcome.ts";
import type { World as CompiledWorld } from "../policy/world/compiled.ts";
import { world as compile } from "../policy/world/world.ts";

export type { Diagnostic, Position, Severity, Span } from "../model/diagnostic.ts";
export type { DnatRule, Flow, FlowEnd, NodeFacts, Route } from "../model/flow.ts";
export type { CalicoVersion } from "../model/kinds/version.ts";
export type { Outcome, Step, Verdict } from "../policy/outcome.ts";

/** The text of a file with manifests, YAML or JSON, and the name that findings call it by. */
export interface Manifest {
  readonly name: string;
  readonly text: string;
}

/** Whose rules count: Calico v3.7's, unless another version is named. */
export interface CalicoOptions {
  readonly calicoVersion?: CalicoVersion;
}

/** What `validate` returns, as `calicoctl validate -o json` prints it. */
export interface Validation {
  /** Whether no finding is an error. */
  readonly valid: boolean;
  /** The resources' names: `GlobalNetworkPolicy allow-ssh`. */
  readonly resources: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Resources that `simulate` evaluates packets on; only `world` makes them. */
export interface World {
  readonly calicoVersion: CalicoVersion;
}

/** A World with warnings; or why there is none: at least one finding is an error. */
export type WorldResult =
  | { readonly ok: true; readonly world: World; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const compiledWorlds = new WeakMap<World, CompiledWorld>();

/** Everything that is wrong with manifests, with its place and what to do about it. No text makes it throw. */
export function validate(manifests: readonly Manifest[], options: CalicoOptions = {}): Validation {
  const { resources, diagnostics } = read(manifests, options, "validate");
  const names = resources.map(({ resource }) => displayId(resourceId(resource)));
  return { valid: !hasErrors(diagnostics), resources: names, diagnostics };
}

/**
 * Compiles manifests to what a Calico node would enforce. Of resources with the same name the last one counts. A
 * resource that Felix refuses although it can be stored is left out, as Felix does, and a finding says so.
 */
export function world(manifests: readonly Manifest[], options: CalicoOptions = {}): WorldResult {
  const { resources, objects, diagnostics } = read(manifests, options, "simulate");
  if (hasErrors(diagnostics)) return { ok: false, diagnostics };
  const calico = rulesOf(options);
  const services = serviceMembers(objects);
  const whole = withHostEndpoints(resources, calico);
  const compiled = compile(whole.resources, { calico, ...(services && { services }) });
  const made: World = Object.freeze({ calicoVersion: calico.version });
  compiledWorlds.set(made, compiled.world);
  return { ok: true, world: made, diagnostics: [...diagnostics, ...whole.diagnostics, ...compiled.diagnostics] };
}

/**
 * What a node does to a packet, and why: the verdict, the policy and rule that decided, and every step. `facts` names the
 * node and states what no resource holds: addresses of interfaces, routes, DNAT. Where the answer is unknown, `decidedBy`
 * is `not-evaluated`, and `diagnostics` says what is missing. Throws `TypeError` for a World that `world` did not make.
 */
export function simulate(world: World, facts: NodeFacts, flow: Flow): Outcome {
  const compiled = compiledWorlds.get(world);
  if (compiled === undefined) throw new TypeError("not a World that world() made");
  return simulateEveryRoute(compiled, facts, flow).outcome;
}

function read(manifests: readonly Manifest[], options: CalicoOptions, purpose: Purpose) {
  const calico = rulesOf(options);
  const objects: JsonObject[] = [];
  const parsed = parseManifests(manifests);
  const isValidated = purpose === "validate";
  const { reads, passesOver } = isValidated ? objectReading(parsed, { skipKinds: [], strict: false }) : READS_OBJECTS;
  const checked = checkManifests(parsed, {
    ...{ calico, purpose, passesOver, countsRead: isValidated },
    ...(reads && {
      convert: ({ value }) => {
        objects.push(value);
        return readObject(value, calico, "default") ?? readServiceObject(value);
      },
    }),
  });
  const placed = inNamespaces(checked.resources, undefined, checked.diagnostics);
  const { resources } = placed;
  const diagnostics: Diagnostic[] = [...placed.diagnostics];
  if (resources.length === 0 && !hasErrors(diagnostics)) {
    diagnostics.push(noResources(manifests.map(({ name }) => name)));
  }
  return { resources, objects, diagnostics };
}

function rulesOf({ calicoVersion }: CalicoOptions) {
  if (calicoVersion === undefined) return DEFAULT_CALICO;
  const rules = calicoVersionRules(calicoVersion);
  if (rules === undefined) throw new RangeError(`unsupported Calico version \`${calicoVersion}\``);
  return rules;
}
