import { constants, fstatSync, openSync, writeSync } from "node:fs";

/** Opens the terminal of this process, wherever its standard streams lead; `undefined` where it has none. */
export function openTerminal(): number | undefined {
  try {
    return openSync("/dev/tty", constants.O_RDWR | (constants.O_NOCTTY ?? 0));
  } catch {
    return undefined;
  }
}

/** Whether a standard stream leads to a terminal or another device. */
export function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** What became of bytes that were to be written. */
export interface Written {
  readonly bytes: number;
  /** Why not all of them were written. */
  readonly error?: NodeJS.ErrnoException;
}

/** Writes to a standard stream, and waits for a slow reader unless the stream is set not to wait (`EAGAIN`). */
export function writeNow(descriptor: number, bytes: Uint8Array): Written {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    return { bytes: written };
  } catch (error) {
    return { bytes: written, error: error as NodeJS.ErrnoException };
  }
}
