/** How many digits a quantity may have; more are of no use. */
const LONGEST_QUANTITY = 64;

const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/**
 * The value of a quantity of Kubernetes (`10M`, `1.5Gi`, `1e6`, `100m`), rounded up to a whole number; `undefined` for a text
 * that is none.
 */
export function quantityValue(text: string): number | undefined {
  if (text.length > LONGEST_QUANTITY) return undefined;
  const match = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", digits = "", suffix = "", exponent = "0"] = match;
  const [whole = "", fraction = ""] = digits.split(".");
  const power = BINARY.indexOf(suffix) + 1;
  const shift = (power > 0 ? 0 : (DECIMAL[suffix] ?? 0)) + Number(exponent) - fraction.length;
  const factor = 1024n ** BigInt(power) * 10n ** BigInt(Math.max(shift, 0));
  const divisor = 10n ** BigInt(Math.max(-shift, 0));
  const numerator = BigInt(`${whole}${fraction}`) * factor;
  const value = sign === "-" ? -(numerator / divisor) : (numerator + divisor - 1n) / divisor;
  return Number(value);
}
