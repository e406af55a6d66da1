import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { withCalls } from "../../scripts/bundle/script-calls.ts";
import { SELDOM } from "../../scripts/bundle/tool-scripts.ts";

const [RARE = ""] = SELDOM;

/** What is loaded, in order, as a script runs whose modules export the number of times that they were asked for. */
function run(code: string): { readonly loaded: readonly string[]; readonly value: unknown } {
  const loaded: string[] = [];
  const moduleOf = (script: string) => (path: string) => {
    loaded.push(`${script} ${path}`);
    return { count: loaded.length };
  };
  // What the loader does, for a command that is short.
  const moduleWhenUsed = (load: () => object, keep: (module: object) => void) =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          const module = load();
          keep(module);
          return Reflect.get(module, name);
        },
      },
    );
  const require = Object.assign(moduleOf, { moduleWhenUsed });
  const read: unknown[] = [];
  runInNewContext(withCalls(code), { require, read, copy: (loaded: object) => ({ ...loaded }) });
  return { loaded, value: read };
}

test.each<[what: string, code: string, loaded: readonly string[], value: readonly unknown[]]>([
  [
    "a module is loaded as it is imported",
    'var a=require("./base.cjs#src/a.ts"),b=require("./main.cjs#src/b.ts");read.push(b.count,a.count)',
    ["./base.cjs src/a.ts", "./main.cjs src/b.ts"],
    [2, 1],
  ],
  ["what is seldom used is not", `var a=require("./seldom.cjs#${RARE}");read.push(typeof a)`, [], ["object"]],
  [
    "but once it is used, and only once",
    `var a=require("./seldom.cjs#${RARE}");read.push(a.count,a.none,a.count)`,
    [`./seldom.cjs ${RARE}`],
    [1, undefined, 1],
  ],
  [
    "also where the variable is declared apart, as it is in a module that is run later",
    `var b,a;a=require("./seldom.cjs#${RARE}"),b=require("./seldom.cjs#${RARE}");read.push(b.count,a.count,b.count)`,
    [`./seldom.cjs ${RARE}`, `./seldom.cjs ${RARE}`],
    [1, 2, 1],
  ],
  [
    "`import()` gets the module itself",
    'const load=()=>copy(require("./main.cjs#src/a.ts"));read.push(load().count)',
    ["./main.cjs src/a.ts"],
    [1],
  ],
])("%s", (_, code, loaded, value) => {
  expect(run(code)).toEqual({ loaded, value });
  expect(withCalls(code)).not.toContain("copy(");
});
