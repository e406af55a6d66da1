import { objectOrEmpty } from "../../model/json.ts";
import { defaultTypes } from "../../model/kinds/defaults.ts";
import type { Problem } from "../problem.ts";
import { type Converted, given, itemsOf, renamed, textOf, type Values } from "./converted.ts";
import { profileName, v3Labels, v3Name, v3Selector } from "./names.ts";
import { convertRules } from "./rules.ts";

const TYPES: Readonly<Record<string, string>> = { ingress: "Ingress", egress: "Egress" };

/**
 * A policy: a global one, as there were no others. `doNotTrack` and `preDNAT` need `applyOnForward` in v3, and what
 * they do includes it.
 */
export function policy(metadata: Values, spec: Values): Converted {
  const ingress = convertRules(spec.ingress, ["spec", "ingress"]);
  const egress = convertRules(spec.egress, ["spec", "egress"]);
  const types = itemsOf(spec.types).map((type) => TYPES[textOf(type)] ?? "");
  const name = v3Name(textOf(metadata.name), false);
  const early = spec.doNotTrack === true || spec.preDNAT === true;
  return {
    kind: "GlobalNetworkPolicy",
    metadata: given({ name, annotations: metadata.annotations }),
    spec: given({
      ...spec,
      ingress: ingress.rules,
      egress: egress.rules,
      selector: spec.selector === undefined ? undefined : v3Selector(textOf(spec.selector)),
      types: defaultTypes({ ...spec, types }),
      applyOnForward: early ? true : spec.applyOnForward,
    }),
    moved: [...ingress.moved, ...egress.moved],
    notes: [...renamed(textOf(metadata.name), name), ...ingress.notes, ...egress.notes],
  };
}

/** A profile: endpoints inherit its labels, and each of its tags as a label without a value. */
export function profile(metadata: Values, spec: Values): Converted {
  const ingress = convertRules(spec.ingress, ["spec", "ingress"]);
  const egress = convertRules(spec.egress, ["spec", "egress"]);
  const name = textOf(metadata.name);
  const rename = name.startsWith("k8s_ns.") ? [] : renamed(name, profileName(name));
  const tags = itemsOf(metadata.tags).map(textOf);
  const labels = v3Labels(objectOrEmpty(metadata.labels));
  const notes = tags.flatMap((tag, at): Problem[] => {
    if (!Object.hasOwn(labels, tag)) return [];
    const message = `tag \`${tag}\` is the label of that name, which has the value \`${textOf(labels[tag])}\``;
    return [{ severity: "warning", code: "convert.tag", message, path: ["metadata", "tags", at] }];
  });
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
    notes: [...notes, ...rename, ...ingress.notes, ...egress.notes],
  };
}
