import { applyEdits } from "../../../manifest/fixes/apply-edits.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import type { SourceText, TextEdit } from "../../../model/diagnostic.ts";
import { displayId, type Resource, resourceId } from "../../../model/resource.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import type { PageData } from "../page-data.ts";

/** A text that can be edited: a manifest of a file, or a stored resource, by its name for people. */
export interface EditableText {
  readonly name: string;
  readonly kind: "file" | "stored";
}

/** A text as it is before any edit. */
export interface BaseText extends SourceText {
  /** The resourceVersion of a stored resource; absent for a file. */
  readonly resourceVersion?: string;
}

/** The texts of a page that can be edited: its files, and what the datastore holds. */
export function editableTexts({ manifests, stored = [] }: PageData): readonly EditableText[] {
  return [
    ...manifests.map(({ name }): EditableText => ({ name, kind: "file" })),
    ...stored.map((resource): EditableText => ({ name: displayId(resourceId(resource)), kind: "stored" })),
  ];
}

/** One of them as it is before any edit, a stored resource as `get -o yaml` prints it; throws `RequestError` for another name. */
export function editableText({ manifests, stored = [] }: PageData, name: string): BaseText {
  const file = manifests.find((one) => one.name === name);
  if (file !== undefined) return file;
  const resource = stored.find((one) => displayId(resourceId(one)) === name);
  if (resource === undefined) throw new RequestError(`there is no manifest ${name}`);
  const { resourceVersion } = resource.metadata;
  return { name, text: goYaml(withoutStoreFields(resource)), ...(resourceVersion && { resourceVersion }) };
}

/** The text with a fix made, by the code of `validate --fix`. */
export function mendedText({ name, text }: SourceText, fix: TextEdit): SourceText {
  return { name, text: applyEdits(text, [fix]) };
}

/** The resource without what the store itself gives it: a link with an old revision would be refused later. */
export function withoutStoreFields(resource: Resource): Resource {
  const { uid: _u, resourceVersion: _r, creationTimestamp: _c, ...metadata } = resource.metadata;
  return { ...resource, metadata };
}
