import { expect, test } from "vitest";
import { deadlineIn } from "../../../src/cli/way-back/deadline.ts";

const HOUR = 3600;
/** What the time of day is when the deadline is set, in s. */
const NOW = 1_800_000_000;

/**
 * How many seconds each clock goes on after a deadline in 60 s is set: while awake, since the start of the machine (`undefined`: there
 * is no such clock), by the time of day; and whether it is over then.
 */
test.each<readonly [name: string, awake: number, sinceStart: number | undefined, timeOfDay: number, isOver: boolean]>([
  ["not yet", 59, 59, 59, false],
  ["over", 60, 60, 60, true],
  ["suspended for an hour", 1, HOUR, HOUR, true],
  ["suspended for an hour, and the clock set back on waking", 1, HOUR, -HOUR, true],
  ["suspended for an hour, where only the time of day shows it", 1, undefined, HOUR, true],
  ["a virtual machine that was stopped for an hour", 1, 1, HOUR, true],
  ["the clock was set back, not yet", 59, 59, 59 - HOUR, false],
  ["the clock was set back, over", 60, 60, 60 - HOUR, true],
  ["the clock was set back, over, without a clock since the start", 60, undefined, 60 - HOUR, true],
  ["the clock was set forward: earlier", 1, 1, HOUR, true],
])("%s", (_, awake, sinceStart, timeOfDay, isOver) => {
  let isLater = false;
  const clock = (start: number, passed: number) => () => 1000 * (start + (isLater ? passed : 0));
  const clocks = {
    awake: clock(7, awake),
    sinceStart: sinceStart === undefined ? () => undefined : clock(9000, sinceStart),
    timeOfDay: clock(NOW, timeOfDay),
  };
  const deadline = deadlineIn(60, 1000 * (NOW + 60), clocks);
  expect(deadline.isOver()).toBe(false);
  isLater = true;
  expect(deadline.isOver()).toBe(isOver);
});
