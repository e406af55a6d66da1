import { describe, expect, test } from "vitest";
import { type Out, outOf } from "../../../../src/cli/shell/io/out.ts";
import { printDiagnostics } from "../../../../src/cli/shell/io/print-diagnostics.ts";
import { HARMFUL_CHARACTERS, harmfulIn } from "../../../model/harmful-characters.ts";
import { testIo } from "../../../support/cli.ts";

type Kind = "a file" | "a terminal" | "a workflow's log";
const STREAMS: Readonly<Record<Kind, readonly [isTTY: boolean, env: Record<string, string>]>> = {
  "a file": [false, {}],
  "a terminal": [true, {}],
  "a workflow's log": [false, { GITHUB_ACTIONS: "true" }],
};

function written(kind: Kind, write: (out: Out) => void): string {
  const [isTTY, env] = STREAMS[kind];
  let text = "";
  const put = (more: string): void => {
    text += more;
  };
  write(outOf({ put, drained: () => Promise.resolve(), onClose: () => () => {}, isTTY }, env));
  return text;
}

const RED = "\u001b[31mno\u001b[39m";

/** What is written by which method to what, and what arrives there. */
test.each<[method: "write" | "writeData" | "writeRaw" | "overwrite", to: Kind, text: string, arrives: string]>([
  ["write", "a file", "a\nb\u001b[2J\t\u202e\n", "a\nb\\x1b[2J\\t\\u202e\n"],
  ["write", "a terminal", "a\nb\u001b[2J\t\u202e\n", "a\nb\\x1b[2J\\t\\u202e\n"],
  ["write", "a terminal", RED, RED],
  ["write", "a file", RED, "\\x1b[31mno\\x1b[39m"],
  // Hidden text, a moved cursor and a title are no colours.
  ["write", "a terminal", "\u001b[8mx\u001b[1;31m\u001b]0;t\u0007", "\\x1b[8mx\\x1b[1;31m\\x1b]0;t\\x07"],
  [
    "write",
    "a workflow's log",
    "::error::x\n  ::add-mask::y\n##[error]z\n",
    "\\x3a:error::x\n  \\x3a:add-mask::y\n\\x23#[error]z\n",
  ],
  ["write", "a workflow's log", "a ::b from fe80::1\n", "a ::b from fe80::1\n"],
  // The runner passes over any white space, also a no-break space.
  ["write", "a workflow's log", "\u00a0\u3000::error a=b::x\n", "\u00a0\u3000\\x3a:error a=b::x\n"],
  ["write", "a workflow's log", "::1\n::1,::2\n::/0   x\n", "::1\n::1,::2\n::/0   x\n"],
  ["write", "a workflow's log", "::err", "\\x3a:err"],
  ["write", "a terminal", "::1\n", "::1\n"],
  ["writeData", "a workflow's log", "::error title=x::y\n", "::error title=x::y\n"],
  ["writeData", "a terminal", `{"a": "\u200b"}${RED}\n`, `{"a": "\\u200b"}\\x1b[31mno\\x1b[39m\n`],
  ["writeRaw", "a file", `\u0000\t\u001b[2J\u202e${RED}`, `\u0000\t\u001b[2J\u202e${RED}`],
  ["writeRaw", "a terminal", `a\tb\n\u0000\u001b[2J\u202e${RED}`, "a\tb\n\\x00\\x1b[2J\\u202e\\x1b[31mno\\x1b[39m"],
  ["overwrite", "a terminal", "applied 1\n\u001b[2J", "\rapplied 1\\n\\x1b[2J"],
])("%s to %s: %j", (method, to, text, arrives) => expect(written(to, (out) => out[method](text))).toBe(arrives));

describe.each(Object.keys(STREAMS) as Kind[])("to %s", (kind) => {
  const all = HARMFUL_CHARACTERS.join("x");
  test("nothing harmful arrives, whoever forgot to escape it", () => {
    for (const method of ["write", "writeData"] as const)
      expect(harmfulIn(written(kind, (out) => out[method](all)))).toBeUndefined();
  });
});

test("a template's tabs reach a terminal, and nothing else of its controls", () => {
  const shown = written("a terminal", (out) => out.writeRaw(HARMFUL_CHARACTERS.join("x")));
  expect(harmfulIn(shown.replace("\t", ""))).toBeUndefined();
});

test.each<[env: Record<string, string>, tty: boolean, coloured: boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ TERM: "dumb" }, true, false],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, true],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, false],
])("colours with %j, a terminal: %s", (env, tty, coloured) => {
  const { io, written } = testIo({ env, tty });
  printDiagnostics([{ severity: "error", code: "field.type", message: "no" }], [], io);
  const red = "\u001b[31m\u001b[1merror:\u001b[22m\u001b[39m no \u001b[2m[field.type]\u001b[22m\n";
  expect(written.stderr).toBe(coloured ? red : "error: no [field.type]\n");
});
