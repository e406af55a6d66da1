import { isWorkloadInterface, type NodeView } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint } from "../../policy/world/compiled.ts";

interface Workloads {
  /** By `namespace/name`. */
  readonly named: ReadonlyMap<string, CompiledEndpoint>;
  /** The first at each interface. */
  readonly first: ReadonlyMap<string, CompiledEndpoint>;
}

const memos = new WeakMap<NodeView["workloadEndpoints"], Workloads>();

function workloadsOf({ workloadEndpoints }: NodeView): Workloads {
  const known = memos.get(workloadEndpoints);
  if (known !== undefined) return known;
  const last = [...workloadEndpoints].reverse();
  const made = {
    named: new Map(workloadEndpoints.map((one) => [`${one.namespace ?? ""}/${one.name}`, one])),
    first: new Map(last.map((one) => [one.interfaceName, one])),
  };
  memos.set(workloadEndpoints, made);
  return made;
}

/** The workload endpoint that a node takes for an interface: the first of several. */
export function firstWorkloadAt(view: NodeView, name: string): CompiledEndpoint | undefined {
  return workloadsOf(view).first.get(name);
}

/** The workload endpoint of a node with this `namespace/name`. */
export function workloadNamed(view: NodeView, name: string): CompiledEndpoint | undefined {
  return workloadsOf(view).named.get(name);
}

/**
 * The workloads, as `namespace/name`, that every World has, without those that the name of an interface means as well: which are
 * the first at the same interface in all of them.
 */
export function workloadsByName(views: readonly NodeView[]): readonly string[] {
  const [first, ...others] = views;
  if (first === undefined) return [];
  return [...workloadsOf(first).named].flatMap(([name, endpoint]) => {
    const inOthers = others.map((view) => workloadNamed(view, name));
    if (inOthers.includes(undefined)) return [];
    const isMeant = [endpoint, ...inOthers].every(
      (one, i) =>
        one?.interfaceName === endpoint.interfaceName &&
        meansEndpoint(views[i] as NodeView, endpoint.interfaceName, one),
    );
    return isMeant ? [] : [name];
  });
}

function meansEndpoint(view: NodeView, name: string, endpoint: CompiledEndpoint): boolean {
  return isWorkloadInterface(view, name) && firstWorkloadAt(view, name) === endpoint;
}
