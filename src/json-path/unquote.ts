import { GO_ESCAPES } from "../model/go-escapes.ts";

const CODED = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/;

/** The text between quotes with Go's escapes resolved; `undefined` where one is unknown. */
export function unquote(inner: string, quote: string): string | undefined {
  let text = "";
  for (let at = 0; at < inner.length; at++) {
    const char = inner[at] ?? "";
    if (char !== "\\") {
      text += char;
      continue;
    }
    const next = inner[at + 1] ?? "";
    const named = next === quote ? quote : GO_ESCAPES.get(next);
    if (named !== undefined) {
      text += named;
      at++;
      continue;
    }
    const [all, byte, short, long, octal] = CODED.exec(inner.slice(at + 1)) ?? [];
    const code = octal === undefined ? Number.parseInt(byte ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
    if (all === undefined || code > 0x10ffff) return undefined;
    text += String.fromCodePoint(code);
    at += all.length;
  }
  return text;
}
