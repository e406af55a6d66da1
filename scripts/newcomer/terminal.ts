import { execFile } from "node:child_process";

/** The program that runs a command in a terminal of its own. */
const TERMINAL: string = "script";

/** The columns of the terminal that lines are typed in. */
export const COLUMNS = 80;

/** What a line did in a terminal. */
export interface TypedLine {
  readonly code: number;
  /** What the terminal shows, without colours. */
  readonly shown: string;
  readonly milliseconds: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /\u001b\[\d*m/g;

/** Runs a line in a terminal of its own, in a folder and with an environment. */
export function typed(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<TypedLine> {
  const start = performance.now();
  const inTerminal = `stty cols ${COLUMNS} rows 40\n${line}`;
  return new Promise((resolve) => {
    // Its input stays open, as that of a terminal does: one that is closed takes an unconfirmed change back.
    execFile(TERMINAL, ["-qfec", inTerminal, "/dev/null"], { cwd, env }, (error, stdout) => {
      const shown = stdout.replaceAll("\r\n", "\n").replace(COLOUR, "");
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, shown, milliseconds: performance.now() - start });
    });
  });
}
