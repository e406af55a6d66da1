/** What Calico stores for fields that a manifest leaves out, taken from the functions and tables that store it. */

import type { Field, FieldNode } from "../../src/generated/order.ts";
import { ORDER } from "../../src/generated/order.ts";
import { withDefaults } from "../../src/model/kinds/defaults.ts";
import type { KindInfo } from "../../src/model/kinds/kind.ts";
import { hasKind } from "../../src/model/kinds/kinds.ts";
import { CALICO_VERSIONS, type CalicoVersion, calicoVersionRules } from "../../src/model/kinds/version.ts";
import { code } from "./markdown.ts";

/**
 * The defaults of a kind's fields as Markdown, by their paths: `spec.vxlanMode`; those that depend on other fields are in the
 * descriptions.
 */
export function defaultsOf(info: KindInfo): ReadonlyMap<string, string> {
  const byPath = new Map<string, Map<CalicoVersion, string>>();
  for (const version of CALICO_VERSIONS) {
    for (const [path, value] of defaultsIn(info, version)) {
      const versions = byPath.get(path) ?? new Map<CalicoVersion, string>();
      byPath.set(path, versions.set(version, value));
    }
  }
  const known = CALICO_VERSIONS.filter((version) => has(info, version));
  return new Map([...byPath].map(([path, versions]) => [path, shown(versions, known)]));
}

/** Fields whose default depends on others, which their descriptions say. */
const BY_OTHERS: ReadonlySet<string> = new Set(["spec.types", "spec.blockSize"]);

const has = (info: KindInfo, version: CalicoVersion): boolean => {
  const rules = calicoVersionRules(version);
  return rules !== undefined && hasKind(info, rules);
};

function shown(versions: ReadonlyMap<CalicoVersion, string>, known: readonly CalicoVersion[]): string {
  const values = new Set(versions.values());
  if (values.size === 1 && versions.size === known.length) return code([...values][0] ?? "");
  return [...versions].map(([version, value]) => `${code(value)} (${version})`).join("<br>");
}

function* defaultsIn(info: KindInfo, version: CalicoVersion): Generator<readonly [path: string, value: string]> {
  const rules = calicoVersionRules(version);
  if (rules === undefined || !has(info, version)) return;
  const node = ORDER[info.kind];
  if (node !== undefined) yield* storedIn(node, "", version);
  const { spec } = withDefaults(
    { kind: info.kind, apiVersion: "projectcalico.org/v3", metadata: { name: "" }, spec: {} },
    rules,
  );
  for (const [name, value] of Object.entries(spec ?? {})) {
    const path = `spec.${name}${Array.isArray(value) ? "[]" : ""}`;
    if (value !== "" && !BY_OTHERS.has(`spec.${name}`))
      yield [path, typeof value === "string" ? value : JSON.stringify(value)];
  }
}

/** The values of `x-stored`, but for those that are empty. */
function* storedIn(node: FieldNode, path: string, version: CalicoVersion): Generator<readonly [string, string]> {
  if (node.kind === "list") yield* storedIn(node.items, `${path}[]`, version);
  if (node.kind !== "object") return;
  for (const [name, field] of Object.entries<Field>(node.fields)) {
    const at = path === "" ? name : `${path}.${name}`;
    const value = field.stored?.[version];
    if (typeof value === "string" ? value !== "" : typeof value === "number" && value !== 0) yield [at, String(value)];
    yield* storedIn(field.node, at, version);
  }
}
