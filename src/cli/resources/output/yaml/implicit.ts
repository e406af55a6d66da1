/** Words that are booleans, null or numbers when they stand without quotes. */
const WORDS = new Set(
  (
    "y Y yes Yes YES true True TRUE on On ON n N no No NO false False FALSE off Off OFF ~ null Null NULL " +
    ".nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF"
  ).split(" "),
);

/** Numbers as Go reads them: underscores were taken out, a leading 0 is octal, and an integer has at most 64 bits. */
const INTEGER = /^[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[1-9][0-9]*|0)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
/** A binary number whose sign stands behind its mark, which the library takes, too. */
const SIGNED_BINARY = /^0b[-+][01]{1,63}$/;
/** What is taken for a float where it begins with a dot: an underscore may stand between two digits. */
const POINT_FLOAT = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;
/** Numbers to the base of 60, which other readers know. */
const BASE_60 = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/;

const DATE = /^(\d{4})-(\d\d?)-(\d\d?)(.*)$/;
const TIME =
  /^(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)$/;

/** Whether a text without quotes would be read as something else than this string: a boolean, null, number or time. */
export function isImplicit(text: string): boolean {
  if (text === "" || WORDS.has(text)) return true;
  if (text.startsWith(".")) return POINT_FLOAT.test(text) && isFinite64(text.replaceAll("_", ""));
  if (!/^[-+0-9]/.test(text)) return false;
  return BASE_60.test(text) || isNumber(text.replaceAll("_", "")) || isTime(text);
}

function isNumber(plain: string): boolean {
  if (SIGNED_BINARY.test(plain) || (FLOAT.test(plain) && isFinite64(plain))) return true;
  return INTEGER.test(plain) && fits64Bits(plain);
}

/** Whether it is no more than the greatest float; Go refuses greater ones. */
const isFinite64 = (text: string): boolean => Number.isFinite(Number(text));

function fits64Bits(text: string): boolean {
  const digits = text.replace(/^[-+]/, "").toLowerCase();
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  if (text.startsWith("-")) return value <= 2n ** 63n;
  return value < 2n ** (text.startsWith("+") ? 63n : 64n);
}

/** Whether it is a date, or a date with a time of the day, that exists. */
function isTime(text: string): boolean {
  const date = DATE.exec(text);
  if (date === null) return false;
  const [, year = "", month = "", day = "", rest = ""] = date;
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > last) return false;
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
