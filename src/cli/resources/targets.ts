import { DEFAULT_NAMESPACE } from "../../manifest/namespace.ts";
import type { Span } from "../../model/diagnostic.ts";
import { type Located, type ResourceId, resourceId } from "../../model/resource.ts";
import type { CommandContext } from "../shell/context.ts";
import { UsageError } from "../shell/usage.ts";
import { kindOf } from "./kind.ts";

/** A resource a command is about: by name, or from a file (then `locate` finds its place, which reads the text again). */
export interface ResourceRef {
  readonly id: ResourceId;
  readonly resourceVersion?: string;
  readonly locate?: () => Span | undefined;
}

/** The resources that KIND NAME... names, in `-n`'s namespace where the kind has namespaces. */
export function targetsNamed(word: string, names: readonly string[], context: CommandContext): ResourceRef[] {
  const { namespace } = context;
  const { kind, namespaced } = kindOf(word, context);
  if (!namespaced && namespace !== undefined) throw new UsageError(`${kind} has no namespace`, "leave out --namespace");
  return names.map((name) => {
    if (name === "") throw new UsageError("a resource's name cannot be empty");
    return { id: namespaced ? { kind, namespace: namespace ?? DEFAULT_NAMESPACE, name } : { kind, name } };
  });
}

/** The reference to a resource of a manifest, with the resourceVersion that it states. */
export function refOf({ resource, locate }: Located): ResourceRef {
  const { resourceVersion } = resource.metadata;
  return {
    id: resourceId(resource),
    ...(resourceVersion && { resourceVersion }),
    locate: () => locate(["metadata", "name"]),
  };
}
