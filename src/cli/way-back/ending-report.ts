import { kindOfKey, parseKey } from "../../datastore/keys.ts";
import type { KeyValue } from "../../datastore/kv/kv.ts";
import type { RestoredKey } from "../../datastore/way-back/restore.ts";
import { printable, shortened } from "../../model/printable.ts";
import { displayId } from "../../model/resource.ts";
import { errorLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { EXIT } from "../shell/usage.ts";

const WORDS: Readonly<Record<RestoredKey["result"], string>> = {
  restored: "has again what it had before",
  deleted: "is deleted again",
  "created again": "is created again",
  "as before": "is as before",
  "left alone": "was changed by another writer since, and is left alone",
  refused: "could not be restored",
};
/** Most lines for resources that are as they were before; the rest is counted. */
const MOST = 100;
/** Characters of another writer's value that are shown. */
const LONGEST = 300;

/**
 * Reports on stderr what became of each resource, and returns the exit code: 3 where all is taken back, with another
 * writer's changes left alone; 1 where the datastore refused something. `isDry`: it was not done.
 */
export function reportTakenBack(keys: readonly RestoredKey[], io: Io, isDry = false): number {
  // What is not as before is never left out.
  const isPlain = ({ result }: RestoredKey): boolean => result !== "left alone" && result !== "refused";
  const shown = new Set([...keys.filter((one) => !isPlain(one)), ...keys.filter(isPlain).slice(0, MOST)]);
  for (const one of keys) if (shown.has(one)) io.stderr.write(`${isDry ? "would: " : ""}${printable(lineOf(one))}\n`);
  if (shown.size < keys.length) io.stderr.write(`... and ${keys.length - shown.size} more\n`);
  const refused = keys.filter(({ result }) => result === "refused").length;
  const left = keys.filter(({ result }) => result === "left alone").length;
  if (refused > 0) {
    const message = `${refused} of ${keys.length} resources could not be restored`;
    io.stderr.write(errorLine({ message, code: "way-back.refused", help: "`calicoctl rollback` tries them again" }));
    return EXIT.failed;
  }
  const others = left === 0 ? "" : `; ${left} left alone`;
  if (!isDry) io.stderr.write(`taken back: ${keys.length - left} of ${keys.length} resources${others}\n`);
  return EXIT.unmet;
}

/** A resource's name, by its key. */
export function nameOfKey(key: string): string {
  const kind = kindOfKey(key)?.kind;
  const id = kind === undefined ? undefined : parseKey(kind, key, "prefixed");
  return id === undefined ? key : displayId(id);
}

function lineOf({ key, result, now, why }: RestoredKey): string {
  const line = `${nameOfKey(key)} ${WORDS[result]}`;
  if (result === "left alone") return `${line}: ${nowText(now)}`;
  return why === undefined ? line : `${line}: ${why}`;
}

function nowText(now: KeyValue | undefined | null): string {
  if (now === undefined || now === null) return "it is deleted";
  return `it is at resourceVersion ${now.modRevision}, ${shortened(now.value, LONGEST)}`;
}
