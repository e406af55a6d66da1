import { changedResource, type ResourceEdit } from "../../../analysis/edits/resource-edit.ts";
import { isObject } from "../../../model/json.ts";
import { type FieldPath, formatPath, type Resource } from "../../../model/resource.ts";
import { fileAndLine } from "../../../report/place-text.ts";
import { goYaml } from "../../resources/output/yaml/go-yaml.ts";

/** How an edit looks in the file that a resource comes from. */
export interface EditSnippet {
  /** `file:line`. */
  readonly place: string;
  /** The field to edit, or `the resource`. */
  readonly field: string;
  /** What is to be there then, as YAML; absent where it is taken away. */
  readonly yaml?: string;
}

/** An edit of a resource that a file has; `undefined` for one of the datastore. */
export function editSnippet(edit: ResourceEdit): EditSnippet | undefined {
  if (edit.kind === "create") return undefined;
  const { of } = edit;
  const last = edit.kind === "change" ? edit.changes.at(-1) : undefined;
  const path = last === undefined ? [] : shownPath(last.path);
  const span = of.locate(path);
  if (span === undefined) return undefined;
  const place = fileAndLine(span);
  if (edit.kind === "delete") return { place, field: "the resource" };
  const value = valueAt(changedResource(of.resource, edit.changes), path);
  return { place, field: formatPath(path), ...(value !== undefined && { yaml: goYaml(value) }) };
}

/** What is shown of a changed field: of a rule's the whole list of rules is too much, and a port alone too little. */
function shownPath(path: FieldPath): FieldPath {
  const [first, second, third, ...rest] = path;
  if (first !== "spec" || (second !== "ingress" && second !== "egress")) return path.slice(0, 2);
  return third === undefined || rest.length === 0 ? ["spec", second] : ["spec", second, third];
}

function valueAt(resource: Resource, path: FieldPath): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return value[Number(part)];
    return isObject(value) ? value[part] : undefined;
  }, resource);
}
