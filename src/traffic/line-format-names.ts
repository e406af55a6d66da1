/** The formats of texts with one flow a line. */
export const LINE_FORMATS = ["ndjson", "csv"] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

const NAMES: Readonly<Record<LineFormat, RegExp>> = { ndjson: /\.(ndjson|jsonl)$/i, csv: /\.csv$/i };

/** The format that a file's name shows; `undefined` for a flow file, which is read as a whole. */
export function lineFormatOf(file: string): LineFormat | undefined {
  return LINE_FORMATS.find((format) => NAMES[format].test(file));
}
