import {
  type BigIntStats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileReason } from "../../files/file-reason.ts";
import type { EmbeddedConfig } from "../config.ts";
import { DatastoreError } from "../datastore-error.ts";
import { filePages } from "./missing-pages.ts";

/** SQLite's application_id of our files ("cali"), so that another program's file is never written to. */
export const APPLICATION_ID = 0x63616c69;

/** What a file that is being created is called until it gets its name: this after the name, then chance. */
export const NEW_FILE = ".new-";

/** Where SQLite's header has what is read here, and how long it is. */
const HEADER = { applicationId: 68, bytes: 100 } as const;

/** The setting that names the file, and where it was made. */
export type FileSetting = Pick<EmbeddedConfig, "path" | "from">;

/** The error for a file that cannot be used, for that reason. */
export function fileFault({ path, from }: FileSetting, why: string, help = ""): DatastoreError {
  const message = `cannot use the embedded store \`${path}\`: ${why}`;
  return new DatastoreError("datastore.file", message, `the path is from ${from}${help === "" ? "" : `; ${help}`}`);
}

/** The error for a file that is not a calicoctl embedded store. */
export function notOurStore({ path, from }: FileSetting, why: string, help = "name another file"): DatastoreError {
  const message = `refusing to use \`${path}\` as the embedded store: ${why}`;
  return new DatastoreError("datastore.not-ours", message, `the path is from ${from}; ${help}`);
}

/** The error for a file whose contents are not as this tool wrote them. */
export function damaged({ path, from }: FileSetting, why: string): DatastoreError {
  const message = `cannot use the embedded store \`${path}\`: ${why}`;
  const help = `the path is from ${from}; restore a copy of the file, or move it away to begin an empty store`;
  return new DatastoreError("datastore.damaged", message, help);
}

/** Runs it, and turns the system's errors into `DatastoreError`. */
export function onFile<T>(setting: FileSetting, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof DatastoreError ? error : fileFault(setting, fileReason(error));
  }
}

/** What names a file whatever its path: device and inode; `undefined` where there is none. Opens nothing. */
export function fileId(setting: FileSetting): string | undefined {
  const stat = onFile(setting, () => statSync(setting.path, { throwIfNoEntry: false, bigint: true }));
  return stat && idOf(stat);
}

/** Throws where a path is one of the names that SQLite's drivers take for something else than a file. */
export function checkPath(setting: FileSetting): void {
  const { path } = setting;
  const what =
    path === ":memory:" ? "a store in memory" : /^(file|libsql|https?|wss?):/i.test(path) ? "a URL" : undefined;
  if (what === undefined) return;
  throw fileFault(
    setting,
    `it looks like ${what}, not like the path of a file`,
    `write \`./${path}\` for a file of that name`,
  );
}

/**
 * Whether the file is a calicoctl embedded store; `false` if there is no file yet. Throws `DatastoreError` for any other
 * file, and for one of which a part is missing. Reads only the first bytes, and only where no connection of this process
 * has the file (`isOpen`): to close a file drops all locks that the process has on it.
 */
export function checkFile(setting: EmbeddedConfig, isOpen: (id: string) => boolean): boolean {
  return onFile(setting, () => {
    const { path } = setting;
    const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
    if (stat === undefined) {
      checkPlace(setting);
      return false;
    }
    if (stat.isDirectory()) throw notOurStore(setting, "it is a directory", "name a file in it");
    if (!stat.isFile()) throw notOurStore(setting, "it is not a regular file");
    const real = realpathSync.native(path);
    if (stat.nlink > 1n) refuseOtherNames(setting, real, idOf(stat));
    checkHeader(setting, real, readHeader(path, isOpen));
    return true;
  });
}

/** Throws where no file can be made at the path: a link to nothing, or a directory that is not there. */
function checkPlace(setting: EmbeddedConfig): void {
  const { path, makeDirectory } = setting;
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const why = `it is a symbolic link to \`${readlinkSync(path)}\`, which does not exist`;
    throw fileFault(setting, why, "name the file itself, or remove the link");
  }
  const folder = dirname(path);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) throw fileFault(setting, `\`${folder}\` is not a directory`);
  if (stat !== undefined || makeDirectory) return;
  throw fileFault(setting, `its directory \`${folder}\` does not exist`, "make the directory first");
}

/**
 * Throws where the file has a second name (a hard link): SQLite keeps the log beside the name, so two processes with two
 * names would not see each other's writes. The name that an interrupted creation left is removed.
 */
function refuseOtherNames(setting: FileSetting, real: string, id: string): void {
  const folder = dirname(real);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(real) + NEW_FILE)) continue;
    const other = statSync(join(folder, name), { throwIfNoEntry: false, bigint: true });
    if (other !== undefined && idOf(other) === id) rmSync(join(folder, name), { force: true });
  }
  const names = statSync(real, { throwIfNoEntry: false })?.nlink ?? 1;
  if (names <= 1) return;
  const why = `it has ${names} names (hard links), and SQLite would keep a log for each`;
  throw notOurStore(setting, why, "remove the other names, or use symbolic links");
}

function readHeader(path: string, isOpen: (id: string) => boolean): Buffer {
  const header = Buffer.alloc(HEADER.bytes);
  const file = openSync(path, "r");
  let length: number;
  try {
    length = readSync(file, header);
  } finally {
    // A file that took the path's place meanwhile may be one that SQLite has: it then stays open.
    if (!isOpen(idOf(fstatSync(file, { bigint: true })))) closeSync(file);
  }
  return header.subarray(0, length);
}

function checkHeader(setting: FileSetting, real: string, header: Buffer): void {
  if (header.length === 0) throw notOurStore(setting, "it is an empty file", "name another file, or remove this one");
  if (header.length < HEADER.bytes || header.toString("latin1", 0, 16) !== "SQLite format 3\0")
    throw notOurStore(setting, "it is not a calicoctl embedded store");
  if (header.readUInt32BE(HEADER.applicationId) !== APPLICATION_ID)
    throw notOurStore(setting, "it is another program's SQLite file");
  const { wanted, missing, bytesOfEach } = filePages(real, header);
  if (missing === 0) return;
  throw damaged(setting, `the end of the file is missing: ${missing} of ${wanted} pages of ${bytesOfEach} bytes`);
}

function idOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}
