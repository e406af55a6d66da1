import { changedResource, type FieldChange, type ResourceEdit } from "../../analysis/edits/resource-edit.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import { isObject, type JsonObject } from "../../model/json.ts";
import type { FieldPath, Resource } from "../../model/resource.ts";
import { resourceId } from "../../model/resource.ts";
import { shellWord } from "../../model/shell-word.ts";

/** The commands that make an edit in the datastore, to be typed in this order. */
export function editCommands(edit: ResourceEdit): readonly string[] {
  if (edit.kind === "create") return [writeCommand("create", goYaml(edit.resource))];
  const { resource } = edit.of;
  if (edit.kind === "delete") return [deleteCommand(resource)];
  const labels = edit.changes.flatMap((change) => labelChange(change));
  if (labels.length === edit.changes.length) return labelCommands(resource, labels);
  const patch = JSON.stringify(jsonPatch(resource, edit.changes));
  return [`calicoctl patch ${target(resource)} -t json -p ${shellWord(patch)}`];
}

/** The command that writes resources, whose YAML (as `goYaml` writes it: no line of it is `EOF`) a shell hands over as it is. */
export function writeCommand(command: "create" | "apply", yaml: string): string {
  return `calicoctl ${command} -f - <<'EOF'\n${yaml}EOF`;
}

/** The command that takes a resource away. */
export function deleteCommand(resource: Resource): string {
  return `calicoctl delete ${target(resource)}`;
}

/** `hostendpoint node1-eth0`, `networkpolicy web -n shop`. */
function target(resource: Resource, between = ""): string {
  const { kind, namespace, name } = resourceId(resource);
  const of = namespace === undefined ? "" : ` -n ${shellWord(namespace)}`;
  return `${kind.toLowerCase()} ${shellWord(name)}${between}${of}`;
}

interface LabelChange {
  readonly label: string;
  readonly value?: string;
}

function labelChange(change: FieldChange): LabelChange[] {
  if (change.op === "move") return [];
  const [first, second, label] = change.path;
  if (first !== "metadata" || second !== "labels" || typeof label !== "string") return [];
  return change.op === "remove" ? [{ label }] : [{ label, value: String(change.value) }];
}

function labelCommands(resource: Resource, labels: readonly LabelChange[]): readonly string[] {
  const set = labels.flatMap(({ label, value }) => (value === undefined ? [] : shellWord(`${label}=${value}`)));
  const removed = labels.flatMap(({ label, value }) => (value === undefined ? shellWord(label) : []));
  const command = (words: readonly string[], option: string) =>
    words.length === 0 ? [] : [`calicoctl label ${target(resource, ` ${words.join(" ")}`)} ${option}`];
  return [...command(set, "--overwrite"), ...command(removed, "--remove")];
}

interface Operation {
  readonly op: "add" | "replace" | "remove" | "move";
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/** The changes as a JSON patch (RFC 6902) of the resource; parents that are missing are part of what is added. */
export function jsonPatch(resource: Resource, changes: readonly FieldChange[]): readonly Operation[] {
  let current = resource;
  return changes.map((change) => {
    const operation = operationOf(current, change);
    current = changedResource(current, [change]);
    return operation;
  });
}

function operationOf(resource: Resource, change: FieldChange): Operation {
  const { path } = change;
  if (change.op === "remove") return { op: "remove", path: pointer(path) };
  if (change.op === "move") return { op: "move", from: pointer(change.from), path: pointer(path) };
  if (change.op === "insert") return { op: "add", path: pointer(path), value: change.value };
  const depth = depthOf(resource, path);
  if (depth === path.length) return { op: "replace", path: pointer(path), value: change.value };
  const missing = path.slice(depth + 1);
  const value = missing.reduceRight<unknown>((inner, part) => ({ [part]: inner }), change.value);
  return { op: "add", path: pointer(path.slice(0, depth + 1)), value };
}

/** How many parts of the path are there. */
function depthOf(value: unknown, [head, ...rest]: FieldPath): number {
  if (head === undefined) return 0;
  const has = Array.isArray(value) ? Number(head) < value.length : isObject(value) && Object.hasOwn(value, head);
  if (!has) return 0;
  return 1 + depthOf(Array.isArray(value) ? value[Number(head)] : (value as JsonObject)[head], rest);
}

function pointer(path: FieldPath): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
