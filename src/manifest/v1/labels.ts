import type { FieldPath } from "../../model/resource.ts";
import type { Problem } from "../problem.ts";

/** The label of a pod's namespace, as the early API named it, and as v3 does. */
const OLD_NAMESPACE = "calico/k8s_ns";
const NAMESPACE = "projectcalico.org/namespace";

/** How the early API's namespace profiles named the labels of their namespace. */
const OLD_NAMESPACE_LABEL = /k8s_ns\/label\/([A-Za-z0-9_./-]*)/;

/** A selector with the namespace's label under its new name. Calico replaces the text wherever it is, in quotes too. */
export function v3Selector(text: string): string {
  return text.replaceAll(OLD_NAMESPACE, NAMESPACE);
}

/** What changes in the meaning of a selector, or has to be changed by hand. */
export function selectorNotes(text: string, path: FieldPath): readonly Problem[] {
  const notes: Problem[] = [];
  const warn = (message: string, help: string) => notes.push(labelWarning(message, help, path));
  if (text.includes(OLD_NAMESPACE)) {
    const values = text.match(/'[^']*'|"[^"]*"/g) ?? [];
    const value = values.find((quoted) => quoted.includes(OLD_NAMESPACE));
    if (value !== undefined)
      warn(
        `the value ${value} becomes ${v3Selector(value)}: calicoctl replaces the name in quotes, too`,
        "if it is not the label's name, change it back",
      );
    else warn(`\`${OLD_NAMESPACE}\` is now \`${NAMESPACE}\``, "only the labels of workload endpoints change likewise");
  }
  const [label, rest] = OLD_NAMESPACE_LABEL.exec(text) ?? [];
  if (label !== undefined && rest !== undefined) notes.push(keptNamespaceLabel(label, rest, path));
  return notes;
}

/** A workload endpoint's labels, the namespace's under its new name, and the note that it changed. */
export function workloadLabels(labels: Readonly<Record<string, unknown>>): {
  readonly labels: Readonly<Record<string, unknown>>;
  readonly notes: readonly Problem[];
} {
  if (!Object.hasOwn(labels, OLD_NAMESPACE)) return { labels, notes: [] };
  const { [OLD_NAMESPACE]: namespace, ...others } = labels;
  const message = `\`${OLD_NAMESPACE}\` is now \`${NAMESPACE}\``;
  const path = ["metadata", "labels", OLD_NAMESPACE];
  return {
    labels: { ...others, [NAMESPACE]: namespace },
    notes: [labelWarning(message, "selectors of converted policies use the new name", path)],
  };
}

/** Notes on the labels of host endpoints and profiles, which all stay, although selectors for one of them change. */
export function keptLabelNotes(labels: Readonly<Record<string, unknown>>): readonly Problem[] {
  return Object.keys(labels).flatMap((label): Problem[] => {
    const path = ["metadata", "labels", label];
    const [whole, rest] = OLD_NAMESPACE_LABEL.exec(label) ?? [];
    if (whole !== undefined && rest !== undefined) return [keptNamespaceLabel(whole, rest, path)];
    if (label !== OLD_NAMESPACE) return [];
    const message = `label \`${OLD_NAMESPACE}\` stays here, but converted selectors look for \`${NAMESPACE}\``;
    return [labelWarning(message, `rename it to \`${NAMESPACE}\` if policies select by it`, path)];
  });
}

function keptNamespaceLabel(label: string, rest: string, path: FieldPath): Problem {
  const message = `\`${label}\` stays, but v3 has no labels of that form: those of Kubernetes namespaces are \`pcns.${rest}\``;
  return labelWarning(message, `write \`pcns.${rest}\``, path);
}

function labelWarning(message: string, help: string, path: FieldPath): Problem {
  return { severity: "warning", code: "convert.label", message, help, path };
}
