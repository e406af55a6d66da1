import libsql from "libsql";
import { expect, test } from "vitest";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, hostEndpoint, open } from "../stores.ts";

const PREFIX = "/calico/resources/v3/projectcalico.org/hostendpoints/";
const hex = (text: string): string => Buffer.from(text).toString("hex");

/** A store with one host endpoint, `good`, after another program ran these statements on its file. */
async function storeAfter(...statements: readonly string[]) {
  const config = embeddedConfig(`${tmpFolder()}/s.db`);
  const store = await open(config);
  await store.create(hostEndpoint("good"));
  const other = new libsql(config.path);
  for (const statement of statements) other.exec(`${statement};`);
  other.close();
  return store;
}

/** The key and the value of a row, as SQL, and what the store says of it: its labels, or why it is left out. */
const ROWS: readonly (readonly [what: string, key: string, value: string, read: object])[] = [
  ["a value of bytes that are no JSON", `'${PREFIX}a'`, "x'ff00'", { reason: "the stored value is not a JSON object" }],
  ["a value that is a number", `'${PREFIX}a'`, "5", { reason: "the stored value is not a JSON object" }],
  [
    "a text that is not UTF-8",
    `'${PREFIX}a'`,
    `CAST(x'${hex('{"metadata":{"name":"a","labels":{"x":"')}ff${hex('"}}}')}' AS TEXT)`,
    { labels: { x: "\ufffd" } },
  ],
  [
    "JSON in bytes",
    `'${PREFIX}a'`,
    `x'${hex('{"metadata":{"name":"a","labels":{"x":"y"}}}')}'`,
    { labels: { x: "y" } },
  ],
  [
    "a key that is not UTF-8",
    `CAST(x'${hex(PREFIX)}61ff' AS TEXT)`,
    `'{"metadata":{"name":"a"}}'`,
    { reason: "the key is not UTF-8" },
  ],
];

test.each(ROWS)("%s", async (_, key, value, read) => {
  const store = await storeAfter(`INSERT INTO kv VALUES (${key}, ${value}, 2, 2)`);
  const { items, unreadable } = await store.list("HostEndpoint");
  const others = items.filter(({ metadata }) => metadata.name !== "good");
  expect(items.length - others.length).toBe(1);
  expect([...others.map(({ metadata: { labels } }) => ({ labels })), ...unreadable]).toMatchObject([read]);
  await store.close();
});

test.each(["'abc'", "1.5", "9007199254740993"])("a revision that is none, %s, is a damaged file", async (revision) => {
  const store = await storeAfter(`INSERT INTO kv VALUES ('${PREFIX}a', '{}', 2, ${revision})`);
  await expect(store.list("HostEndpoint")).rejects.toMatchObject({
    code: "datastore.damaged",
    message: expect.stringContaining(`the revision of the key \`${PREFIX}a\` is not a number`),
  });
  await store.close();
});
