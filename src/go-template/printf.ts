import { goExponential, goFixed, goFloat, goGeneral } from "../model/go-numbers.ts";
import { goBackquote, goQuote } from "./quoting.ts";
import { printed, type Value } from "./values.ts";

/** A directive: flags, width, precision, the number of its operand, the verb. */
const DIRECTIVE = /%([-+# 0]*)((?:\[\d+\])?\*|\d+)?(?:\.((?:\[\d+\])?\*|\d*))?(?:\[(\d+)\])?(.)?/gsu;
/** The widest a value is made, and the most digits; Go also has such limits. */
const MAX_WIDTH = 10_000;
const MAX_PRECISION = 100;

interface Format {
  readonly verb: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/**
 * Go's `printf`: its verbs for what resources hold (`%v %T %t %d %b %o %O %x %X %c %q %U %e %E %f %F %g %G %s`), with all
 * flags, width and precision, `*`, and operands by number. Of lists and maps each part is printed with the verb. What
 * does not fit prints as in Go (`%!d(string=x)`, `%!d(MISSING)`, `%!(EXTRA int=1)`).
 */
export function printf(format: string, values: readonly Value[]): string {
  let next = 0;
  let jumped = false;
  /** The operand at that number, else the next one. */
  const operand = (number: string | undefined): Value | undefined => {
    if (number !== undefined) {
      next = Number(number) - 1;
      jumped = true;
    }
    return values[next++];
  };
  const measure = (text: string | undefined): number | undefined => {
    if (text === undefined || !text.endsWith("*")) return text === undefined ? undefined : Number(text);
    const value = operand(/\[(\d+)\]/.exec(text)?.[1]);
    return value?.kind === "number" && !value.float ? value.value : undefined;
  };
  const text = format.replace(
    DIRECTIVE,
    (
      _,
      flags: string,
      width: string | undefined,
      digits: string | undefined,
      number: string | undefined,
      verb = "",
    ) => {
      if (verb === "") return "%!(NOVERB)";
      const wide = measure(width) ?? 0;
      const precision = measure(digits);
      if (verb === "%") return "%";
      const value = operand(number);
      if (value === undefined) return `%!${verb}(${number === undefined ? "MISSING" : "BADINDEX"})`;
      return formatted(value, {
        verb,
        flags: wide < 0 ? `${flags}-` : flags,
        width: Math.min(Math.abs(wide), MAX_WIDTH),
        precision: precision === undefined ? undefined : Math.min(precision, MAX_PRECISION),
      });
    },
  );
  const extra = jumped ? [] : values.slice(next).map((value) => typed(value));
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(", ")})`;
}

function formatted(value: Value, format: Format): string {
  const { verb } = format;
  if (verb === "T") return padded(typeName(value), format, false);
  switch (value.kind) {
    case "nil":
    case "missing":
      return verb === "v" ? padded("<nil>", format, false) : `%!${verb}(<nil>)`;
    case "list":
      return `[${value.items.map((item) => formatted(item, format)).join(" ")}]`;
    case "map":
      return `map[${[...value.entries].map(([key, item]) => `${formatted({ kind: "string", value: key }, format)}:${formatted(item, format)}`).join(" ")}]`;
    case "struct": {
      const named = format.flags.includes("+") && verb === "v";
      const parts = [...value.fields].map(([name, item]) => `${named ? `${name}:` : ""}${formatted(item, format)}`);
      return `${value.pointer ? "&" : ""}{${parts.join(" ")}}`;
    }
    case "boolean":
      return verb === "t" || verb === "v" ? padded(String(value.value), format, false) : bad(value, verb);
    case "number": {
      const text = value.float ? floatText(value.value, format) : wholeText(value.value, format);
      return text === undefined ? bad(value, verb) : padded(text, format, !"cqU".includes(verb));
    }
    case "string":
    case "time": {
      const text = textText(printed(value), format);
      return text === undefined ? bad(value, verb) : padded(text, format, false);
    }
  }
}

function wholeText(value: number, { verb, flags, precision }: Format): string | undefined {
  const digits = (base: number, prefix: string): string => {
    const bare = Math.abs(value)
      .toString(base)
      .padStart(precision ?? 0, "0");
    const signed = value < 0 ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
    return (
      signed + (verb === "O" || (flags.includes("#") && prefix !== "" && !bare.startsWith(prefix)) ? prefix : "") + bare
    );
  };
  const character = String.fromCodePoint(value >= 0 && value <= 0x10ffff ? value : 0xfffd);
  switch (verb) {
    case "v":
    case "d":
      return digits(10, "");
    case "b":
      return digits(2, "0b");
    case "o":
      return digits(8, "0");
    case "O":
      return digits(8, "0o");
    case "x":
      return digits(16, "0x");
    case "X":
      return digits(16, "0x").toUpperCase();
    case "c":
      return character;
    case "q":
      return goQuote(character, "'", flags.includes("+"));
    case "U": {
      const code = `U+${value
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(4, precision ?? 0), "0")}`;
      return flags.includes("#") ? `${code} '${character}'` : code;
    }
    default:
      return undefined;
  }
}

function floatText(value: number, { verb, flags, precision }: Format): string | undefined {
  const sign = value >= 0 ? (flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") : "";
  const general = (): string => (precision === undefined ? goFloat(value) : goGeneral(value, precision));
  switch (verb) {
    case "v":
    case "g":
      return sign + general();
    case "G":
      return sign + general().toUpperCase();
    case "f":
    case "F":
      return sign + goFixed(value, precision ?? 6);
    case "e":
      return sign + goExponential(value, precision ?? 6);
    case "E":
      return sign + goExponential(value, precision ?? 6).toUpperCase();
    default:
      return undefined;
  }
}

function textText(value: string, { verb, flags, precision }: Format): string | undefined {
  const cut = precision === undefined ? value : [...value].slice(0, precision).join("");
  switch (verb) {
    case "v":
      return flags.includes("#") ? goQuote(cut, '"', false) : cut;
    case "s":
      return cut;
    case "q":
      return flags.includes("#") ? goBackquote(cut, flags.includes("+")) : goQuote(cut, '"', flags.includes("+"));
    case "x":
    case "X": {
      const bytes = [...Buffer.from(value).subarray(0, precision)].map((byte) => byte.toString(16).padStart(2, "0"));
      const prefix = flags.includes("#") && bytes.length > 0 ? "0x" : "";
      const text = flags.includes(" ") ? bytes.map((byte) => prefix + byte).join(" ") : prefix + bytes.join("");
      return verb === "x" ? text : text.toUpperCase();
    }
    default:
      return undefined;
  }
}

function padded(text: string, { flags, width, precision, verb }: Format, isNumber: boolean): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes("-")) return text + " ".repeat(missing);
  // A whole number with a precision has its zeros from that.
  const zeros = flags.includes("0") && (!isNumber || precision === undefined || "fFeEgG".includes(verb));
  if (!zeros) return " ".repeat(missing) + text;
  const sign = isNumber ? (/^[-+ ]?(0[xXb])?/.exec(text)?.[0] ?? "") : "";
  return sign + "0".repeat(missing) + text.slice(sign.length);
}

const bad = (value: Value, verb: string): string => `%!${verb}(${typed(value)})`;

function typed(value: Value): string {
  return value.kind === "nil" || value.kind === "missing" ? "<nil>" : `${typeName(value)}=${printed(value, false)}`;
}

function typeName(value: Value): string {
  switch (value.kind) {
    case "number":
      return value.float ? "float64" : "int";
    case "boolean":
      return "bool";
    case "list":
      return "[]interface {}";
    case "map":
      return value.texts ? "map[string]string" : "map[string]interface {}";
    case "nil":
    case "missing":
      return "<nil>";
    default:
      return value.kind === "struct" ? "struct" : "string";
  }
}
