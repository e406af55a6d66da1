import { withDefaults } from "../../../model/kinds/defaults.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import type { Resource } from "../../../model/resource.ts";

/**
 * The resource as the store would hold it after applying `input` on top of `current`: labels, annotations and the
 * parts that the input has are the input's, with the defaults that are stored; everything else stays.
 */
export function afterApply(input: Resource, current: Resource | undefined, calico: CalicoVersionRules): Resource {
  const { name, namespace, labels, annotations } = input.metadata;
  const { labels: _labels, annotations: _annotations, ...kept } = current?.metadata ?? {};
  const metadata = {
    ...kept,
    name,
    ...(namespace !== undefined && { namespace }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
  };
  return withDefaults({ ...current, ...input, spec: input.spec ?? {}, metadata }, calico);
}
