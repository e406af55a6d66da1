import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { ORDER } from "../../src/generated/order.ts";
import { canonical } from "../../src/manifest/canonical.ts";
import { withDefaults } from "../../src/model/kinds/defaults.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import { recordedFile } from "./corpus.ts";
import { stored } from "./stored.ts";

/** One kind of defaults.json: what was written, and what was stored of it. */
interface Written {
  readonly input: Resource;
  readonly stored: Resource;
}

const RECORDED = recordedFile<Readonly<Record<string, Readonly<Record<string, Written>>>>>("defaults.json");

describe.each(["v3.9.5", "v3.32.1"])("fields that are filled in on create, as %s", (release) => {
  const kinds = Object.entries(RECORDED[release] ?? {}).filter(([kind]) => !kind.startsWith("_"));

  test.each(kinds)("%s", (kind, written) => {
    const calico = calicoVersionRules(release) ?? DEFAULT_CALICO;
    const resource = canonical(kind, written.input, calico).resource;
    const ours = stored(ORDER[kind], withDefaults(resource, calico), calico.version) as Resource;
    expect(JSON.stringify(ours.spec)).toBe(JSON.stringify(written.stored.spec));
    expect(isDeepStrictEqual(ours.status, written.stored.status)).toBe(true);
  });
});
