import { join } from "node:path";
import libsql from "libsql";
import { manifest } from "./manifests.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";
import { writersOfOne } from "./writers-of-one.ts";

/** The environment in which the tool uses the embedded store at that path. */
export function embeddedAt(path: string): Readonly<Record<string, string>> {
  return { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: path };
}

/** What SQLite finds wrong with the file itself; none where it is whole. */
export function integrityFaults(path: string): readonly string[] {
  const database = new libsql(path);
  const rows = database.prepare("PRAGMA integrity_check").all() as { readonly integrity_check: string }[];
  return rows.flatMap(({ integrity_check }) => (integrity_check === "ok" ? [] : [`integrity: ${integrity_check}`]));
}

/** Commands that write or delete other resources with their own: on the embedded store these are one transaction, too. */
function furtherCommands(folder: string): readonly (readonly string[])[] {
  const apiVersion = "projectcalico.org/v3";
  const node = { apiVersion, kind: "Node", metadata: { name: "n1" }, spec: {} };
  const spec = { cidr: "10.9.0.0/16", ipipMode: "Always" };
  const pool = { apiVersion, kind: "IPPool", metadata: { name: "p1" }, spec };
  return [
    ["apply", "-f", manifest(folder, [node, pool])],
    ["delete", "node", "n1", "--skip-not-exists"],
    ["delete", "ippool", "p1", "--skip-not-exists"],
    ["datastore", "migrate", "lock"],
    ["datastore", "migrate", "unlock"],
  ];
}

/** Eight processes change one resource with every command that changes; a round is a command of each of them. */
export const embeddedWriters: TorturePart = { name: "embedded-writers", run: writersOfOneFile };

async function writersOfOneFile(options: TortureOptions): Promise<TortureReport> {
  const path = join(options.folder, "store.db");
  const { all, acknowledged, refused, lost } = await writersOfOne(
    embeddedAt(path),
    options,
    furtherCommands(options.folder),
  );
  const broken = [...refused.map((what) => `refused: ${what}`), ...lost.map((what) => `lost: ${what}`)];
  broken.push(...integrityFaults(path));
  return { figures: `${acknowledged} of ${all} acknowledged, ${lost.length} lost`, broken };
}
