import { changedResource, type ResourceEdit } from "../../../analysis/edits/resource-edit.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { isObject, listOrEmpty, objectOrEmpty } from "../../../model/json.ts";
import { type FieldPath, formatPath, type Located, type Resource } from "../../../model/resource.ts";
import { fileAndLine } from "../../../report/place-text.ts";

/** How an edit looks in the file that a resource comes from. */
export interface EditSnippet {
  /** `file:line`. */
  readonly place: string;
  /** The field to edit, `the resource`, or where a rule is to be added. */
  readonly field: string;
  /** What is to be there then, as YAML; absent where it is taken away. */
  readonly yaml?: string;
}

/** An edit of a resource that a file has; `undefined` for one of the datastore. */
export function editSnippet(edit: ResourceEdit): EditSnippet | undefined {
  if (edit.kind === "create") return undefined;
  const { of } = edit;
  const last = edit.kind === "change" ? edit.changes.at(-1) : undefined;
  if (last?.op === "insert" && last.path.length === 3) return newRule(of, last.path, last.value);
  const path = last === undefined ? [] : shownPath(last.path);
  const span = of.locate(path);
  if (span === undefined) return undefined;
  const place = fileAndLine(span);
  if (edit.kind === "delete") return { place, field: "the resource" };
  const value = valueAt(changedResource(of.resource, edit.changes), path);
  return { place, field: formatPath(path), ...(value !== undefined && { yaml: goYaml(value) }) };
}

/** A new rule: before the one that is there now, or after the last. */
function newRule({ resource, locate }: Located, [spec = "", direction = "", index]: FieldPath, rule: unknown) {
  const count = listOrEmpty(objectOrEmpty(resource.spec)[direction]).length;
  const isLast = Number(index) >= count;
  const span = locate([spec, direction, isLast ? count - 1 : Number(index)]);
  if (span === undefined) return undefined;
  const field = `a rule ${isLast ? "after" : "before"} this one`;
  return { place: fileAndLine(span), field, yaml: goYaml([rule]) };
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
