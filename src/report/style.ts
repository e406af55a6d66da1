/** Colours for text on a terminal: each function returns the text with the escapes around it. A chalk instance is one. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  /** The columns that lines may take, where the reader has a terminal of that width; absent: tables are as wide as their cells. */
  readonly width?: number | undefined;
}

const plain = (text: string): string => text;

/** No colours. */
export const PLAIN: Style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };
