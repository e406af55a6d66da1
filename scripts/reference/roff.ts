/** The language of man(7), as far as the manual pages use it. */
import { textLines } from "../../src/report/text-lines.ts";

/** Columns of the source's lines: `mandoc -T lint` wants no longer ones. */
const WIDTH = 78;

/** Text as roff prints it unchanged: no escapes, plain hyphens, and no line that begins like a request. */
export function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/gm, "\\&");
}

/** A paragraph's text: code in backticks is bold, each sentence begins a line. */
export function roffText(text: string): string {
  const sentences = text.replaceAll(/([.:?]) (?=[A-Z])/g, "$1\n").split("\n");
  const escaped = (sentence: string) =>
    sentence
      .replaceAll("\\", "\\e")
      .replaceAll("-", "\\-")
      .replaceAll(/`([^`]+)`/g, "\\fB$1\\fR");
  const lines = sentences.flatMap((sentence) => textLines(escaped(sentence), WIDTH));
  return lines.map((line) => line.replace(/^(?=[.'])/, "\\&")).join("\n");
}

/** A term with its description below it, indented. */
export const item = (term: string, text: string): string => `.TP\n${term}\n${roffText(text)}`;

/** A word in bold. */
export const bold = (text: string): string => `.B ${roff(text)}`;

/** References to other manual pages of section 1. */
export function references(names: readonly string[]): string {
  return names.map((name, i) => `.BR ${roff(name)} (1)${i < names.length - 1 ? "," : ""}`).join("\n");
}
