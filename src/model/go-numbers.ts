/** A float as Go's `%v` and `%g` print it: the shortest digits, an exponent below 1e-04 and from 1e+06 on. */
export function goFloat(value: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  const exponential = value.toExponential();
  const power = Number(exponential.slice(exponential.indexOf("e") + 1));
  return power < -4 || power >= 6 ? goExponent(exponential) : plainDigits(value);
}

/** The same for Go's 32 bit float: the shortest digits that a 32 bit float needs. */
export function goFloat32(value: number): string {
  const narrow = Math.fround(value);
  if (!Number.isFinite(narrow)) return goFloat(narrow);
  for (let precision = 0; precision < 8; precision++) {
    const shorter = Number(exponential(narrow, precision));
    if (Math.fround(shorter) === narrow) return goFloat(shorter);
  }
  return goFloat(Number(exponential(narrow, 8)));
}

/** `%g` with so many digits. */
export function goGeneral(value: number, precision: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  const digits = exponential(value, Math.max(precision, 1) - 1);
  const power = Number(digits.slice(digits.indexOf("e") + 1));
  const short = digits.replace(/(\.\d*?)0*e/, "$1e").replace(".e", "e");
  return power < -4 || power >= Math.max(precision, 1) ? goExponent(short) : plainDigits(Number(digits));
}

/** `%e` with so many digits after the point. */
export function goExponential(value: number, precision: number): string {
  return notFinite(value) ?? goExponent(exponential(value, precision));
}

/** `%f` with so many digits after the point. */
export function goFixed(value: number, precision: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  const exact = Math.abs(value) < 1e21 ? value.toFixed(100) : `${BigInt(value)}.${"0".repeat(100)}`;
  const end = exact.indexOf(".") + 1 + precision;
  const down = exact.slice(0, precision === 0 ? end - 1 : end);
  return isHalfway(down, exact.slice(end)) || Math.abs(value) >= 1e21 ? down : value.toFixed(precision);
}

/** The text of `toExponential` as Go writes it: an exponent has its sign and at least two digits. */
function goExponent(text: string): string {
  return text.replace(/e([-+])(\d)$/, "e$10$2");
}

/** `toExponential`, but what lies halfway is rounded to the even digit, as Go does. */
function exponential(value: number, precision: number): string {
  const [digits = "", power = ""] = value.toExponential(100).split("e");
  const end = digits.indexOf(".") + 1 + precision;
  const down = digits.slice(0, precision === 0 ? end - 1 : end);
  return isHalfway(down, digits.slice(end)) ? `${down}e${power}` : value.toExponential(precision);
}

/** Whether the digits left out are exactly one half, and the last one kept is even. */
function isHalfway(kept: string, leftOut: string): boolean {
  return /^50*$/.test(leftOut) && /[02468]$/.test(kept);
}

function notFinite(value: number): string | undefined {
  if (Number.isFinite(value)) return undefined;
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}

function plainDigits(value: number): string {
  const text = Object.is(value, -0) ? "-0" : String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}
