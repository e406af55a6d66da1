import { closeSync, openSync, readSync } from "node:fs";

/** Where an ELF file names the program that loads it: in one of its first bytes' entries, which are at its very beginning. */
const HEAD_BYTES = 4096;

/**
 * What libsql's package with its native library is called for this platform, after `@libsql/`; where there is none, an error says
 * so when it is loaded. The build puts this in place of what libsql asks, which makes a whole report of the process to know its C
 * library, and takes longer than to open the store and read it.
 */
export function currentTarget(): string {
  return nativeTarget(process.platform, process.arch, () => headOf(process.execPath));
}

/** The same for a platform and a processor as Node names them, and for Linux the first bytes of Node's program. */
export function nativeTarget(platform: string, arch: string, headOfNode: () => string): string {
  if (platform === "win32") return `win32-${arch}-msvc`;
  if (platform !== "linux") return `${platform}-${arch}`;
  const isMusl = headOfNode().includes("/ld-musl-");
  if (arch === "arm") return isMusl ? "linux-arm-musleabihf" : "linux-arm-gnueabihf";
  return `linux-${arch}-${isMusl ? "musl" : "gnu"}`;
}

function headOf(path: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, "r");
  try {
    return head.toString("latin1", 0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}
