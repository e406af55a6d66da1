import { goFloat } from "./printing.ts";
import { printed, type Value } from "./values.ts";

const VERB = /%([-+# 0]*)(\*|\d+)?(?:\.(\d+)?)?([A-Za-z%])/g;
/** The widest a value is made; Go has such a limit, too. */
const MAX_WIDTH = 10_000;

/**
 * Go's `printf` for the verbs that templates use: `%s %v %q %d %t %f %e %g %x %%`, with `-`, `0`, `+`, width and
 * precision. A value that does not fit its verb prints as Go tells it (`%!d(string=x)`).
 */
export function printf(format: string, values: readonly Value[]): string {
  let next = 0;
  const text = format.replace(
    VERB,
    (_, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
      if (verb === "%") return "%";
      const value = values[next++];
      if (value === undefined) return `%!${verb}(MISSING)`;
      const digits = precision === undefined ? undefined : Math.min(Number(precision), 100);
      return padded(formatted(verb, value, digits, flags), flags, Math.min(Number(width ?? 0) || 0, MAX_WIDTH), value);
    },
  );
  const extra = values.slice(next).map((value) => `${typeName(value)}=${printed(value, false)}`);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(", ")})`;
}

function formatted(verb: string, value: Value, precision: number | undefined, flags: string): string {
  const plain = printed(value, false);
  const sign = flags.includes("+") && value.kind === "number" && value.value >= 0 ? "+" : "";
  switch (verb) {
    case "v":
      return sign + plain;
    case "s":
      if (value.kind === "number" || value.kind === "boolean") break;
      return precision === undefined ? plain : [...plain].slice(0, precision).join("");
    case "q":
      return value.kind === "string" ? JSON.stringify(plain) : plain;
    case "d":
      if (value.kind === "number" && !value.float) return sign + plain;
      break;
    case "t":
      if (value.kind === "boolean") return plain;
      break;
    case "f":
    case "F":
      if (value.kind === "number") return sign + value.value.toFixed(precision ?? 6);
      break;
    case "e":
      if (value.kind === "number")
        return sign + value.value.toExponential(precision ?? 6).replace(/e([-+])(\d)$/, "e$10$2");
      break;
    case "g":
      if (value.kind === "number")
        return (
          sign +
          goFloat(precision === undefined ? value.value : Number(value.value.toPrecision(Math.max(precision, 1))))
        );
      break;
    case "x":
      if (value.kind === "number" && !value.float) return value.value.toString(16);
      if (value.kind === "string") return Buffer.from(plain, "utf8").toString("hex");
      break;
  }
  return `%!${verb}(${typeName(value)}=${plain})`;
}

function padded(text: string, flags: string, width: number, value: Value): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes("-")) return text + " ".repeat(missing);
  if (!flags.includes("0") || value.kind !== "number") return " ".repeat(missing) + text;
  const sign = /^[-+]?/.exec(text)?.[0] ?? "";
  return sign + "0".repeat(missing) + text.slice(sign.length);
}

function typeName(value: Value): string {
  if (value.kind === "number") return value.float ? "float64" : "int";
  return {
    boolean: "bool",
    list: "[]string",
    nil: "<nil>",
    missing: "<nil>",
    map: "map[string]string",
    string: "string",
    struct: "struct",
    time: "string",
  }[value.kind];
}
