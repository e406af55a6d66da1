/** A float as Go's `%v` and `%g` have it: the shortest digits, an exponent below 1e-04 and from 1e+06 on. */
export function goFloat(value: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  const exponential = value.toExponential();
  const power = Number(exponential.slice(exponential.indexOf("e") + 1));
  return power < -4 || power >= 6 ? goExponent(exponential) : plainDigits(value);
}

/** `%g` with so many digits. */
export function goGeneral(value: number, precision: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  const exponential = value.toExponential(Math.max(precision, 1) - 1);
  const power = Number(exponential.slice(exponential.indexOf("e") + 1));
  const short = exponential.replace(/(\.\d*?)0*e/, "$1e").replace(".e", "e");
  return power < -4 || power >= Math.max(precision, 1) ? goExponent(short) : plainDigits(Number(exponential));
}

/** An exponent with its sign and at least two digits. */
export function goExponent(exponential: string): string {
  return exponential.replace(/e([-+])(\d)$/, "e$10$2");
}

function notFinite(value: number): string | undefined {
  if (Number.isFinite(value)) return undefined;
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}

function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

/** A timestamp (RFC 3339, UTC) as Go prints a time. */
export function goTime(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(value);
  return match === null ? value : `${match[1]} ${match[2]} +0000 UTC`;
}
