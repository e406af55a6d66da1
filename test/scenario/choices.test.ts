import { expect, test } from "vitest";
import { chooseHelp } from "../../src/scenario/choices.ts";

const many = Array.from({ length: 25 }, (_, i) => `n${i}`);

test.each([
  [[], "use --node NODE"],
  [["n1"], "use --node n1"],
  [["n1", "n2"], "choose one: --node n1 or --node n2"],
  [["n1", "n2", "n3"], "choose one: --node n1, --node n2 or --node n3"],
] as const)("of %j", (choices, help) => {
  expect(chooseHelp(choices, (node) => `--node ${node}`, "--node NODE")).toBe(help);
});

test("of many, twenty are shown", () => {
  const help = chooseHelp(many, (node) => node, "");
  expect(help).toMatch(/^choose one: n0, n1, .*, n19, \.\.\.$/);
});
