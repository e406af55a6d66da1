import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { kindNamed } from "../../../model/kinds/kinds.ts";
import type { Located } from "../../../model/resource.ts";
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

/**
 * What the edits of a scenario change. What others refer to is written first and endpoints last, as a store is filled, and what is
 * removed goes after that, the other way round: an endpoint never stands without policies that come with it.
 */
export function changesOf({ resources, previous, world }: Scenario): Changes {
  const before = previous?.();
  const changed = before === undefined ? [] : changedResources(before.resources, resources, world.calico);
  const own = changed.filter((one) => !isMade(one));
  const written = inOrder(own.flatMap(({ after }) => (after === undefined ? [] : [after])));
  const removed = inOrder(own.flatMap(({ before: old, after }) => (after === undefined && old ? [old] : []))).reverse();
  const yaml = written.map(({ resource }) => goYaml(withoutStoreFields(resource))).join("---\n");
  return {
    resources: changed.map(({ name, before: old, after }) => ({
      name,
      change: old === undefined ? "added" : after === undefined ? "removed" : "changed",
    })),
    yaml,
    commands: [
      ...(yaml === "" ? [] : [writeCommand("apply", yaml)]),
      ...removed.map(({ resource }) => deleteCommand(resource)),
    ],
    others: changed.filter(isMade).map(({ name }) => name),
  };
}

function isMade({ before, after }: ChangedResource): boolean {
  return (after ?? before)?.madeOf === "kubernetes";
}

function inOrder(list: readonly Located[]): Located[] {
  const rank = ({ resource }: Located): number => kindNamed(resource.kind)?.writeOrder ?? 0;
  return [...list].sort((a, b) => rank(a) - rank(b));
}
