import libsql from "libsql";
import { describe, expect, test, vi } from "vitest";
import { readPrefix } from "../../../src/datastore/embedded/packed-rows.ts";
import { readRows } from "../../../src/datastore/embedded/rows.ts";
import { SCHEMA } from "../../../src/datastore/embedded/schema.ts";
import { tmpFolder } from "../../support/tmp.ts";

/** A store with the rows that statements make. */
function databaseWith(...statements: readonly string[]) {
  const database = new libsql(`${tmpFolder()}/s.db`);
  for (const statement of [SCHEMA, ...statements]) database.exec(statement);
  return database;
}

const row = (key: string, value: string) => `INSERT INTO kv VALUES (${key}, ${value}, 2, 3)`;
const numbered = (count: number) =>
  `INSERT INTO kv WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
   SELECT printf('/k%05d', i), 'v' || i, i, i FROM n`;

describe("rows that are read as one are those that are read one by one", () => {
  test.each([
    ["none", []],
    ["of plain text", [row("'/a'", "'x'"), row("'/b'", "''"), row("'0'", "'not below the prefix'")]],
    ["of other text than ASCII", [row("'/ä'", "'ß'"), row("'/b'", "'€𝄞'"), row("'/c'", "'c'")]],
    ["with a text that is not UTF-8", [row("'/a'", "CAST(x'61ff62' AS TEXT)"), row("CAST(x'2fff' AS TEXT)", "'b'")]],
    ["with a NUL", [row("'/a'", "CAST(x'610062' AS TEXT)"), row("'/b'", "'b'")]],
    ["with bytes and numbers", [row("'/a'", "x'6162'"), row("'/b'", "5"), row("x'2f63'", "'c'")]],
    ["as many as are read at once", [numbered(10_000)]],
    ["one more than are read at once", [numbered(10_001)]],
    [
      "some more, after a key that is not UTF-8",
      [numbered(9_999), row("CAST(x'2f6b3039393939ff' AS TEXT)", "'a'"), row("'/k1'", "'b'")],
    ],
  ])("%s", (_, statements) => {
    const database = databaseWith(...statements);
    for (const limit of [undefined, 0, 1, 2, 10_000, 10_001]) {
      expect(readPrefix(database, "/", limit).kvs).toEqual(readRows(database, ["/", "/\u{10ffff}"], limit));
    }
    database.close();
  });
});

test("further rows are looked for behind the last key that was read, not counted again from the first", () => {
  const database = databaseWith(numbered(25_000));
  const all = vi.spyOn(Object.getPrototypeOf(database.prepare("SELECT 1")), "all");
  readPrefix(database, "/");
  const first = all.mock.calls.flatMap(([from, , limit]) => (limit === undefined ? [] : [String(from)]));
  all.mockRestore();
  expect(first).toEqual(["/", "/k10000\0", "/k20000\0"]);
  database.close();
});
