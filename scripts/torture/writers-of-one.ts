import { startClient } from "./client.ts";
import { endpoint, generations, manifest } from "./manifests.ts";
import type { TortureOptions } from "./part.ts";

const WRITERS = 8;

/** What became of the commands of all writers. */
export interface WritersResult {
  readonly all: number;
  readonly acknowledged: number;
  /** The commands that were not acknowledged, with their first line of errors. */
  readonly refused: readonly string[];
  /** What was acknowledged and is not there. */
  readonly lost: readonly string[];
}

/**
 * Eight processes with that environment change one resource with every command that changes; a round is each of these, and
 * of the `further` ones, by each.
 */
export async function writersOfOne(
  env: Readonly<Record<string, string>>,
  { rounds, folder }: Pick<TortureOptions, "rounds" | "folder">,
  further: readonly (readonly string[])[] = [],
): Promise<WritersResult> {
  const clients = Array.from({ length: WRITERS }, () => startClient(env));
  const refused: string[] = [];
  const wanted: string[] = [];
  let acknowledged = 0;
  let all = 0;
  const [first] = clients;
  await first?.run("apply", "-f", manifest(folder, [endpoint("one", "0")]));
  const commandsOf = (gen: string): readonly (readonly string[])[] => {
    const many = Array.from({ length: 40 }, (_, at) => endpoint(`many${at}`, gen));
    return [
      ["label", "hep", "one", `l${gen}=v`],
      ["patch", "hep", "one", "-p", JSON.stringify({ metadata: { labels: { [`p${gen}`]: "v" } } })],
      ["apply", "-f", manifest(folder, [endpoint("other", gen)])],
      ["apply", "-f", manifest(folder, many)],
      ["import", "-f", manifest(folder, many)],
      ["replace", "-f", manifest(folder, [endpoint("other", gen)])],
      ["create", "--skip-exists", "-f", manifest(folder, [endpoint("third", gen)])],
      ["delete", "hep", "third", "--skip-not-exists"],
      ...further,
    ];
  };
  await Promise.all(
    clients.map(async (client, writer) => {
      for (let round = 0; round < rounds; round++) {
        const gen = `${writer}x${round}`;
        for (const argv of commandsOf(gen)) {
          all++;
          const answer = await client.run(...argv);
          const isLabel = argv[0] === "label" || argv[0] === "patch";
          if (answer?.code !== 0) refused.push(`${argv.slice(0, 3).join(" ")}: ${answer?.stderr.split("\n")[0]}`);
          else acknowledged++;
          if (answer?.code === 0 && isLabel) wanted.push(`${argv[0] === "label" ? "l" : "p"}${gen}`);
        }
      }
    }),
  );
  const stored = await first?.run("get", "hep", "one", "-o", "json");
  const labels = new Set(Object.keys(JSON.parse(stored?.stdout ?? "{}").metadata?.labels ?? {}));
  const lost = wanted.filter((label) => !labels.has(label)).map((label) => `label ${label}`);
  const there = generations((await first?.run("get", "hep", "-o", "json"))?.stdout ?? '{"items":[]}');
  if (there.size < 42) lost.push(`${there.size} resources instead of at least 42`);
  for (const client of clients) await client.kill();
  return { all, acknowledged, refused, lost };
}
