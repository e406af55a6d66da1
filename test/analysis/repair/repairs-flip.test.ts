import fc from "fast-check";
import { expect, test } from "vitest";
import { changedResource, editedResources, smallerEdits } from "../../../src/analysis/edits/resource-edit.ts";
import { isValid } from "../../../src/cli/scenario/repair/repair-flow.ts";
import type { Verdict } from "../../../src/policy/outcome.ts";
import { unlocated } from "../../policy/support.ts";
import { policedNodes } from "../../support/worlds/policed-nodes.ts";
import { madeWorlds } from "../../support/worlds.ts";
import { flips, repairsOf, rulesOf, type Setting } from "./repair-setting.ts";

test("every repair flips the flow on a World made from nothing, is valid, and none of its changes can be left out", () => {
  let repaired = 0;
  fc.assert(
    fc.property(
      fc.oneof(policedNodes, madeWorlds(6)),
      fc.constantFrom<Verdict>("allow", "deny"),
      ({ version, resources, facts, flows }, wanted) => {
        const calico = rulesOf(version);
        const valid = resources.filter((resource) => isValid(unlocated(resource), calico));
        for (const flow of flows) {
          const setting: Setting = { resources: valid, flow, wanted, version, facts };
          for (const repair of repairsOf(setting).repairs) {
            repaired++;
            expect(flips(setting, repair.resources), repair.text).toBe(true);
            for (const edit of repair.edits) {
              if (edit.kind === "create") expect(isValid(unlocated(edit.resource), calico), repair.text).toBe(true);
              if (edit.kind === "change")
                expect(isValid(unlocated(changedResource(edit.of.resource, edit.changes)), calico), repair.text).toBe(
                  true,
                );
            }
            for (const edits of smallerEdits(repair.edits)) {
              const less = edits.reduce(editedResources, valid.map(unlocated));
              const isRefused = less.some((located) => !isValid(located, calico));
              expect(!isRefused && flips(setting, less), `${repair.text} needs all of its changes`).toBe(false);
            }
          }
        }
      },
    ),
    { numRuns: 120, seed: 13 },
  );
  expect(repaired).toBeGreaterThan(100);
});
