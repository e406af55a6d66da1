import { printable, printableLines } from "../../../model/printable.ts";

/** One output stream as commands see it. Whatever text a command gives, a terminal gets no character of `printable`'s list. */
export interface Out {
  /**
   * Text for people. Characters that no output shows are escaped here whoever forgot to, colours of `Style` pass where
   * the stream has them, and a log of GitHub's workflows gets no line that it would take for a command.
   */
  write(text: string): void;
  /** Text for programs (JSON, YAML, XML, annotations), whose own escapes keep such characters away. */
  writeData(text: string): void;
  /**
   * The same as bytes, whole lines of it, whose characters whoever made them has escaped as JSON or `printable` do. Their memory
   * may be used again when they are handed to the system, or cannot be.
   */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /**
   * Where another thread may write bytes as `writeBytes` does, once all that was written here is `flushed`; absent for a terminal, and
   * where the system knows no such place.
   */
  readonly descriptor: number | undefined;
  /** Says that such a write failed, with the code of the system's error. */
  broken(code: string): void;
  /** What the user's template made: as it is, and escaped where the stream is a terminal. */
  writeRaw(text: string): void;
  /** Begins the current line again, with this text. */
  overwrite(text: string): void;
  /** Waits until what was written is handed to the system, so that a long output does not fill the memory. */
  drained(): Promise<void>;
  /** Resolves when all that was written so far is handed to the system, or cannot be. */
  flushed(): Promise<void>;
  /** Calls back when nothing can be written any more (the reader went away); returns an unsubscribe function. */
  onClose(callback: () => void): () => void;
  readonly isTTY: boolean;
  readonly hasColours: boolean;
  /** How wide the lines of text may be: `COLUMNS` of the environment, else the terminal's width; absent without both. */
  readonly columns: number | undefined;
}

/** Where the text goes in the end. */
export type Sink = Pick<Out, "drained" | "onClose" | "isTTY"> & {
  readonly put: (text: string) => void;
  /** The same for bytes of text; absent where they are to be read first. */
  readonly putBytes?: (bytes: Uint8Array) => Promise<void>;
  /** Where the system writes it, unless it is a terminal; a write by somebody else that failed is said to `broken`. */
  readonly descriptor?: () => number | undefined;
  readonly broken?: (code: string) => void;
  /** The width of the terminal; absent where it is none. */
  readonly columns?: () => number | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The stream that writes into a sink; the environment says whether it has colours, and who reads the log. Whether it is a
 * terminal is asked of the sink only when somebody wants to know.
 */
export function outOf(sink: Sink, env: Environment): Out {
  let colours: boolean | undefined;
  const hasColours = (): boolean => {
    colours ??= wantsColours(sink, env);
    return colours;
  };
  const isWorkflow = env.GITHUB_ACTIONS === "true";
  const shown = (text: string): string => {
    const harmless = text.includes("\u001b") && hasColours() ? exceptColours(text) : printableLines(text);
    return isWorkflow ? harmless.replace(COMMAND, escapedCharacter) : harmless;
  };
  return {
    write: (text) => sink.put(shown(text)),
    writeData: (text) => sink.put(printableLines(text)),
    writeBytes: async (bytes) => {
      if (sink.putBytes !== undefined) return await sink.putBytes(bytes);
      sink.put(new TextDecoder().decode(bytes.slice()));
    },
    get descriptor() {
      return sink.descriptor?.();
    },
    broken: (code) => sink.broken?.(code),
    writeRaw: (text) => sink.put(sink.isTTY ? exceptTabs(text) : text),
    overwrite: (text) => sink.put(`\r${printable(text)}`),
    drained: () => sink.drained(),
    // Behind all that waits.
    flushed: async () => await sink.putBytes?.(new Uint8Array()),
    onClose: (callback) => sink.onClose(callback),
    get isTTY() {
      return sink.isTTY;
    },
    get hasColours() {
      return hasColours();
    },
    get columns() {
      return /^[1-9]\d{0,4}$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : sink.columns?.() || undefined;
    },
  };
}

/** A stream without a reader. */
export const SILENT: Out = outOf(
  { put: () => {}, drained: () => Promise.resolve(), onClose: () => () => {}, isTTY: false },
  {},
);

/** Only on a terminal, never with NO_COLOR; FORCE_COLOR overrules the terminal. */
function wantsColours(sink: Pick<Sink, "isTTY">, { NO_COLOR, FORCE_COLOR, TERM }: Environment): boolean {
  const wanted = FORCE_COLOR !== undefined && FORCE_COLOR !== "0" ? true : sink.isTTY && TERM !== "dumb";
  return wanted && (NO_COLOR ?? "") === "";
}

/** The codes of `Style`: bold, dim, red, green, yellow, cyan, and their ends. None hides text or moves it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /(\u001b\[(?:1|2|22|31|32|33|36|39)m)/;

const exceptColours = (text: string): string => escapedBetween(text, COLOURS);
const exceptTabs = (text: string): string => escapedBetween(text, /(\t)/);

/** The text with all but line ends and these separators escaped. */
function escapedBetween(text: string, separator: RegExp): string {
  return text
    .split(separator)
    .map((part, at) => (at % 2 === 1 ? part : printableLines(part)))
    .join("");
}

/**
 * What GitHub's runner looks for in a log: `::command ...::` where a line begins, any white space aside, and `##[command]`
 * anywhere. An IPv6 address (`::1`) is not a command; a line without its end may go on as one.
 */
const COMMAND = /(?<=^[^\S\n]*):(?=:(?:[A-Za-z][\w-]*(?: .*)?::|.*(?![\s\S])))|#(?=#\[)/gm;

const escapedCharacter = (char: string): string => `\\x${char.charCodeAt(0).toString(16)}`;
