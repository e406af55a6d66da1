import { expect, test } from "vitest";
import { content, sameContent } from "../../../src/analysis/effect/content.ts";
import { readNet } from "../../../src/policy/world/nets.ts";
import { allow, gnp, worldOf } from "../../policy/support.ts";

function ruleFrom(...nets: readonly string[]) {
  const { policies } = worldOf([gnp("a", { ingress: [allow({ source: { nets } })] })]);
  return policies[0]?.ingress[0];
}

test.each<[one: string, other: string, same: boolean]>([
  ["10.0.0.0/8", "10.0.0.0/8", true],
  ["10.0.0.0/8", "10.0.0.0/08", true],
  ["10.0.0.0/8", "::ffff:10.0.0.0/104", true],
  ["10.0.0.0/8", "11.0.0.0/8", false],
  ["10.0.0.0/8", "10.0.0.0/9", false],
  ["0.0.0.0/0", "128.0.0.0/0", false],
  ["10.0.0.1", "10.0.0.2", false],
  ["10.0.0.1", "10.0.0.1/32", true],
  ["10.0.0.1", "fd00::1", false],
  ["fd00::1", "fd00::1/128", true],
  ["fd00::1", "fd00::2", false],
])("networks %s and %s, asked for before or not", (one, other, same) => {
  const [a, b, asked] = [readNet(one), readNet(other), readNet(one)];
  expect([asked?.first, asked?.text]).not.toContain(undefined);
  for (const first of [a, asked]) expect(sameContent([first], [b])).toBe(same);
  expect(content(ruleFrom(one)) === content(ruleFrom(other))).toBe(same);
});
