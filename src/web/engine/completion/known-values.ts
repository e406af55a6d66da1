import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { Located, Resource } from "../../../model/resource.ts";
import type { Choice } from "./choice.ts";
import type { Cursor } from "./cursor.ts";

/** Choices of one place; more of them nobody reads. */
const MOST = 500;

/** What resources that there are have at such a place: names, labels, selectors. */
export function knownValues({ path, kind }: Cursor, resources: readonly Located[]): readonly Choice[] {
  const all = resources.map(({ resource }) => resource);
  const field = path.findLast((part) => part !== "[]") ?? "";
  const named = (of: readonly Resource[], detail: string): readonly Choice[] =>
    choices(
      of.map(({ metadata }) => metadata.name),
      detail,
    );
  if (path[0] === "metadata" && path[1] === "labels")
    return choices(
      all.map(({ metadata }) => metadata.labels?.[field]),
      `value of ${field}`,
    );
  if (path.length === 2 && path[0] === "metadata" && path[1] === "name")
    return named(ofKind(all, kind), `${kind} that there is`);
  switch (field) {
    case "selector":
    case "notSelector":
      return selectors(all);
    case "tier":
      return named(ofKind(all, "Tier"), "tier");
    case "profiles":
      return named(ofKind(all, "Profile"), "profile");
    case "node":
      return choices(
        [
          ...ofKind(all, "Node").map(({ metadata }) => metadata.name),
          ...all.map(({ spec }) => textOrEmpty(spec?.node)),
        ],
        "node",
      );
    default:
      return [];
  }
}

function ofKind(all: readonly Resource[], kind: string | undefined): readonly Resource[] {
  return all.filter((resource) => resource.kind === kind);
}

/** The selectors that policies have, and one for each label of an endpoint or set. */
function selectors(all: readonly Resource[]): readonly Choice[] {
  const used = all.flatMap(({ spec = {} }) => [
    textOrEmpty(spec.selector),
    ...[...listOrEmpty(spec.ingress), ...listOrEmpty(spec.egress)].flatMap((rule) =>
      ["source", "destination"].map((side) => textOrEmpty(objectOrEmpty(objectOrEmpty(rule)[side]).selector)),
    ),
  ]);
  const labels = all.flatMap(({ metadata }) =>
    Object.entries(metadata.labels ?? {}).map(([name, value]) =>
      value === "" ? `has(${name})` : `${name} == '${value}'`,
    ),
  );
  const known = choices(used, "selector of a policy");
  const labelled = choices(labels, "label of a resource");
  return [...new Map([...labelled, ...known].map((choice) => [choice.label, choice])).values()];
}

function choices(texts: readonly (string | undefined)[], detail: string): readonly Choice[] {
  const distinct = new Set(texts.filter((text): text is string => text !== undefined && text !== ""));
  return [...distinct]
    .sort()
    .slice(0, MOST)
    .map((text) => ({ label: text, text: scalar(text), detail }));
}

/** A text as a value of YAML: quoted where it would be something else. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*$|^\w[\w./-]* == '[^'\\]*'$|^has\([\w./-]+\)$/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text)
    ? text
    : JSON.stringify(text);
}
