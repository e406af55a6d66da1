import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

const head = "apiVersion: projectcalico.org/v3\nkind: Node\nmetadata:\n  name: n1\n  annotations:\n    note: ";
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const BAD = "it is not UTF-8 text [source.unreadable]";

/** The bytes of a manifest, and the error; none where it is valid. */
test.each<[what: string, content: Buffer, message: string]>([
  ["ASCII", bytes(head, '"x"\n'), ""],
  ["UTF-8", bytes(head, '"caf\u00e9 \ud83d\ude00"\n'), ""],
  ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], head, '"x"\n'), ""],
  ["the replacement character itself", bytes(head, '"\ufffd"\n'), ""],
  ["Latin-1", bytes(head, '"caf', [0xe9], '"\n'), BAD],
  ["a byte that never occurs", bytes(head, '"', [0xff], '"\n'), BAD],
  ["a character cut off at the end", bytes(head, "x # ", [0xc3]), BAD],
  ["a surrogate", bytes(head, '"', [0xed, 0xa0, 0x80], '"\n'), BAD],
  [
    "a character over the end of a piece",
    bytes(head, '"', "x".repeat(256 * 1024 - head.length - 2), "\u00e9", '"\n'),
    "",
  ],
])("%s", async (_, content, message) => {
  const file = join(tmpFolder(), "node.yaml");
  writeFileSync(file, content);
  const { code, stderr } = await runCli(["validate", "-f", file]);
  expect(code).toBe(message === "" ? 0 : 1);
  expect(stderr).toContain(message);
});
