import { canonical } from "../../manifest/canonical.ts";
import { hasTextErrors, parseManifests } from "../../manifest/parse-manifests.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import { isResource } from "../resources/writing/is-resource.ts";
import { newProblems } from "../resources/writing/modify.ts";

/**
 * What an edited text is: a resource to write, nothing to write, or what is wrong with it, at lines of the text without its
 * comments on top.
 */
export type Edited =
  | { readonly kind: "changed"; readonly resource: Resource }
  | { readonly kind: "cancelled"; readonly why: string }
  | { readonly kind: "invalid"; readonly problems: readonly EditProblem[] };

/** A problem of an edited text. */
export interface EditProblem {
  readonly line?: number;
  readonly message: string;
  readonly help?: string;
}

/** The text that is opened: comments, then the resource. Lines of problems are those of this text. */
export function textToEdit(id: string, body: string, problems: readonly EditProblem[]): string {
  const head = [
    `Edit ${id}. An empty file cancels; these lines are left out.`,
    ...(problems.length === 0 ? [] : ["It was not written:"]),
  ];
  const height = head.length + problems.reduce((lines, { help }) => lines + (help === undefined ? 1 : 2), 0) + 1;
  const lines = problems.flatMap(({ line, message, help }) => [
    `* ${line === undefined ? "" : `line ${line + height}: `}${oneLine(message)}`,
    ...(help === undefined ? [] : [`  ${oneLine(help)}`]),
  ]);
  return `${[...head, ...lines, ""].map((text) => `# ${text}`.trimEnd()).join("\n")}\n${body}`;
}

/** The text without the comments on top of it. */
export function bodyOf(text: string): string {
  return text.replace(/^(?:#.*(?:\r?\n|$))*/, "");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** Reads the edited text of a resource as a manifest, and checks it as `replace` would; faults that it had before are left alone. */
export function readEdited(body: string, before: Resource, calico: CalicoVersionRules): Edited {
  if (body.trim() === "") return { kind: "cancelled", why: "the file is empty" };
  const manifests = parseManifests([{ name: "edited", text: body }]);
  if (hasTextErrors(manifests)) {
    const found = [...manifests.diagnostics, ...manifests.documents.flatMap(({ diagnostics }) => diagnostics)];
    return { kind: "invalid", problems: found.filter(({ severity }) => severity === "error").map(problemOf) };
  }
  const values = manifests.documents.flatMap(({ candidates }) => candidates.map(({ value }) => value));
  const [value, ...more] = values;
  const invalid = (message: string): Edited => ({ kind: "invalid", problems: [{ message }] });
  if (value === undefined || more.length > 0) return invalid("the file must hold this one resource");
  const name = displayId(resourceId(before));
  if (!isResource(value) || value.apiVersion !== before.apiVersion || displayId(resourceId(value)) !== name)
    return invalid(`kind, name, namespace and apiVersion cannot be changed: it is ${name} of ${before.apiVersion}`);
  const problems = newProblems(before, value, calico);
  if (problems.length > 0) return { kind: "invalid", problems: problems.map(problemOf) };
  const { resource } = canonical(before.kind, value, calico);
  if (goYaml(resource) === goYaml(before)) return { kind: "cancelled", why: "nothing was changed" };
  // The swap is always with what was opened.
  const { resourceVersion } = before.metadata;
  const metadata = { ...resource.metadata, ...(resourceVersion !== undefined && { resourceVersion }) };
  return { kind: "changed", resource: { ...resource, metadata } };
}

function problemOf({ message, help, span }: Diagnostic): EditProblem {
  return { message, ...(span && { line: span.start.line }), ...(help !== undefined && { help }) };
}
