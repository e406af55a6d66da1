import { resolvePlain } from "../nodes/scalars.ts";

/** Numbers to the base of 60, which other readers know. */
const BASE_60 = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/;

const DATE = /^(\d{4})-(\d\d?)-(\d\d?)(.*)$/;
const TIME =
  /^(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)$/;

/** Whether a text without quotes would be read as something else than this string: a boolean, null, number time, or a merge. */
export function isImplicit(text: string): boolean {
  if (text === "<<") return true;
  const value = resolvePlain(text);
  // A number that is too large is a string for Go.
  const isTooLarge = typeof value === "number" && !Number.isFinite(value) && !/^[-+]?\.[a-zA-Z]/.test(text);
  return (typeof value !== "string" && !isTooLarge) || BASE_60.test(text) || isTime(text);
}

/** Whether it is a date, or a date with a time of the day, that exists. */
function isTime(text: string): boolean {
  const date = DATE.exec(text);
  if (date === null) return false;
  const [, year = "", month = "", day = "", rest = ""] = date;
  if (Number(day) < 1 || Number(day) > daysOf(Number(year), Number(month))) return false;
  if (rest === "") return true;
  const time = TIME.exec(rest);
  if (time === null) return false;
  const [hours, minutes, seconds] = time[6] === undefined ? time.slice(1, 4) : time.slice(6, 9);
  const [zoneHours = "0", zoneMinutes = "0"] = time.slice(4, 6);
  return (
    Number(hours) < 24 &&
    Number(minutes) < 60 &&
    Number(seconds) < 60 &&
    Number(zoneHours) <= 24 &&
    Number(zoneMinutes) <= 60
  );
}

/** How many days a month has; none where there is no such month. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month < 1 || month > 12 ? 0 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
