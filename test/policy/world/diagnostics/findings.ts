import { expect } from "vitest";
import type { CalicoVersion } from "../../../../src/model/kinds/version.ts";
import { displayId, type Resource, resourceId } from "../../../../src/model/resource.ts";
import * as make from "../../support.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A row of a table: what is wrong, with what resource, its findings a line each, and in which Calico (v3.7 if left out). */
export type Finding = readonly [what: string, resource: Resource, findings: string, version?: CalicoVersion];

/** One resource of each kind with the given fields of its spec. */
export const gnp = (spec: Fields) => make.gnp("x", spec);
export const np = (spec: Fields) => make.np("x", "default", spec);
export const profile = (spec: Fields) => make.profile("x", spec);
export const hep = (spec: Fields) => make.hep("x", spec);
export const wep = (spec: Fields) => make.wep("x", "10.0.0.1", spec);
export const set = (spec: Fields) => ({ ...make.netset("x", []), spec });
export const felix = (spec: Fields) => make.felix(spec);

/** How each kind of finding begins and ends, and how it is written in the table below. */
const FORMS: Readonly<Record<string, { short: string; start: string; end: string; help: boolean }>> = {
  "world.missing": { short: "missing", start: " is treated as missing: ", end: "", help: true },
  "world.setting": { short: "not used", start: ": ", end: "; the setting is not used", help: false },
  "world.entry": { short: "left out", start: ": ", end: "; the entry is left out", help: true },
};

/** The diagnostics of a World of one resource, in their order: `field: missing, why` or `field: not used, why`. */
export function findings(resource: Resource, version: CalicoVersion): string[] {
  const name = displayId(resourceId(resource));
  return make.compiled([resource], version).diagnostics.map((diagnostic) => {
    expect(diagnostic).toMatchObject({ severity: "warning", resource: name });
    const form = FORMS[diagnostic.code] ?? expect.unreachable(diagnostic.code);
    expect(diagnostic.help !== undefined).toBe(form.help);
    const start = `${name}${form.start}`;
    expect(diagnostic.message.startsWith(start) && diagnostic.message.endsWith(form.end)).toBe(true);
    const why = diagnostic.message.slice(start.length, diagnostic.message.length - form.end.length);
    return `${diagnostic.path}: ${form.short}, ${why}`;
  });
}
