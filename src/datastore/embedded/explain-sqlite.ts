import type { Code } from "../../model/diagnostic.ts";
import { DatastoreError, type Effect } from "../datastore-error.ts";
import { damaged, type FileSetting, fileFault } from "./check-file.ts";
import { StoreDamage } from "./rows.ts";

/**
 * SQLite's error in our words; other errors are returned unchanged. `timeoutMs` is how long was waited for another process.
 * `effect` is what a failed disk may have left of a write.
 */
export function explainSqlite(
  error: unknown,
  setting: FileSetting,
  timeoutMs: number,
  effect: Effect = "none",
): unknown {
  if (error instanceof StoreDamage) return damaged(setting, error.message);
  if (!isSqlite(error)) return error;
  const text = `${"code" in error ? String(error.code) : ""} ${error.message}`;
  const fault = (code: Code, why: string, what: Effect = "none"): DatastoreError =>
    new DatastoreError(
      code,
      `cannot use the embedded store \`${setting.path}\`: ${why}`,
      `the path is from ${setting.from}`,
      what,
    );
  if (/BUSY|LOCKED|locked/.test(text))
    return fault("datastore.locked", `another process was writing for ${timeoutMs / 1000} s`);
  if (isUnwritable(error)) return fileFault(setting, "it or its directory cannot be written");
  if (/FULL|disk is full/.test(text)) return fileFault(setting, "the disk is full");
  if (/CORRUPT|NOTADB|malformed|no such (table|column)/.test(text)) return damaged(setting, "the file is damaged");
  if (/TOOBIG|too big/.test(text)) return fault("datastore.too-large", "the resource is too large");
  if (/IOERR|disk I\/O/.test(text)) return fault("datastore.failed", "the disk reported an error", effect);
  return fault("datastore.failed", text.trim(), effect);
}

/** Whether it is an error of the driver: of a statement, or of opening a file. */
function isSqlite(error: unknown): error is Error {
  return error instanceof Error && (error.name === "SqliteError" || error.message.startsWith("ConnectionFailed"));
}

/** Whether SQLite's error says that the file or its directory cannot be written. */
export function isUnwritable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /READONLY|readonly|CANTOPEN|unable to open/.test(`${code} ${error instanceof Error ? error.message : ""}`);
}
