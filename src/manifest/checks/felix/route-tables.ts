import { listOrEmpty, objectOrEmpty } from "../../../model/json.ts";
import { didYouMean } from "../../../model/nearest.ts";
import type { FieldPath } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";
import type { Values } from "../lenient.ts";

/** The highest index of a route table in Linux, and how many tables Felix may have in all. */
const LAST_TABLE = 0xffff_ffff;
const MOST_TABLES = 0xffff;

/** `routeTableRange` is 1 to 250; `routeTableRanges`, which takes its place, any tables of Linux (v3.32's API reference). */
export function checkRouteTables(spec: Values, report: Report): void {
  const { routeTableRange: old, routeTableRanges: ranges } = spec;
  if (old !== undefined) checkRange(old, ["spec", "routeTableRange"], 250, report);
  if (ranges === undefined) return;
  if (old !== undefined) {
    const message = "`routeTableRange` and `routeTableRanges` cannot both be set";
    const help = "remove `routeTableRange`, which is the old field";
    report({ code: "field.value", message, help, path: ["spec", "routeTableRange"], part: "key" });
  }
  let tables = 0;
  listOrEmpty(ranges).forEach((range, at) => {
    checkRange(range, ["spec", "routeTableRanges", at], LAST_TABLE, report);
    const { min, max } = objectOrEmpty(range);
    if (typeof min === "number" && typeof max === "number") tables += max - min + 1;
  });
  if (tables > MOST_TABLES) {
    const message = `${tables} route tables are too many: at most ${MOST_TABLES} in all ranges`;
    report({ code: "field.range", message, path: ["spec", "routeTableRanges"], part: "key" });
  }
}

function checkRange(range: unknown, path: FieldPath, last: number, report: Report): void {
  const { min, max } = objectOrEmpty(range);
  if (typeof min !== "number" || typeof max !== "number") return;
  if (min < 1)
    report({ code: "field.range", message: `\`min\` must be at least 1, not ${min}`, path: [...path, "min"] });
  if (max > last) {
    report({ code: "field.range", message: `\`max\` must be at most ${last}, not ${max}`, path: [...path, "max"] });
  }
  if (min <= max) return;
  const message = `the range starts after it ends: ${min} to ${max}`;
  report({ code: "field.range", message, help: didYouMean(`{min: ${max}, max: ${min}}`), path });
}
