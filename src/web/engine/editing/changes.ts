import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { kindNamed } from "../../../model/kinds/kinds.ts";
import { type Located, type ResourceId, resourceId } from "../../../model/resource.ts";
import { deleteCommand, writeCommand } from "../../../scenario/edits/edit-commands.ts";
import { type ChangedResource, changedResources } from "../../../scenario/effect/changed-resources.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import { withoutStoreFields } from "./manifest-list.ts";

/** What edits change, and how to make the same change in a datastore. */
export interface Changes {
  readonly resources: readonly { readonly name: string; readonly change: "added" | "changed" | "removed" }[];
  /** What is added or changed, as manifests that `apply` takes; empty where nothing is. */
  readonly yaml: string;
  /** The commands that make the change, in the order in which to type them. */
  readonly commands: readonly string[];
  /** Changed resources that Calico makes of objects of Kubernetes, which `kubectl` writes. */
  readonly others: readonly string[];
}

/** The writes that make a change, a resource each; one without a resource after it is a deletion. */
export interface PlannedWrite extends ChangedResource {
  readonly id: ResourceId;
}

/** What the edits of a scenario change, with how to make it. */
export function changesOf(scenario: Scenario): Changes {
  const changed = changedIn(scenario);
  return {
    resources: changed.map(({ name, before: old, after }) => ({
      name,
      change: old === undefined ? "added" : after === undefined ? "removed" : "changed",
    })),
    ...exported(plannedWrites(changed)),
    others: changed.filter(isMade).map(({ name }) => name),
  };
}

/** The resources that the edits of a scenario change. */
export function changedIn({ resources, previous, world }: Scenario): readonly ChangedResource[] {
  const before = previous?.();
  return before === undefined ? [] : changedResources(before.resources, resources, world.calico);
}

/**
 * The writes of a change. What others refer to is written first and endpoints last, as a store is filled, and what is removed goes
 * after that, the other way round: an endpoint never stands without policies that come with it.
 */
export function plannedWrites(changed: readonly ChangedResource[]): readonly PlannedWrite[] {
  const own = changed.flatMap((one): PlannedWrite[] => {
    const { resource } = one.after ?? one.before ?? {};
    return isMade(one) || resource === undefined ? [] : [{ ...one, id: resourceId(resource) }];
  });
  return [
    ...inOrder(own.filter(({ after }) => after !== undefined)),
    ...inOrder(own.filter(({ after }) => after === undefined)).reverse(),
  ];
}

/** Writes as YAML and as commands, in their order; those that follow each other are one `apply`. */
export function exported(writes: readonly PlannedWrite[]): Pick<Changes, "yaml" | "commands"> {
  const commands: string[] = [];
  let together: string[] = [];
  const apply = (): void => {
    if (together.length > 0) commands.push(writeCommand("apply", together.join("---\n")));
    together = [];
  };
  for (const { before, after } of writes) {
    if (after !== undefined) together.push(yamlOf(after));
    else if (before !== undefined) {
      apply();
      commands.push(deleteCommand(before.resource));
    }
  }
  apply();
  return { yaml: writes.flatMap(({ after }) => (after === undefined ? [] : [yamlOf(after)])).join("---\n"), commands };
}

const yamlOf = ({ resource }: Located): string => goYaml(withoutStoreFields(resource));

/** Whether Calico makes it of an object of Kubernetes. */
export function isMade({ before, after }: ChangedResource): boolean {
  return (after ?? before)?.madeOf === "kubernetes";
}

function inOrder(list: readonly PlannedWrite[]): PlannedWrite[] {
  const rank = ({ id }: PlannedWrite): number => kindNamed(id.kind)?.writeOrder ?? 0;
  return [...list].sort((a, b) => rank(a) - rank(b));
}
