import { join } from "node:path";
import libsql from "libsql";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { recordedLines } from "../../test/conformance/corpus.ts";
import { hostileRun } from "./hostile-run.ts";
import { HOSTILE_TEXTS, type Mutator, mutator } from "./mutate.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

/** Values that a round stores. */
const A_ROUND = 60;
const EXAMPLES = join(import.meta.dirname, "..", "..", "examples", "worked-example");
/** Mutated parts of a value: few, so that much of it is read; many; the text itself. */
const RATES = [0.02, 0.1];

/** Hostile values and keys in an embedded store, through every output and every command that reads it; a round is 60 of them. */
export const hostileOutputs: TorturePart = { name: "hostile-outputs", run: hostileTexts };

async function hostileTexts({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const recorded = recordedLines<{ readonly manifest: unknown }>("validate.jsonl").map(({ manifest }) => manifest);
  const manifests = recorded.filter((manifest) => typeof manifest === "object" && manifest !== null);
  const run = hostileRun();
  const mutate = mutator(random);
  for (let round = 0; round < rounds; round++) {
    const path = join(folder, `store-${round}.db`);
    const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: path };
    await run.command(["apply", "-f", join(EXAMPLES, "host-endpoint.yaml")], "", env);
    fill(path, mutate, manifests);
    for (const argv of commands(mutate)) await run.command(argv, "", env);
  }
  return {
    figures: `${rounds * A_ROUND} values, ${run.inputs()} commands, slowest ${run.slowestMs()} ms of processor time`,
    broken: run.faults(),
  };
}

/** Stores values as another program could: past every check of this tool. */
function fill(path: string, { random, pick, text, value }: Mutator, manifests: readonly unknown[]): void {
  const database = new libsql(path);
  const put = database.prepare("INSERT OR REPLACE INTO kv VALUES (?, ?, 2, 2)");
  for (let at = 0; at < A_ROUND; at++) {
    const manifest = pick(manifests);
    const { plural, namespaced } = pick(allKinds());
    const name = random() < 0.7 ? `k${at}` : pick(HOSTILE_TEXTS);
    const key = `/calico/resources/v3/projectcalico.org/${plural}/${namespaced ? "default/" : ""}${name}`;
    const stored = random() < 0.85 ? JSON.stringify(value(manifest, pick(RATES))) : text(JSON.stringify(manifest));
    // SQLite ends texts at a NUL.
    put.run(key.replaceAll("\0", ""), (stored ?? "null").replaceAll("\0", ""));
  }
  database.close();
}

const LISTS = ["ps", "wide", "yaml", "json", "name", "custom-columns=NAME", "go-template={{range .}}{{.}}{{end}}"];

/** One line of each command that reads the store, with chosen kinds, names and outputs. */
function commands({ pick, random }: Mutator): readonly (readonly string[])[] {
  const kind = pick(allKinds()).plural;
  const version = random() < 0.5 ? [] : ["--calico-version", "v3.32", "--allow-version-mismatch"];
  const names = [pick(["k1", "k2", "k3"]), pick(HOSTILE_TEXTS).replaceAll("\0", "")].filter((name) => name !== "");
  const lines = [
    ...LISTS.map((output) => ["get", kind, "-o", output]),
    ["get", "all", "-o", pick(LISTS)],
    ["get", kind, "--", ...names],
    ["get", kind, "-l", "a == 'b' || has(constructor)"],
    ["export", kind],
    [
      "simulate",
      "--node",
      "n",
      "--in",
      "eth0",
      "tcp",
      "1.1.1.1",
      "10.240.0.5:80",
      "-o",
      pick(["table", "json", "yaml"]),
    ],
    ["test", join(EXAMPLES, "flows.yaml"), "-o", pick(["table", "tap", "junit", "json"])],
    ["diff", "-f", join(EXAMPLES, "policy.yaml")],
    ["label", kind, "--all", "x=y", "--overwrite", "--dry-run", "server"],
    ["label", kind, "k1", "x=y"],
    ["patch", kind, "k2", "-p", '{"spec":{"node":"z"}}'],
    ["apply", "-f", join(EXAMPLES, "policy.yaml"), "--dry-run", "server"],
    ["delete", kind, "--all", "--yes", "--dry-run", "server"],
  ];
  return [
    ...lines.map(([command = "", ...rest]) => [command, ...version, ...rest]),
    ["__complete", "--", "get", kind, ""],
    ["version"],
  ];
}
