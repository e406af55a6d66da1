import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { createJournal } from "../../../../src/cli/way-back/journal/journal.ts";
import { sealedLine, unsealed } from "../../../../src/cli/way-back/journal/sealed-line.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { PLAN } from "./plan.ts";

const KEY = "/calico/resources/v3/projectcalico.org/hostendpoints/evil";
const line = (value: object): string => sealedLine(value);
const create = (key: string, value: unknown = "x") => line({ at: 0, key, before: null, value });

/** A file of the journal, and what somebody has put there instead (`undefined` as text: the row does it itself). */
const ROWS: readonly (readonly [name: string, spoil: (journal: string) => void])[] = [
  ["a plan that is no JSON", (journal) => writeFileSync(join(journal, "plan.json"), "{")],
  ["a plan of another journal", (journal) => edit(join(journal, "plan.json"), /"id":"\w+"/, '"id":"ffffff"')],
  ["a plan of a later form", (journal) => edit(join(journal, "plan.json"), /"form":2/, '"form":3')],
  ["a plan with a damaged byte", (journal) => flip(join(journal, "plan.json"))],
  ["writes with a damaged byte", (journal) => flip(join(journal, "writes.ndjson"))],
  ["a process that is none", (journal) => edit(join(journal, "plan.json"), /"pid":\d+/, '"pid":-1')],
  ["an environment that is no text", (journal) => edit(join(journal, "plan.json"), /"env":\{/, '"env":{"A":{},')],
  [
    "a key that is not Calico's",
    (journal) => writeFileSync(join(journal, "writes.ndjson"), create("/registry/secrets/x")),
  ],
  ["a value that is no text", (journal) => writeFileSync(join(journal, "writes.ndjson"), create(KEY, { a: 1 }))],
  [
    "writes out of order",
    (journal) => writeFileSync(join(journal, "writes.ndjson"), line({ at: 5, key: KEY, before: null, value: "x" })),
  ],
  [
    "an outcome of no write",
    (journal) => writeFileSync(join(journal, "writes.ndjson"), line({ of: 3, outcome: { kind: "not-made" } })),
  ],
  [
    "a revision that is none",
    (journal) =>
      writeFileSync(
        join(journal, "writes.ndjson"),
        create(KEY) + line({ of: 0, outcome: { kind: "made", revision: "1; x" } }),
      ),
  ],
  ["a line that is a list", (journal) => writeFileSync(join(journal, "writes.ndjson"), "[]\n")],
  ["no writes", (journal) => rmSync(join(journal, "writes.ndjson"))],
  ["writes without an end", (journal) => truncateSync(join(journal, "writes.ndjson"), 300 * 1024 * 1024)],
  ["writes that others can read", (journal) => chmodSync(join(journal, "writes.ndjson"), 0o644)],
  [
    "writes that are a link",
    (journal) => {
      renameSync(join(journal, "writes.ndjson"), join(journal, "elsewhere"));
      symlinkSync("elsewhere", join(journal, "writes.ndjson"));
    },
  ],
  ["a folder that others can use", (journal) => chmodSync(journal, 0o755)],
  [
    "a decision that is none",
    (journal) => writeFileSync(join(journal, "decision"), '{"kind":"maybe"}', { mode: 0o600 }),
  ],
  [
    "a result that is none",
    (journal) => writeFileSync(join(journal, "result"), '{"kind":"taken-back"}', { mode: 0o600 }),
  ],
  ["a decision that is a folder", (journal) => mkdirSync(join(journal, "decision"))],
];

function edit(path: string, pattern: RegExp, text: string): void {
  const before = readFileSync(path, "utf8");
  expect(before).toMatch(pattern);
  const after = unsealed(before.trimEnd()) && JSON.stringify(unsealed(before.trimEnd())).replace(pattern, text);
  writeFileSync(path, sealedLine(JSON.parse(after ?? "null")));
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe("a journal that somebody else has made up, or a disk has damaged", () => {
  let folder: string;
  let journal: string;
  beforeEach(() => {
    folder = tmpFolder();
    const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: join(folder, "store.db") };
    const plan = { ...PLAN, datastore: "embedded store", access: { ...PLAN.access, env } };
    createJournal(join(folder, "way-back"), plan).writer.begin([{ key: KEY, before: undefined, value: "x" }], 1, true);
    journal = join(folder, "way-back", plan.id);
  });

  test.each(ROWS)("%s: nothing of it is done, and no command fails otherwise", async (_, spoil) => {
    const run = session(folder, { env: { CALICOCTL_STATE_DIR: folder } });
    spoil(journal);
    for (const command of ["rollback 0a1b2c", "rollback"]) {
      const { code, stderr } = await run(command);
      expect(code, stderr).toBe(1);
      expect(stderr).toContain("[way-back.journal]");
    }
    const expired = await run("rollback --all-expired");
    expect(expired, expired.stderr).toMatchObject({ code: 1, stderr: expect.stringMatching(/remove \S+0a1b2c\n/) });
    const listed = await run("rollback --list");
    expect(listed).toMatchObject({ code: 0, stdout: expect.stringContaining("0a1b2c") });
    const written = await run("label hep none a=b");
    expect(written.stderr).toContain("HostEndpoint none does not exist");
  });
});
