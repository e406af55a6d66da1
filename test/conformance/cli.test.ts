import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calicoctlOptions } from "../../src/cli/shell/line/abbreviated-options.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { declarationOf } from "../support/declarations.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { FULL, sampled } from "../support/full.ts";
import { recordedLines } from "./corpus.ts";
import { differencesOf, type Release } from "./differences.ts";
import { notTaken } from "./help.ts";
import { masked, type Played, play, playOnEtcd, type Transcript } from "./transcripts.ts";

/** Families about the way to the datastore: played on an etcd. */
const ON_ETCD = new Set(["conn", "config"]);

const all = recordedLines<Transcript>("cli.jsonl").filter(({ family }) => hasEtcd || !ON_ETCD.has(family));

/** Per recorded release the part of its cases that must agree, or differ on purpose. */
const RELEASES: readonly { calico: Release; least: number }[] = [
  { calico: "v3.9.5", least: 0.98 },
  { calico: "v3.32.1", least: 0.9 },
];

/** What differs in a recorded success: exit code, standard output, what is stored; of a help text, what it lists and this tool does not take. */
async function differencesIn(transcript: Transcript, { ran, stored }: Played): Promise<readonly string[]> {
  const differences: string[] = [];
  if (ran.code !== 0) differences.push(`exit ${ran.code}: ${ran.stderr}`);
  if (transcript.help !== undefined) {
    const [first = ""] = transcript.argv;
    return [
      ...differences,
      ...(await notTaken(first.startsWith("-") ? "" : first, transcript.help, transcript.calico)),
    ];
  }
  const stdout = masked(ran.stdout);
  if (transcript.stable !== false && stdout !== masked(transcript.stdout ?? "")) {
    differences.push(`stdout:\n${stdout}recorded:\n${masked(transcript.stdout ?? "")}`);
  }
  const [ours, theirs] = [masked(JSON.stringify(stored)), masked(JSON.stringify(transcript.etcd_after))];
  if (ours !== theirs) differences.push(`stored:\n${ours}\nrecorded:\n${theirs}`);
  return differences;
}

/** What differs in a recorded failure: ours must fail, say why, name the resource, and write what the real one wrote or nothing. */
function faultsIn(transcript: Transcript, { ran, before, stored }: Played): readonly string[] {
  const differences: string[] = [];
  const [was, is, real] = [before, stored, transcript.etcd_after].map((state) => masked(JSON.stringify(state)));
  if (ran.code === 0) differences.push("succeeds");
  if (is !== was && is !== real) differences.push(`writes something else: ${is}`);
  if (ran.stderr === "" || /^Error|^\s+at /m.test(ran.stderr)) differences.push(`does not say why: ${ran.stderr}`);
  const unnamed = (transcript.names ?? []).filter((name) => !ran.stderr.includes(name));
  if (ran.code !== 0 && unnamed.length > 0) differences.push(`does not name ${unnamed.join(", ")}: ${ran.stderr}`);
  return differences;
}

describe.each(RELEASES)(`transcripts of calicoctl $calico${needsEtcd}`, (release) => {
  const { calico, least } = release;
  const recorded = all.filter((transcript) => transcript.calico === calico);
  const cases = sampled(recorded, 8);
  const listed = differencesOf(calico);
  const misses: string[] = [];
  let etcd: EtcdServer | undefined;
  beforeAll(async () => {
    if (hasEtcd) etcd = await startEtcd();
  });
  afterAll(() => etcd?.stop());

  const run = (transcript: Transcript): Promise<Played> =>
    etcd !== undefined && ON_ETCD.has(transcript.family) ? playOnEtcd(transcript, etcd.endpoint) : play(transcript);
  /** Plays cases, prints every difference that is not listed, and returns how many agree. */
  async function compare(
    part: readonly Transcript[],
    judge: (transcript: Transcript, played: Played) => readonly string[] | Promise<readonly string[]>,
  ): Promise<number> {
    let agree = 0;
    for (const transcript of part) {
      const differences = await judge(transcript, await run(transcript));
      if (differences.length === 0) {
        agree++;
        continue;
      }
      misses.push(transcript.name);
      if (!listed.has(transcript.name))
        process.stderr.write(`${transcript.name} (${transcript.argv.join(" ")}): ${differences.join("\n")}\n`);
    }
    return agree;
  }

  test("as recorded, but for what is listed", async () => {
    const successes = cases.filter(({ exit }) => exit === 0);
    const failures = cases.filter(({ exit }) => exit !== 0);
    const succeeded = await compare(successes, differencesIn);
    const failed = await compare(failures, faultsIn);
    const better = misses.filter((name) => listed.get(name)?.intended === true).length;
    const share = (count: number) => `${count} of ${cases.length} (${((100 * count) / cases.length).toFixed(1)} %)`;
    process.stdout.write(
      `cli ${calico}: ${share(succeeded + failed)} agree: successes ${succeeded} of ${successes.length}, failures ${failed} of ${failures.length}\n` +
        `cli ${calico}: ${share(succeeded + failed + better)} agree or differ on purpose; not yet: ${misses.length - better}\n`,
    );
    expect(misses.sort()).toEqual([...listed.keys()].filter((name) => cases.some((one) => one.name === name)).sort());
    if (!FULL) return;
    expect(cases.length).toBeGreaterThan(400);
    expect((succeeded + failed + better) / cases.length).toBeGreaterThanOrEqual(least);
  });

  test("abbreviations refer to the options that the recorded help lists", async () => {
    const profile = calicoVersionRules(calico) ?? DEFAULT_CALICO;
    const helps = recorded.filter(({ help, family }) => help !== undefined && family !== "sub");
    for (const { argv, help, name } of helps) {
      const [first = ""] = argv;
      const declaration = await declarationOf(first.startsWith("-") ? "" : first);
      const ours = calicoctlOptions(declaration, profile).filter((long) => long !== "version");
      expect([...ours].sort(), name).toEqual([...new Set(help?.options.map(({ long }) => long.slice(2)))].sort());
    }
    expect(helps.length).toBeGreaterThan(4);
  });
});

test("every listed difference is of a recorded case", () => {
  const recorded = new Set(all.map(({ name, calico }) => `${calico} ${name}`));
  for (const { calico } of RELEASES) {
    const stale = [...differencesOf(calico).keys()].filter((name) => !recorded.has(`${calico} ${name}`));
    expect(stale.filter(() => hasEtcd)).toEqual([]);
  }
});
