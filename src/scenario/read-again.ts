import { isSameJson } from "../model/json.ts";
import { withDefaults } from "../model/kinds/defaults.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { displayId, type Located, type Resource, resourceId } from "../model/resource.ts";
import type { World } from "../policy/world/compiled.ts";

/** Resources to compile, with where some of them were read. */
export interface ReadResources {
  readonly resources: readonly Located[];
  readonly readAt: NonNullable<World["readAt"]>;
}

/**
 * Resources with those of a later reading in the place of the ones that say the same: two Worlds that have most of their resources
 * in common, each read of a text of its own, are then compiled once, and what is the same in both is the same object. Where each
 * was read itself is in `readAt`.
 */
export function readAgain(
  resources: readonly Located[],
  later: readonly Located[],
  calico: CalicoVersionRules,
): ReadResources {
  const key = ({ resource }: Located) => displayId(resourceId(resource));
  const known = new Map(later.map((one) => [key(one), one]));
  const readAt = new Map<Located, Located>();
  const shared = resources.map((one) => {
    const other = known.get(key(one));
    if (other === undefined || other === one || readAt.has(other) || !compileAlike(one, other, calico)) return one;
    readAt.set(other, one);
    return other;
  });
  return { resources: shared, readAt };
}

/** Whether two resources of one name certainly compile alike: what only the store says of them, such as a `uid`, is not looked at. */
function compileAlike(a: Located, b: Located, calico: CalicoVersionRules): boolean {
  if (a.madeOf !== b.madeOf || a.assumed !== b.assumed) return false;
  return (
    isSameJson(compiledOf(a.resource), compiledOf(b.resource)) ||
    isSameJson(compiledOf(filled(a.resource, calico)), compiledOf(filled(b.resource, calico)))
  );
}

function compiledOf({ kind, apiVersion, metadata, ...fields }: Resource) {
  const { name, namespace, labels = {}, annotations = {} } = metadata;
  const { status: _, ...rest } = fields;
  return [kind, apiVersion, name, namespace, labels, annotations, rest];
}

/** A policy with what the store fills in and a node takes for given; a pre-DNAT one has other `types` for a node than for the store. */
function filled(resource: Resource, calico: CalicoVersionRules): Resource {
  const isPolicy = resource.kind === "GlobalNetworkPolicy" || resource.kind === "NetworkPolicy";
  return isPolicy && resource.spec?.preDNAT !== true ? withDefaults(resource, calico) : resource;
}
