import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { defaultTypes } from "../../model/kinds/defaults.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, renamed, type Values } from "./converted.ts";
import { nameProblems, namesProblems } from "./early-names.ts";
import { keptLabelNotes, selectorNotes, v3Selector } from "./labels.ts";
import { policyName, profileName } from "./names.ts";
import { convertRules } from "./rules.ts";

const TYPES: Readonly<Record<string, string>> = { ingress: "Ingress", egress: "Egress" };

/**
 * A policy: a global one, as there were no others. `doNotTrack` and `preDNAT` need `applyOnForward` in v3, and what
 * they do includes it.
 */
export function policy(metadata: Values, spec: Values): Converted {
  const ingress = convertRules(spec.ingress, ["spec", "ingress"]);
  const egress = convertRules(spec.egress, ["spec", "egress"]);
  const types = listOrEmpty(spec.types).map((type) => TYPES[textOrEmpty(type)] ?? "");
  const name = policyName(textOrEmpty(metadata.name));
  const selector = textOrEmpty(spec.selector);
  const early = spec.doNotTrack === true || spec.preDNAT === true;
  return {
    kind: "GlobalNetworkPolicy",
    metadata: given({ name, annotations: metadata.annotations }),
    spec: given({
      ...spec,
      ingress: ingress.rules,
      egress: egress.rules,
      selector: spec.selector === undefined ? undefined : v3Selector(selector),
      types: defaultTypes({ ...spec, types }),
      applyOnForward: early ? true : undefined,
    }),
    moved: [...ingress.moved, ...egress.moved],
    notes: [
      ...nameProblems(metadata.name, ["metadata", "name"], "slash"),
      ...renamed(textOrEmpty(metadata.name), name),
      ...selectorNotes(selector, ["spec", "selector"]),
      ...ingress.notes,
      ...egress.notes,
    ],
  };
}

/** A profile: endpoints inherit its labels, and each of its tags as a label without a value. */
export function profile(metadata: Values, spec: Values): Converted {
  const ingress = convertRules(spec.ingress, ["spec", "ingress"]);
  const egress = convertRules(spec.egress, ["spec", "egress"]);
  const name = textOrEmpty(metadata.name);
  const rename = profileName(name) === `kns.${name.slice("k8s_ns.".length)}` ? [] : renamed(name, profileName(name));
  const tags = listOrEmpty(metadata.tags).map(textOrEmpty);
  const labels = objectOrEmpty(metadata.labels);
  const notes = tags.flatMap((tag, at) => tagProblems(tag, ["metadata", "tags", at], labels, tags.indexOf(tag) < at));
  const all = { ...Object.fromEntries(tags.map((tag) => [tag, ""])), ...labels };
  return {
    kind: "Profile",
    metadata: { name: profileName(name) },
    spec: given({
      ingress: ingress.rules,
      egress: egress.rules,
      labelsToApply: Object.keys(all).length === 0 ? undefined : all,
    }),
    moved: [
      [
        ["spec", "labelsToApply"],
        ["metadata", metadata.labels === undefined ? "tags" : "labels"],
      ],
      ...ingress.moved,
      ...egress.moved,
    ],
    notes: [
      ...nameProblems(name, ["metadata", "name"], "slash"),
      ...namesProblems(metadata.tags, ["metadata", "tags"], "plain"),
      ...notes,
      ...rename,
      ...keptLabelNotes(labels),
      ...ingress.notes,
      ...egress.notes,
    ],
  };
}

/** The findings on a profile's tag, which becomes a label that must not be there already. */
function tagProblems(tag: string, path: FieldPath, labels: Values, repeated: boolean): readonly Problem[] {
  const fail = (message: string, help: string): readonly Problem[] => [
    { severity: "error", code: "convert.tag", message, help, path },
  ];
  if (Object.hasOwn(labels, tag)) {
    const value = textOrEmpty(labels[tag]);
    const message = `tag \`${tag}\` would be the label of that name, which has the value \`${value}\``;
    return fail(message, "rename the label, and what selects by it");
  }
  return repeated ? fail(`tag \`${tag}\` is given twice`, "remove one of them") : [];
}
