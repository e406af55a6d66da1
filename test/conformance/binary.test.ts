import { describe, expect, test } from "vitest";
import { runBinary } from "../support/binary.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { sized } from "../support/full.ts";
import { tmpFolder } from "../support/tmp.ts";
import { recordedLines } from "./corpus.ts";
import type { Scenario } from "./flows.ts";
import { masked, type Transcript } from "./transcripts.ts";

/** Every so many recorded scenarios of a file are run through the built tool; the library runs all of them. */
const SAMPLED = [
  ["flows-extra.jsonl", "v3.7", 30],
  ["flows-extra-v3.32.jsonl", "v3.32", 30],
  ["flows-handmade.jsonl", "v3.7", 30],
  ["flows-random.jsonl", "v3.7", 80],
  ["flows-selectors.jsonl", "v3.7", 20],
  ["flows-handmade-v3.32.jsonl", "v3.32", 30],
] as const;

describe("recorded flows through the built tool", () => {
  test.each(SAMPLED)("%s as Calico %s", async (file, version, every) => {
    const scenarios = recordedLines<Scenario>(file).filter((_, i) => i % (every * sized(1, 8)) === 0);
    let [agree, all] = [0, 0];
    const misses: string[] = [];
    for (const scenario of scenarios) {
      // A case minus its resources is a flow file, as it stands.
      const { resources, ...file } = scenario;
      const { name, flows: recorded } = scenario;
      const folder = tmpFolder({
        "resources.json": JSON.stringify({ apiVersion: "v1", kind: "List", items: resources }),
        "flows.json": JSON.stringify(file),
      });
      const ran = await runBinary(
        [
          "simulate",
          "--offline",
          "-f",
          "resources.json",
          "--flows",
          "flows.json",
          "-o",
          "json",
          "--calico-version",
          version,
        ],
        { cwd: folder },
      );
      expect(ran.code, `${name}: ${ran.stderr}`).toBe(0);
      const answers = (JSON.parse(ran.stdout) as { flows: { verdict: string; return?: string }[] }).flows;
      expect(answers).toHaveLength(recorded.length);
      for (const [i, flow] of recorded.entries()) {
        all++;
        const same =
          answers[i]?.verdict === flow.verdict && (flow.return === undefined || answers[i]?.return === flow.return);
        if (same) agree++;
        else misses.push(`${name}[${i}]`);
      }
    }
    process.stdout.write(
      `${file}, ${scenarios.length} scenarios through the built tool: ${agree} of ${all} flows agree\n`,
    );
    expect(misses).toEqual([]);
    expect(all).toBeGreaterThan(sized(300, 30));
  });
});

describe.skipIf(!hasEtcd)(`transcripts through the built tool, on etcd${needsEtcd}`, () => {
  const FAMILIES = ["create", "apply", "delete", "get", "table", "replace", "oldpolicy"];
  const cases = recordedLines<Transcript>("cli.jsonl").filter(
    ({ calico, exit, family, raw_etcd, argv }) =>
      calico === "v3.9.5" &&
      exit === 0 &&
      FAMILIES.includes(family) &&
      raw_etcd === undefined &&
      !argv.includes("--help"),
  );
  const sample = FAMILIES.flatMap((family) =>
    cases.filter((one) => one.family === family && !one.argv.join().includes("go-template")).slice(0, sized(2, 1)),
  );

  test.each(sample.map((one) => [one.name, one] as const))("%s", async (_, transcript) => {
    const etcd = await startEtcd();
    try {
      const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: etcd.endpoint };
      const cwd = tmpFolder(transcript.files);
      for (const stdin of transcript.setup) await runBinary(["apply", "-f", "-"], { stdin, env, cwd });
      for (const argv of transcript.pre_commands ?? []) await runBinary(argv, { env, cwd });
      const ran = await runBinary(transcript.argv, { stdin: transcript.stdin ?? "", env, cwd });
      expect({ code: ran.code, stdout: masked(ran.stdout) }).toEqual({
        code: 0,
        stdout: masked(transcript.stdout ?? ""),
      });
    } finally {
      await etcd.stop();
    }
  });
});
