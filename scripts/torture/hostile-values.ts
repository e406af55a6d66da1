import { join } from "node:path";
import libsql from "libsql";
import { type Answer, startClient } from "./client.ts";
import { embeddedAt } from "./embedded-writers.ts";
import { ODD_VALUES, withOddField } from "./odd-fields.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

const EXAMPLES = join(import.meta.dirname, "..", "..", "examples", "worked-example");
const VALUES = 40;
/** A net for a command that hangs, with which all others would wait; no machine is so slow. */
const LONGEST_MS = 300_000;

/** What every list must do with the values: end, without a fault of its own, and name each that it leaves out. */
const LINES: readonly string[] = [
  ...["ps", "wide", "yaml", "json"].map((format) => `get all -A -o ${format}`),
  "get hep -l has(constructor)",
  "export",
  "simulate --node node1 --in eth0 tcp 1.1.1.1 10.240.0.5:80",
  "simulate --node node1 --in eth0 tcp 1.1.1.1 10.240.0.5:80 -o json",
  "label gnp --all x=y --overwrite --dry-run=server",
  "delete hep --all --yes --dry-run=server",
  "version",
  "__complete -- get hep x",
];

/** What only a fault of this tool prints. */
const FAULT = /^.*(?:\bat .*:\d+:\d+\)?$|internal error|is not a function|undefined).*$/m;

/** A store with values that have one odd field each, or are cut or no JSON; a round is 40 of them, read by every kind of command. */
export const hostileValues: TorturePart = { name: "hostile-values", run: readHostile };

async function readHostile({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const broken: string[] = [];
  let [commands, leftOut] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const path = join(folder, `${round}.db`);
    const client = startClient(embeddedAt(path));
    const files = ["policy", "host-endpoint", "allow-nodeport", "pod"].map((name) => join(EXAMPLES, `${name}.yaml`));
    const applied = await client.run("apply", ...files.flatMap((file) => ["-f", file]));
    if (applied?.code !== 0) throw new Error(`the examples are not applied: ${applied?.stderr}`);
    replaceValues(path, random);
    for (const line of LINES) {
      const answer = await inTime(client.run(...line.split(" ")));
      commands++;
      const fault = faultOf(answer, line);
      if (fault !== undefined) broken.push(`round ${round}: ${line}: ${fault}`);
      if (answer === undefined) break;
    }
    const list = await inTime(client.run("get", "all", "-A", "-o", "name"));
    const out = (list?.stderr ?? "").split(" is left out: ").length - 1;
    const shown = (list?.stdout ?? "").split("\n").filter((line) => /-odd\d+$/.test(line)).length;
    leftOut += out;
    if (shown + out !== VALUES) broken.push(`round ${round}: ${shown} shown and ${out} left out of ${VALUES} values`);
    await client.kill();
  }
  return { figures: `${commands} commands on ${rounds * VALUES} values, of which ${leftOut} were left out`, broken };
}

/** Adds the values beside those that are stored, under names of their own. */
function replaceValues(path: string, random: () => number): void {
  const database = new libsql(path);
  const rows = database.prepare("SELECT key, value FROM kv WHERE key NOT LIKE '%clusterinformations%'").all() as {
    readonly key: string;
    readonly value: string;
  }[];
  const put = database.prepare("INSERT INTO kv VALUES (?, ?, 2, 2)");
  const below = (count: number): number => Math.floor(random() * count);
  for (let at = 0; at < VALUES; at++) {
    const { key, value } = rows[below(rows.length)] ?? { key: "", value: "" };
    const steps = Array.from({ length: 1 + below(7) }, () => below(100));
    const odd = JSON.stringify(withOddField(JSON.parse(value), steps, ODD_VALUES[below(ODD_VALUES.length)]));
    put.run(`${key}-odd${at}`, below(8) === 0 ? odd.slice(0, below(odd.length)) : odd);
  }
  database.close();
}

function faultOf(answer: Answer | undefined, line: string): string | undefined {
  if (answer === undefined) return `no answer in ${LONGEST_MS / 1000} s, or the process ended`;
  const { code, stdout, stderr } = answer;
  if (code !== 0 && code !== 1) return `exit code ${code}: ${stderr.slice(0, 300)}`;
  const harmful = FAULT.exec(stderr)?.[0] ?? (/[^\P{Cc}\n]/u.test(stderr) ? "a control character" : undefined);
  if (harmful !== undefined) return harmful;
  return /ps|wide/.test(line) && /[^\P{Cc}\n]/u.test(stdout) ? "a control character" : undefined;
}

async function inTime(answer: Promise<Answer | undefined>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
