import { objectOrEmpty, textOrEmpty, valueText } from "../../model/json.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { FieldPath, Resource } from "../../model/resource.ts";
import { write } from "../fixes/fix.ts";
import type { Report } from "../problem.ts";
import { byteLength } from "./lenient.ts";
import { isDnsLabel, isSubdomain, keyFault, labelValueFault, nameFault } from "./names.ts";

/** Limit on all keys and values of annotations together, in bytes. */
const MAX_ANNOTATIONS = 256 * 1024;

/** Checks name, namespace, labels and annotations (recorded: the `*-name-*`, `*-label-*`, `*-ann-*` cases). */
export function checkMetadata(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const { metadata, kind } = resource;
  checkName(kind, metadata.name, calico, report);
  checkNamespace(resource, report);
  checkLabels(metadata.labels, ["metadata", "labels"], report);
  checkAnnotationKeys(metadata.annotations, ["metadata", "annotations"], report);
  let size = 0;
  for (const [key, value] of Object.entries(objectOrEmpty(metadata.annotations)))
    size += byteLength(key) + byteLength(textOrEmpty(value));
  if (size > MAX_ANNOTATIONS) {
    const message = `the annotations are ${size - MAX_ANNOTATIONS} bytes over the limit of 256 KiB`;
    report({ code: "annotation.size", message, path: ["metadata", "annotations"], part: "key" });
  }
}

/** A kind without namespaces must not have one. */
export function checkNamespace({ kind, metadata }: Resource, report: Report): void {
  const namespace = textOrEmpty(metadata.namespace);
  if (namespace !== "" && kindNamed(kind)?.namespaced === false) {
    report({
      code: "namespace.not-namespaced",
      message: `${kind} has no namespace`,
      help: "remove `metadata.namespace`",
      fix: { kind: "remove" },
      path: ["metadata", "namespace"],
    });
  }
}

/** Checks the keys of annotations, ignoring case; values may be any text. */
export function checkAnnotationKeys(annotations: unknown, path: FieldPath, report: Report): void {
  for (const key of Object.keys(objectOrEmpty(annotations))) {
    const fault = keyFault(key.toLowerCase());
    if (fault)
      report({ code: "annotation.key", message: `annotation \`${key}\` ${fault}`, path: [...path, key], part: "key" });
  }
}

/** Checks the keys and values of a map of labels. */
export function checkLabels(labels: unknown, path: readonly string[], report: Report): void {
  for (const [key, value] of Object.entries(objectOrEmpty(labels))) {
    const at = [...path, key];
    const fault = keyFault(key);
    if (fault) report({ code: "label.key", message: `label \`${key}\` ${fault}`, path: at, part: "key" });
    const wrong = typeof value === "string" ? labelValueFault(value) : undefined;
    if (wrong) report({ code: "label.value", message: `label value \`${valueText(value)}\` ${wrong}`, path: at });
  }
}

/** Reports a name that the kind cannot have; the schema refuses an empty one. */
function checkName(kind: string, name: string, calico: CalicoVersionRules, report: Report): void {
  const fault = name === "" ? undefined : resourceNameFault(kind, name, calico);
  if (fault === undefined) return;
  const path = ["metadata", "name"];
  const own = kindNamed(kind)?.tiered === true ? /^default\.(.+)$/s.exec(name)?.[1] : undefined;
  if (own !== undefined && resourceNameFault(kind, own, calico) === undefined) {
    const message = `\`${name}\` is the name by which Calico stores the policy \`${own}\``;
    report({ code: "name.invalid", message, path, help: `write \`name: ${own}\``, fix: write(own) });
    return;
  }
  const dotless = kind === "Tier" || kindNamed(kind)?.tiered === true;
  const lower = name.toLowerCase().replaceAll("_", "-");
  const fixed = dotless ? lower.replaceAll(".", "-") : lower;
  const help = resourceNameFault(kind, fixed, calico) === undefined ? `for example \`${fixed}\`` : undefined;
  report({ code: "name.invalid", message: `the name \`${name}\` ${fault}`, path, ...(help !== undefined && { help }) });
}

/**
 * Why a resource of that kind cannot have this name, or `undefined`. Names of policies have no dots (v3.32: one, after
 * the tier), but for NetworkPolicies, staged ones too, made from other systems' (`knp.default.`, `ossg.default.`); all others are DNS
 * subdomains.
 */
export function resourceNameFault(kind: string, name: string, calico: CalicoVersionRules): string | undefined {
  if (kind === "Tier") return tierNameFault(name);
  if (kindNamed(kind)?.tiered !== true) return nameFault(name, true);
  const foreign = /^(?:Staged)?NetworkPolicy$/.test(kind)
    ? /^(?:knp|ossg)\.default\.(.+)$/s.exec(name)?.[1]
    : undefined;
  if (foreign !== undefined && isSubdomain(foreign) && byteLength(name) <= 253) return undefined;
  const parts = name.split(".");
  if (calico.tieredNames && parts.length === 2 && parts.every(isDnsLabel) && byteLength(name) <= 253) return undefined;
  return nameFault(name, false);
}

/** A tier's name is also a label's value: one part of a DNS name of at most 63 characters (recorded: tier-name-03). */
function tierNameFault(name: string): string | undefined {
  return nameFault(name, false) ?? (name.length > 63 ? "is longer than 63 characters" : undefined);
}
