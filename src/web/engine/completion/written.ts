import type { Choice } from "./choice.ts";
import type { CursorStyle } from "./cursor.ts";

/** A field's name as it is written at a cursor; `behind` is what follows it where lines are written one below the other. */
export function nameWritten(name: string, { isFlow, isJson, quote }: CursorStyle, behind: string): string {
  if (quote !== undefined) return quote.isClosed ? name : `${name}${quote.sign}: `;
  if (isJson) return `${JSON.stringify(name)}: `;
  return isFlow ? `${name}: ` : `${name}:${behind}`;
}

/** Values as they are written at a cursor. */
export function valuesWritten(choices: readonly Choice[], { isJson, quote }: CursorStyle): readonly Choice[] {
  if (quote !== undefined)
    return choices.map((choice) => ({
      ...choice,
      text: `${within(choice.label, quote.sign)}${quote.isClosed ? "" : quote.sign}`,
    }));
  if (!isJson) return choices;
  return choices.map((choice) => ({ ...choice, text: isWord(choice) ? choice.label : JSON.stringify(choice.label) }));
}

/** Whether JSON writes a value without quotes. */
const isWord = ({ label, text }: Choice): boolean => text === label && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(label);

const within = (text: string, sign: string): string =>
  sign === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
