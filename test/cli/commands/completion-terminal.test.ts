import { existsSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { embeddedConfig, hostEndpoint, open } from "../../datastore/stores.ts";
import { BINARY } from "../../support/binary.ts";
import { runCli, session } from "../../support/cli.ts";
import type { Shell } from "../../support/shells.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { missingFor, SHELL_FILES, terminalShell } from "./terminal-shell.ts";

/** Names that others stored; each would run something if a shell got it unquoted, or even in quotes of one kind. */
const HOSTILE = [
  "za-$(touch ran)",
  "zb-`touch ran`",
  "zc-;touch ran;",
  "zd-\ntouch ran\n",
  "ze-';touch ran;'",
  'zf-";touch ran;"',
  "zg-&touch ran",
];

/** A folder with a store that has these names and `good`, the built tool, and the scripts that it prints. */
async function hostileFolder(shell: Shell): Promise<{ readonly folder: string; readonly env: Record<string, string> }> {
  const { stdout } = await runCli(["completion", shell]);
  const folder = tmpFolder({ ...SHELL_FILES, [`completion.${shell}`]: stdout, "bin/README": "" });
  symlinkSync(BINARY, `${folder}/bin/calicoctl`);
  const store = await open(embeddedConfig(`${folder}/.store.db`));
  for (const name of [...HOSTILE, "good"]) await store.create(hostEndpoint(name));
  await store.close();
  return { folder, env: { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: `${folder}/.store.db` } };
}

describe.each<Shell>(["bash", "zsh", "fish"])("%s in a terminal, with the tool and a hostile store", (shell) => {
  const missing = missingFor(shell);
  test.skipIf(missing !== "")(`completes the good name, and runs nothing of the others${missing}`, async () => {
    const { folder, env } = await hostileFolder(shell);
    const terminal = await terminalShell(shell, folder, env);
    await terminal.type("calicoctl get hep go\t-o name\r", /hostendpoint\/good[\s\S]*READY> /);
    // Where nothing may be offered the line stays as it is, and running it finds nothing.
    for (const name of HOSTILE) await terminal.type(`calicoctl get hep ${name.slice(0, 3)}\t\r`, /\n[\s\S]*READY> /);
    await terminal.type("echo FIN''ISHED\r", /FINISHED/);
    const shown = await terminal.end();
    for (const name of HOSTILE) expect(shown).toContain(`HostEndpoint ${name.slice(0, 3)} does not exist`);
    expect(existsSync(`${folder}/ran`)).toBe(false);
  });
});

test("of no kind is a hostile name offered", async () => {
  const folder = tmpFolder();
  const run = session(folder);
  expect((await run("apply -f -", JSON.stringify(hostEndpoint("good")))).code).toBe(0);
  const { default: Database } = await import("libsql");
  const database = new Database(`${folder}/.store.db`);
  const put = database.prepare("INSERT OR REPLACE INTO kv VALUES (?, ?, 2, 2)");
  const kinds = allKinds().filter(({ kind }) => kind !== "ClusterInformation");
  for (const { kind, plural, namespaced } of kinds) {
    for (const name of HOSTILE) {
      const metadata = { name, ...(namespaced && { namespace: "default" }) };
      const value = JSON.stringify({ kind, apiVersion: "projectcalico.org/v3", metadata, spec: {} });
      put.run(`/calico/resources/v3/projectcalico.org/${plural}/${namespaced ? "default/" : ""}${name}`, value);
    }
  }
  database.close();
  for (const { kind, plural } of kinds) {
    const { stdout } = await run(`__complete -- get ${plural} ''`);
    expect([kind, stdout.split("\n").filter((word) => word.startsWith("z"))]).toEqual([kind, []]);
  }
  expect(kinds.length).toBeGreaterThan(10);
});
