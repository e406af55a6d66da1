import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorLine, warningLine } from "../../../../src/cli/shell/io/error-line.ts";

const SRC = join(import.meta.dirname, "..", "..", "..", "..", "src");

test.each([
  [{ message: "no file" }, "error: no file\n"],
  [{ message: "no file", code: "source.unreadable" as const }, "error: no file [source.unreadable]\n"],
  [{ message: "a\u001b[1m", help: "b\u001b\nc" }, "error: a\\x1b[1m\n  b\\x1b\nc\n"],
])("%j", (error, line) => expect(errorLine(error)).toBe(line));

test("warnings", () => expect(warningLine("a\nb")).toBe("warning: a\\nb\n"));

/** Text of others in a message must not reach a terminal unescaped, and a message has one form: so it is made in one place. */
test("nothing else in src writes `error: ` or `warning: ` by hand", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const byHand = files.filter(
    (name) =>
      name !== join("cli", "shell", "io", "error-line.ts") &&
      /["'`](?:error|warning): /.test(readFileSync(join(SRC, name), "utf8")),
  );
  expect(byHand).toEqual([]);
  expect(files.length).toBeGreaterThan(200);
});
