import { expect, test } from "vitest";
import type { RecordedWrite } from "../../../src/datastore/way-back/recorded-write.ts";
import { restore } from "../../../src/datastore/way-back/restore.ts";
import { restoringTurns } from "../../../src/datastore/way-back/restoring-turns.ts";
import { memoryKv } from "../memory-kv.ts";

/** The writes of a line such as `+a +b -a`: `+` begins a write of that key, `-` ends the last of it, `?` begins one of which no order is known. */
function recorded(line: string): readonly RecordedWrite[] {
  const writes: RecordedWrite[] = [];
  for (const [at, [what, key = ""]] of line
    .split(" ")
    .map((word) => [...word])
    .entries()) {
    const begun = writes.findLastIndex((write) => write.key === key);
    const write = writes[begun];
    if (what === "-" && write !== undefined) writes[begun] = { ...write, ended: at };
    if (what !== "-") writes.push({ key, before: undefined, value: "x", ...(what === "+" && { begun: at }) });
  }
  return writes;
}

const turnsOf = (line: string, isRequestEach = false): string =>
  restoringTurns(recorded(line), isRequestEach)
    .map((turn) => turn.map(({ key, writes }) => key.repeat(writes.length)).join(" "))
    .join(", ");

/** What was written, and the keys that are restored, with a comma between turns. */
test.each([
  ["one after the other", "+a -a +b -b +c -c", "c, b, a"],
  ["all at once", "+a +b +c -a -b -c", "c b a"],
  ["ended in another order", "+a +b +c -c -a -b", "c b a"],
  ["two turns", "+a +b -a -b +c +d -c -d", "d c, b a"],
  ["one that is slow", "+a +b -b +c -c -a", "c, b a"],
  ["each with the one before", "+a +b -a +c -b -c", "c b, a"],
  ["no answer came", "+a +b", "b a"],
  ["no answer came to the last", "+a -a +b", "b, a"],
  ["a key twice", "+a -a +b -b +a -a", "aa, b"],
  ["a key twice, the second with another", "+a -a +b +a -b -a", "aa b"],
  ["no order is known", "?a ?b +c -c", "c, b, a"],
])("%s: %s", (_, line, turns) => {
  expect(turnsOf(line)).toBe(turns);
});

test.each([
  [false, [128, 128, 44]],
  [true, [...Array.from({ length: 18 }, () => 16), 12]],
])("300 writes at once, each a request of its own: %s", (isRequestEach, sizes) => {
  const writes = Array.from({ length: 300 }, (_, at) => ({ key: `k${at}`, before: undefined, value: "x", begun: at }));
  const turns = restoringTurns(writes, isRequestEach);
  expect(turns.map(({ length }) => length)).toEqual(sizes);
  expect(turns.flat().map(({ key }) => key)).toEqual(writes.map(({ key }) => key).reverse());
});

test("the store is asked for the keys of a turn together, and for the next turn when they are done", async () => {
  const { kv, set } = memoryKv();
  for (const key of ["a", "b", "c", "d"]) set(key, "x");
  const events: string[] = [];
  const drop: typeof kv.drop = async (key, expected) => {
    events.push(`+${key}`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`-${key}`);
    return kv.drop(key, expected);
  };
  await restore({ ...kv, drop }, recorded("+a +b -a -b +c -c +d -d"));
  expect(events.join(" ")).toBe("+d -d +c -c +b +a -b -a");
});
