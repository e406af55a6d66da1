import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { shellWord } from "../../src/model/shell-word.ts";
import { embeddedConfig, hostEndpoint, open } from "../datastore/stores.ts";
import { runCli } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

/** A text and how a hint writes it; a shell reads the same text back. */
test.each([
  ["eth0", "eth0"],
  ["k8s/ns.a:b=c,d@e+f", "k8s/ns.a:b=c,d@e+f"],
  ["", "''"],
  ["a b", "'a b'"],
  ["$(touch ran)", "'$(touch ran)'"],
  ["a;b", "'a;b'"],
  ["it's", `"it's"`],
  ["a == 'b'", `"a == 'b'"`],
  ["'$(x)'", `''\\''$(x)'\\'''`],
  ["'`x`'", `''\\''\`x\`'\\'''`],
  ["'\\'", `''\\''\\'\\'''`],
  ["*", "'*'"],
  ["a\nb", `"$(printf 'a\\nb')"`],
  ["$(id)\n::error::it's 5% \\n", `"$(printf '$(id)\\n::error::it'\\''s 5%% \\\\n')"`],
])("%j is written %s", (text, written) => {
  expect(shellWord(text)).toBe(written);
  expect(spawnSync("sh", ["-c", `printf %s ${written}`], { encoding: "utf8" }).stdout).toBe(text);
});

/** Hints that repeat a stored value or a word of the line as part of a command. */
test.each([
  [["simulate", "tcp", "10.0.0.1", "10.0.0.2:80", "--in", "eth0"], "--node 'n;touch ran'"],
  [["simulate", "tcp", "10.0.0.1", "10.0.0.2:80", "--node", "n;touch ran"], "--in '$(id)'"],
  [["guard", "b;id"], "`-f 'b;id'`"],
  [["get", "b;id.yaml"], "`-f 'b;id.yaml'`"],
])("%j", async (argv, hint) => {
  const path = `${tmpFolder()}/.store.db`;
  const store = await open(embeddedConfig(path));
  const { metadata, ...resource } = hostEndpoint("a");
  for (const [name, node] of [
    ["a", "n;touch ran"],
    ["b", "m"],
  ] as const) {
    await store.create({ ...resource, metadata: { name }, spec: { node, interfaceName: "$(id)" } });
    await store.create({ ...resource, metadata: { name: `${name}2` }, spec: { node, interfaceName: "eth0" } });
  }
  await store.close();
  const ran = await runCli(argv, { env: { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: path } });
  expect(ran.code).toBeGreaterThan(0);
  expect(ran.stderr).toContain(hint);
});
