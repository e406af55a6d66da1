import { describe, expect, test } from "vitest";
import { hasCorpus, needsCorpus, recordedLines } from "./corpus.ts";
import { BETTER_3_32, DIFFERENT_3_32 } from "./differences-v3.32.ts";
import { masked, play, type Transcript } from "./transcripts.ts";

/** Recorded successes whose output or effect is different here, each with its reason; they still run. */
const DIFFERENT: Readonly<Record<string, string>> = {
  ...reason("`version` tells this tool's own version, not that of a calicoctl it is not", [
    "mismatch-same-version",
    "mismatch-old-version",
    "mismatch-dirty-version",
    "mismatch-nov-version",
  ]),
  ...reason("a stored field that v3.9 does not know is shown, not hidden", ["badkv-extra"]),
};

/** Recorded failures that succeed here, each with its reason. */
const BETTER: Readonly<Record<string, string>> = {
  ...reason("directories are read, as v3.32 does", [
    "apply-dir-emptyfile",
    "apply-dir-order",
    "apply-dir-slash",
    "create-combined-shorts",
    "create-dir",
    "create-dir-emptyfile",
    "delete-dir",
    "delete-dir-R",
    "replace-dir",
    "replace-dir-R",
    "replace-dir-emptyfile",
  ]),
  ...reason("`kind: List` is read, and a typed list whose items name no kind", [
    "create-kindlist",
    "delete-kindlist",
    "delete-typedlist",
    "replace-typedlist",
  ]),
  ...reason("KIND/NAME and lists of kinds are understood", ["delete-slash", "get-comma", "get-slash"]),
  ...reason("`get all` and `-o name` exist", ["get-empty-all", "get-o-20"]),
  ...reason("-f may be repeated", ["create-two-f"]),
  ...reason("--allow-version-mismatch exists, as in v3.32", ["top-allow-mismatch"]),
  ...reason("--context is accepted, as in v3.32", ["top-context-after"]),
  ...reason("--log-level is ignored, whatever its value", ["top-loglevel-bad"]),
  ...reason("`version --client` exists, as in v3.32", ["version-client"]),
};

function reason(why: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

/** Command families that are about the way to etcd, not about resources: test/datastore has them. v3.9.5 has no `patch`. */
const ELSEWHERE = new Set(["conn", "config", "convert", "datastore"]);

const all = recordedLines<Transcript>("cli.jsonl").filter(
  ({ calico, family, argv }) =>
    !ELSEWHERE.has(family) &&
    !(family === "patch" && calico === "v3.9.5") &&
    !argv.some((arg) => arg === "-h" || arg === "--help"),
);

/** Per recorded release: what differs on purpose or does not yet agree, and the part of all cases that must agree. */
const RELEASES = [
  { calico: "v3.9.5", different: DIFFERENT, better: BETTER, least: 0.9 },
  { calico: "v3.32.1", different: DIFFERENT_3_32, better: BETTER_3_32, least: 0.9 },
];

async function differences(transcript: Transcript): Promise<string[]> {
  const { ran, stored } = await play(transcript);
  const found: string[] = [];
  if (ran.code !== 0) found.push(`exit ${ran.code}: ${ran.stderr}`);
  const stdout = masked(ran.stdout);
  if (transcript.stable !== false && stdout !== masked(transcript.stdout)) {
    found.push(`stdout:\n${stdout}recorded:\n${masked(transcript.stdout)}`);
  }
  const [ours, theirs] = [masked(JSON.stringify(stored)), masked(JSON.stringify(transcript.etcd_after))];
  if (ours !== theirs) found.push(`stored:\n${ours}\nrecorded:\n${theirs}`);
  return found;
}

describe.skipIf(!hasCorpus).each(RELEASES)(`transcripts of calicoctl $calico${needsCorpus}`, (release) => {
  const { calico, different, better, least } = release;
  const own = all.filter((transcript) => transcript.calico === calico);
  const cases = own.filter(({ exit }) => exit === 0);
  const failures = own.filter(({ exit }) => exit !== 0);

  test("success lines, tables and stored bytes are the recorded ones", { timeout: 120_000 }, async () => {
    const misses: string[] = [];
    for (const transcript of cases) {
      const found = await differences(transcript);
      if (found.length > 0) misses.push(transcript.name);
      if (found.length > 0 && !Object.hasOwn(different, transcript.name)) {
        process.stderr.write(`${transcript.name} (${transcript.argv.join(" ")}): ${found.join("\n")}\n`);
      }
    }
    process.stdout.write(`cli ${calico} successes: ${cases.length - misses.length} of ${cases.length} agree\n`);
    expect(misses.sort()).toEqual(Object.keys(different).sort());
    expect(cases.length).toBeGreaterThan(200);
    expect(misses.length / cases.length).toBeLessThanOrEqual(1 - least);
  });

  test("what fails there fails here, with a message; all that is written is what the real one writes, or nothing", {
    timeout: 120_000,
  }, async () => {
    const misses: string[] = [];
    for (const transcript of failures) {
      const { ran, before, stored } = await play(transcript);
      const [was, is, real] = [before, stored, transcript.etcd_after].map((state) => masked(JSON.stringify(state)));
      const written = is === was ? "nothing" : is === real ? "the same" : "something else";
      const told = ran.stderr !== "" && !/^Error|^\s+at /m.test(ran.stderr);
      if (ran.code !== 0 && told && written !== "something else") continue;
      misses.push(transcript.name);
      if (!Object.hasOwn(better, transcript.name)) {
        process.stderr.write(
          `${transcript.name} (${transcript.argv.join(" ")}): exit ${ran.code}, wrote ${written}\n${ran.stdout}${ran.stderr}\n`,
        );
      }
    }
    process.stdout.write(`cli ${calico} failures: ${failures.length - misses.length} of ${failures.length} agree\n`);
    expect(misses.sort()).toEqual(Object.keys(better).sort());
  });
});
