import { type Rendered, renderTemplate } from "../../../go-template/go-template.ts";
import type { Value } from "../../../go-template/values.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import type { Resource } from "../../../model/resource.ts";
import { eventValue, listValue, resourceValue } from "./template-values.ts";

/** What a template of `get -o go-template` is applied to: resources by name, a whole kind, or one change of a watch. */
export type TemplateInput =
  | { readonly event: string; readonly resource: Resource }
  | {
      readonly kind: string;
      readonly apiVersion: string;
      readonly revision: string;
      readonly items: readonly Resource[];
    }
  | readonly Resource[];

/**
 * Applies a Go template as calicoctl does (recorded: get-o-11, get-o-15, get-two-o-05): to a list of objects, which are
 * the named resources, or list objects with `.Items` for whole kinds. `calico` decides which fields exist.
 */
export function renderResources(
  source: string,
  inputs: readonly TemplateInput[],
  calico: CalicoVersionRules,
): Rendered {
  return renderTemplate(source, { kind: "list", items: inputs.flatMap((input) => values(input, calico)) });
}

function values(input: TemplateInput, calico: CalicoVersionRules): Value[] {
  if ("event" in input) return [eventValue(input.event, resourceValue(input.resource, calico, true))];
  if (!("items" in input)) return input.map((resource) => resourceValue(resource, calico, true));
  const items = input.items.map((resource) => resourceValue(resource, calico, false));
  return [listValue(input.kind, input.apiVersion, input.revision, items)];
}
