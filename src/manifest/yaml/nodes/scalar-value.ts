import type { Code } from "../../../model/diagnostic.ts";
import { type ScalarNode, YAML_TAGS } from "./node.ts";
import { isIntegerText, resolvePlain } from "./scalars.ts";

/** What a text means, or why its tag does not fit. */
export type ScalarResult =
  | { readonly ok: true; readonly value: null | boolean | number | bigint | string; readonly isFloat: boolean }
  | { readonly ok: false; readonly code: Code; readonly message: string; readonly help: string };

const TYPES = ["int", "float", "bool", "null"];

/**
 * What a text means: one without quotes by YAML 1.1, the others are text; a tag decides before both. Tags of YAML itself that
 * its text does not fit are refused, any other tag makes it text.
 */
export function scalarValue({ text, tag, isPlain }: ScalarNode): ScalarResult {
  const plain = (): ScalarResult => {
    const value = resolvePlain(text);
    return { ok: true, value, isFloat: typeof value === "number" && !isIntegerText(text) };
  };
  if (tag === undefined && isPlain) return plain();
  if (tag === undefined || !tag.startsWith(YAML_TAGS)) return { ok: true, value: text, isFloat: false };
  const type = tag.slice(YAML_TAGS.length);
  if (type === "binary") return fromBase64(text);
  if (type === "merge" || type === "timestamp")
    return {
      ok: false,
      code: "yaml.tag",
      message: `the tag \`!!${type}\` is not supported here`,
      help: "remove the tag",
    };
  if (!TYPES.includes(type)) return { ok: true, value: text, isFloat: false };
  const result = plain();
  if (result.ok && typeof result.value === "number" && type === "float") return { ...result, isFloat: true };
  if (result.ok && typeOf(result) === type) return result;
  return { ok: false, code: "yaml.tag", message: `invalid value for the tag \`!!${type}\``, help: "remove the tag" };
}

function typeOf({ value, isFloat }: Extract<ScalarResult, { ok: true }>): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  return isFloat ? "float" : "int";
}

/** The text that base64 stands for, which may be on several lines. */
function fromBase64(text: string): ScalarResult {
  const digits = text.replace(/[\r\n]/g, "");
  const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits);
  try {
    const bytes = Uint8Array.from(isBase64 ? atob(digits) : "\xff", (char) => char.charCodeAt(0));
    return {
      ok: true,
      value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      isFloat: false,
    };
  } catch {
    const message = "this is not base64 of UTF-8 text, which `!!binary` means";
    return { ok: false, code: "yaml.syntax", message, help: "write the text itself, in quotes" };
  }
}
