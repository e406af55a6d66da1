import { readFileSync } from "node:fs";
import { newSlot, rowWorker } from "../src/cli/scenario/lines/row-work.ts";
import { rowStation } from "../src/cli/scenario/lines/station.ts";
import { DEFAULT_CALICO } from "../src/model/kinds/version.ts";
import type { Located } from "../src/model/resource.ts";
import { compileNode } from "../src/policy/tables/evaluate.ts";
import { world } from "../src/policy/world/world.ts";
import { answerTexts } from "../src/report/lines/answer-texts.ts";
import type { LineFormName } from "../src/report/lines/form-names.ts";
import { LINE_FORMS } from "../src/report/lines/line-forms.ts";
import { answerRows } from "../src/scenario/lines/answer-rows.ts";
import { csvReader } from "../src/traffic/csv.ts";
import { endpoints, factsOf, policies } from "./bench-world.ts";

const LINE_FEED = 10;
const PIECE = 2 ** 20 - 8;

/** Nanoseconds of CPU that a line of a file of flows takes at each stage, in this thread, as its steps are made in the tool. */
export async function flowStages(file: string, policyCount: number, name: LineFormName): Promise<string> {
  const located = [...endpoints(), ...policies(policyCount)].map(
    (one): Located => ({ resource: one, locate: () => undefined }),
  );
  const node = compileNode(world(located, { calico: DEFAULT_CALICO }).world, factsOf(0));
  const bytes = readFileSync(file);
  const header = bytes.indexOf(LINE_FEED) + 1;
  const reader = csvReader(bytes.toString("latin1", 0, header - 1), node);
  if (typeof reader === "string") throw new Error("the bench's flows can be read");
  const { beforeNumber } = LINE_FORMS[name];
  const texts = answerTexts(node, LINE_FORMS[name]);
  const answer = answerRows(node, reader, texts);
  const station = rowStation(rowWorker({ kinds: reader.usual.kinds, beforeNumber }), reader.usual.endOf, texts);
  const slot = newSlot();
  const spent = { copy: 0, read: 0, evaluate: 0, write: 0 };
  let lines = 0;
  let since = process.cpuUsage();
  const count = (stage: keyof typeof spent): void => {
    const { user, system } = process.cpuUsage(since);
    spent[stage] += user + system;
    since = process.cpuUsage();
  };
  for (let at = header; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + PIECE);
    const length = piece.lastIndexOf(LINE_FEED) + 1;
    since = process.cpuUsage();
    // As lines are gathered: both begin at a word.
    const begin = piece.byteOffset % 8;
    slot.bytes.set(piece.subarray(0, length), begin);
    count("copy");
    const read = await station.read(slot, begin, begin + length);
    count("read");
    const { rows } = answer({ ...slot, ...read }, slot.numbers, () => {});
    count("evaluate");
    for (let row = 0; row < rows; ) {
      ({ end: row } = await station.write(slot, { from: row, to: rows, firstLine: lines + 2 }));
    }
    count("write");
    lines += rows;
    at += length;
  }
  return Object.entries(spent)
    .map(([stage, microseconds]) => `${stage} ${Math.round((microseconds * 1000) / lines)} ns`)
    .join(", ");
}
