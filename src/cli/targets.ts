import type { Span } from "../model/diagnostic.ts";
import type { ResourceId } from "../model/resource.ts";
import type { Common } from "./common.ts";
import { DEFAULT_NAMESPACE } from "./input.ts";
import { kindOf } from "./kind.ts";
import { UsageError } from "./usage.ts";

/** A resource a command is about: by name, or from a file (then with its place). */
export interface Target {
  readonly id: ResourceId;
  readonly resourceVersion?: string;
  readonly span?: Span;
}

/** The resources that KIND NAME... means, in `-n`'s namespace where the kind has namespaces. */
export function targetsNamed(word: string, names: readonly string[], { namespace }: Common): Target[] {
  const { kind, namespaced } = kindOf(word);
  if (!namespaced && namespace !== undefined) throw new UsageError(`${kind} has no namespace`, "leave out --namespace");
  return names.map((name) => {
    if (name === "") throw new UsageError("a resource's name cannot be empty");
    return { id: namespaced ? { kind, namespace: namespace ?? DEFAULT_NAMESPACE, name } : { kind, name } };
  });
}
