import { constants, openSync } from "node:fs";

/** Opens the terminal of this process, wherever its standard streams lead; `undefined` where it has none. */
export function openTerminal(): number | undefined {
  try {
    return openSync("/dev/tty", constants.O_RDWR | (constants.O_NOCTTY ?? 0));
  } catch {
    return undefined;
  }
}
