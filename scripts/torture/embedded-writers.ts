import { join } from "node:path";
import libsql from "libsql";
import { startClient } from "./client.ts";
import { endpoint, generations, manifest } from "./manifests.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

const WRITERS = 8;

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

/** Eight processes change one resource with every command that changes; a round is a command of each of them. */
export const embeddedWriters: TorturePart = { name: "embedded-writers", run: writersOfOne };

async function writersOfOne({ rounds, folder }: TortureOptions): Promise<TortureReport> {
  const path = join(folder, "store.db");
  const clients = Array.from({ length: WRITERS }, () => startClient(embeddedAt(path)));
  const broken: string[] = [];
  let acknowledged = 0;
  const [first] = clients;
  await first?.run("apply", "-f", manifest(folder, [endpoint("one", "0")]));
  const commandsOf = (writer: number, round: number): readonly string[][] => {
    const gen = `${writer}x${round}`;
    return [
      ["label", "hep", "one", `l${gen}=v`],
      ["patch", "hep", "one", "-p", JSON.stringify({ metadata: { labels: { [`p${gen}`]: "v" } } })],
      ["apply", "-f", manifest(folder, [endpoint("other", gen)])],
      [
        "apply",
        "-f",
        manifest(
          folder,
          Array.from({ length: 40 }, (_, at) => endpoint(`many${at}`, gen)),
        ),
      ],
      ["replace", "-f", manifest(folder, [endpoint("other", gen)])],
      ["create", "--skip-exists", "-f", manifest(folder, [endpoint("third", gen)])],
      ["delete", "hep", "third", "--skip-not-exists"],
    ];
  };
  await Promise.all(
    clients.map(async (client, writer) => {
      for (let round = 0; round < rounds; round++) {
        for (const argv of commandsOf(writer, round)) {
          const answer = await client.run(...argv);
          if (answer?.code === 0) acknowledged++;
          else broken.push(`refused: ${argv.slice(0, 3).join(" ")}: ${answer?.stderr.split("\n")[0]}`);
        }
      }
    }),
  );
  const stored = await first?.run("get", "hep", "one", "-o", "json");
  const labels = Object.keys(JSON.parse(stored?.stdout ?? "{}").metadata?.labels ?? {});
  const wanted = clients.flatMap((_, writer) =>
    Array.from({ length: rounds }, (__, round) => [`l${writer}x${round}`, `p${writer}x${round}`]).flat(),
  );
  const lost = wanted.filter((label) => !labels.includes(label));
  broken.push(...lost.map((label) => `lost: label ${label}`));
  const all = await first?.run("get", "hep", "-o", "json");
  const there = generations(all?.stdout ?? '{"items":[]}');
  if (there.size < 42) broken.push(`lost: ${there.size} resources instead of at least 42`);
  for (const client of clients) await client.kill();
  broken.push(...integrityFaults(path));
  return { figures: `${acknowledged} of ${WRITERS * rounds * 7} acknowledged, ${lost.length} lost`, broken };
}
