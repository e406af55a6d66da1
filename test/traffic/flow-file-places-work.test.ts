import "../support/work.ts";
import { expect, test } from "vitest";
import { locator } from "../../src/manifest/yaml/locate.ts";
import { flowPlaces } from "../../src/traffic/flow-file-places.ts";
import { workOf } from "../support/work.ts";

test.each([3000, 12_000])("the places of all of %i flows take work in proportion to the text", async (count) => {
  const flow = (i: number) => `- name: n${i}\n  from: { process: true }\n\n# between\n  ports:\n  - 1\n  - 2\n`;
  const text = Array.from({ length: count }, (_, i) => flow(i)).join("");
  const flows = Array.from({ length: count }, () => ({}));
  const work = await workOf(() => {
    const locate = flowPlaces("f", text, flows, locator("f", text, 0));
    for (let i = 0; i < count; i++) locate(["flows", i, "name"]);
  });
  expect(work / text.length).toBeLessThan(100);
});
