import { type ScalarNode, YAML_TAGS, type YamlNode } from "./node.ts";

/**
 * Where the reading of the `yaml` package and Go's first differ in what they mean: the package's node; `undefined` where they
 * are alike. Places are not compared, nor what has no meaning (the tags of lists and maps).
 */
export function firstDifference(one: YamlNode, other: YamlNode): YamlNode | undefined {
  if (one.kind === "alias") return other.kind === "alias" && one.name === other.name ? undefined : one;
  if (other.kind === "alias" || one.anchor !== other.anchor) return one;
  if (one.kind === "scalar") return other.kind === "scalar" && isSameScalar(one, other) ? undefined : one;
  if (one.kind === "list") {
    if (other.kind !== "list" || one.items.length !== other.items.length) return one;
    for (const [at, item] of one.items.entries()) {
      const others = other.items[at];
      const found = others === undefined ? one : firstDifference(item, others);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (other.kind !== "map" || one.entries.length !== other.entries.length) return one;
  for (const [at, { key, value }] of one.entries.entries()) {
    const entry = other.entries[at];
    const found = entry === undefined ? one : (firstDifference(key, entry.key) ?? firstDifference(value, entry.value));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSameScalar(one: ScalarNode, other: ScalarNode): boolean {
  return one.text === other.text && one.isPlain === other.isPlain && isSameTag(one.tag, other.tag);
}

/** Tags that are not YAML's own all mean the same, that the value is text; the package leaves those out that it cannot read. */
function isSameTag(packages: string | undefined, gos: string | undefined): boolean {
  const isOwn = (tag: string | undefined): boolean => tag?.startsWith(YAML_TAGS) ?? false;
  return packages === gos || (gos !== undefined && !isOwn(packages) && !isOwn(gos));
}
