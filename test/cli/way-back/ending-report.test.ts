import { expect, test } from "vitest";
import { reportTakenBack } from "../../../src/cli/way-back/ending-report.ts";
import type { RestoredKey } from "../../../src/datastore/way-back/restore.ts";
import { testIo } from "../../support/cli.ts";

const KEY = (name: string): string => `/calico/resources/v3/projectcalico.org/hostendpoints/${name}`;
const now = { key: KEY("c"), value: '{"spec":"\u001b[31m"}', modRevision: "17", createRevision: "3" };

/** What became of the keys, the exit code, and what is said. */
test.each<readonly [RestoredKey[], number, string]>([
  [
    [
      { key: KEY("a"), result: "restored" },
      { key: KEY("b"), result: "created again", why: "it has a new uid" },
    ],
    3,
    "HostEndpoint a has again what it had before\nHostEndpoint b is created again: it has a new uid\ntaken back: 2 of 2 resources\n",
  ],
  [
    [{ key: KEY("c"), result: "left alone", now }],
    3,
    'HostEndpoint c was changed by another writer since, and is left alone: it is at resourceVersion 17, {"spec":"\\x1b[31m"}\ntaken back: 0 of 1 resources; 1 left alone\n',
  ],
  [
    [
      { key: KEY("a"), result: "deleted" },
      { key: KEY("d"), result: "refused", why: "there is no namespace" },
    ],
    1,
    "HostEndpoint a is deleted again\nHostEndpoint d could not be restored: there is no namespace\nerror: 1 of 2 resources could not be restored [way-back.refused]\n  `calicoctl rollback` tries them again\n",
  ],
])("%j", (keys, code, said) => {
  const { io, written } = testIo();
  expect(reportTakenBack(keys, io)).toBe(code);
  expect(written).toEqual({ stdout: "", stderr: said });
});

test("of many, those that are not as before are all named", () => {
  const { io, written } = testIo();
  const many = Array.from({ length: 300 }, (_, at): RestoredKey => ({ key: KEY(`h${at}`), result: "restored" }));
  reportTakenBack([...many, { key: KEY("c"), result: "left alone" }], io);
  expect(written.stderr.split("\n")).toHaveLength(100 + 1 + 1 + 1 + 1);
  expect(written.stderr).toContain(
    "HostEndpoint c was changed by another writer since, and is left alone: it is deleted\n... and 200 more\ntaken back: 300 of 301 resources; 1 left alone\n",
  );
});
