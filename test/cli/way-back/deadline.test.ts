import { expect, test } from "vitest";
import { deadlineIn } from "../../../src/cli/way-back/deadline.ts";

const NEVER = Number.POSITIVE_INFINITY;

/** The seconds from now, the time of day, and whether either is over. */
test.each([
  [3600, NEVER, false],
  [0, NEVER, true],
  [3600, 0, true],
])("in %d s, or at %d: over is %s", (seconds, until, isOver) => {
  expect(deadlineIn(seconds, until).isOver()).toBe(isOver);
});
