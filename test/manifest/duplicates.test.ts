import { expect, test } from "vitest";
import { readManifests } from "../../src/manifest/manifests.ts";
import type { Purpose } from "../../src/manifest/validate.ts";
import { DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { HEP } from "./read.ts";

const policy = (name: string, namespace?: string) =>
  JSON.stringify({ apiVersion: "projectcalico.org/v3", kind: "NetworkPolicy", metadata: { name, namespace } });

/** Texts of files, and the places of the warnings that a resource is given twice. */
const ROWS: readonly (readonly [texts: readonly string[], places: readonly string[], purpose?: Purpose])[] = [
  [[HEP("a"), HEP("a")], ["1.yaml:4 `HostEndpoint a` is given twice (first at 0.yaml:4): the last one wins"]],
  [
    [`${HEP("a")}---\n${HEP("a")}`],
    ["0.yaml:12 `HostEndpoint a` is given twice (first at 0.yaml:4): the last one wins"],
  ],
  [[HEP("a"), HEP("b")], []],
  [[policy("a", "x"), policy("a", "y")], []],
  [
    [policy("a"), policy("a", "default")],
    ["1.yaml:1 `NetworkPolicy default/a` is given twice (first at 0.yaml:1): the last one wins"],
  ],
  [[HEP("a"), HEP("a")], [], "delete"],
  [[HEP("a"), HEP("a")], [], "simulate"],
];

test.each(ROWS.map(([texts, places, purpose = "validate" as Purpose]) => ({ texts, places, purpose })))(
  "$purpose $texts",
  ({ texts, places, purpose }) => {
    const sources = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
    const { diagnostics } = readManifests(sources, { calico: DEFAULT_CALICO, purpose });
    const shown = diagnostics.map(({ span, message }) => `${span?.source}:${span?.start.line} ${message}`);
    expect(shown).toEqual(places);
    expect(diagnostics.every(({ severity, code }) => severity === "warning" && code === "document.duplicate")).toBe(
      true,
    );
  },
);
