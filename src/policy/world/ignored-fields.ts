import type { Code, Diagnostic } from "../../model/diagnostic.ts";
import { isObject } from "../../model/json.ts";
import { hasPlainRules } from "../../model/kinds/later-rules.ts";
import { UNRUNNABLE_HELP, unrunnableParts } from "../../model/kinds/unrunnable.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { displayId, type FieldPath, type Located, outlineOf, resourceId } from "../../model/resource.ts";
import { atField, fieldOf, NONE } from "./spec-fields.ts";

interface Finding {
  readonly path: FieldPath;
  readonly message: string;
}

/** The fields of a resource that the chosen version does not act on, or that this evaluator does not compute: warnings. */
export function ignoredFields(located: Located, calico: CalicoVersionRules): readonly Diagnostic[] {
  const known = outlineOf(located);
  const { kind, spec } = known;
  const findings = FINDERS.get(kind)?.(spec, calico, kind) ?? NONE;
  // Plain rules have none.
  const parts = located.outline === undefined ? unrunnableParts(known, calico) : NONE;
  if (findings.length === 0 && parts.length === 0) return NONE;
  const warning = (code: Code, { path, message }: Finding, help?: string): Diagnostic => ({
    severity: "warning",
    code,
    message: `${displayId(resourceId(known))}: ${message}`,
    ...(help === undefined ? {} : { help }),
    ...atField(located, path),
  });
  return [
    ...findings.map((finding) => warning("world.ignored", finding)),
    ...parts.map((part) => warning("felix.unrunnable", part, UNRUNNABLE_HELP)),
  ];
}

type Finder = (spec: unknown, calico: CalicoVersionRules, kind: string) => readonly Finding[];

const policy: Finder = (spec, calico, kind) => {
  const findings = rulesOf(spec, calico);
  const has = (key: string) => fieldOf(spec, key) !== undefined && fieldOf(spec, key) !== "";
  if (!calico.globalSelector) {
    for (let at = 0; at < NEW_FIELDS.length; at++) {
      const key = NEW_FIELDS[at] ?? "";
      if (has(key))
        findings.push({
          path: ["spec", key],
          message: `Calico ${calico.version} has no \`${key}\` here; it is ignored`,
        });
    }
  }
  if (calico.narrowsAll && kind === "GlobalNetworkPolicy" && String(fieldOf(spec, "selector")).includes("all()")) {
    const key = ["namespaceSelector", "serviceAccountSelector"].find(has);
    if (key !== undefined) {
      const meaning = key === "namespaceSelector" ? "has a namespace" : "has a service account";
      findings.push({
        path: ["spec", "selector"],
        message: `beside \`${key}\`, \`all()\` means "${meaning}" in the whole selector: alone it selects no host endpoint`,
      });
    }
  }
  return findings;
};

const NEW_FIELDS: readonly string[] = ["namespaceSelector", "serviceAccountSelector", "tier"];

function rulesOf(spec: unknown, calico: CalicoVersionRules): Finding[] {
  if (hasPlainRules(spec, "ingress") && hasPlainRules(spec, "egress")) return [];
  return [...rules(spec, "ingress", calico), ...rules(spec, "egress", calico)];
}

function rules(spec: unknown, direction: "ingress" | "egress", calico: CalicoVersionRules): readonly Finding[] {
  const list = hasPlainRules(spec, direction) ? undefined : fieldOf(spec, direction);
  if (!Array.isArray(list)) return [];
  return list.flatMap((rule: unknown, index): Finding[] => {
    const path = ["spec", direction, index];
    const findings: Finding[] = [];
    if (fieldOf(rule, "http") !== undefined) {
      findings.push({ path: [...path, "http"], message: "Felix ignores `http`; the rule matches without it" });
    }
    for (const side of ["source", "destination"]) {
      const clause = fieldOf(rule, side);
      if (!calico.services && isObject(clause) && fieldOf(clause, "services") !== undefined) {
        findings.push({
          path: [...path, side, "services"],
          message: `Calico ${calico.version} has no \`services\`; the rule matches without it`,
        });
      }
    }
    return findings;
  });
}

const hostEndpoint: Finder = (spec, calico) =>
  fieldOf(spec, "interfaceName") === "*" && !calico.wildcardIsFull
    ? [
        {
          path: ["spec", "interfaceName"],
          message: `with interface \`*\` Calico ${calico.version} acts on pre-DNAT policies only; others and the default deny do nothing`,
        },
      ]
    : NONE;

/** Settings that change which packets Felix polices or how, and that are not computed. */
const UNSUPPORTED: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["ipv6Support", false],
  ["bpfEnabled", true],
]);

const felixConfiguration: Finder = (spec) =>
  [...UNSUPPORTED]
    .filter(([key, value]) => fieldOf(spec, key) === value)
    .map(([key, value]) => ({ path: ["spec", key], message: `\`${key}: ${String(value)}\` is not evaluated` }));

const FINDERS: ReadonlyMap<string, Finder> = new Map([
  ["GlobalNetworkPolicy", policy],
  ["NetworkPolicy", policy],
  ["Profile", rulesOf],
  ["HostEndpoint", hostEndpoint],
  ["FelixConfiguration", felixConfiguration],
]);
