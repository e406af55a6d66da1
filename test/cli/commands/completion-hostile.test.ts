import { chmodSync, existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { embeddedConfig, hostEndpoint, open } from "../../datastore/stores.ts";
import { runCli, session } from "../../support/cli.ts";
import { hasShell, type Shell, typeInto } from "../../support/shells.ts";
import { tmpFolder } from "../../support/tmp.ts";

/** Names that others may have stored, and that no API server of Calico accepts: a shell would act on them. */
const HOSTILE = [
  "a$(touch ran)",
  "a`touch ran`",
  "a;touch ran",
  "a&touch ran",
  "a|touch ran",
  "a>ran",
  "a\ntouch ran",
  "a\ttouch",
  "a b",
  "a'b",
  'a"b',
  "a\\b",
  "a*",
  "a{b,c}",
  "a~",
  "a\u001b[31m",
  "-rf",
  "--all",
  "a$HOME",
  "a!1",
  "a#",
  "a\u00e9",
  "A",
];

const policy = (name: string, namespace: string) => ({
  apiVersion: "projectcalico.org/v3",
  kind: "NetworkPolicy",
  metadata: { name, namespace },
  spec: { selector: "all()" },
});

describe("stored names", () => {
  const folder = tmpFolder();
  const run = session(folder);
  beforeAll(async () => {
    const store = await open(embeddedConfig(`${folder}/.store.db`));
    for (const name of [...HOSTILE, "a-valid", "a.valid"]) {
      await store.create(hostEndpoint(name));
      await store.create(policy(name, "ns1"));
      await store.create(policy("p", name));
    }
    await store.create(policy("knp.default.p", "ns1"));
    await store.close();
  });

  test.each([
    ["get hep ''", ["a-valid", "a.valid"]],
    ["get hep/", ["hep/a-valid", "hep/a.valid"]],
    // A policy's name has no dots, but for those that stand for Kubernetes' own.
    ["get np -n ns1 ''", ["a-valid", "knp.default.p"]],
    ["get np -n ''", ["a-valid", "ns1"]],
    ["get np --namespace=", ["--namespace=a-valid", "--namespace=ns1"]],
    ["get hep -", null],
  ])("`%s` offers only what Calico accepts as a name", async (line, words) => {
    const { stdout } = await run(`__complete -- ${line}`);
    const offered = stdout.split("\n").filter((word) => word !== "");
    if (words !== null) expect(offered.sort()).toEqual(words);
    else expect(offered.filter((word) => HOSTILE.includes(word))).toEqual([]);
  });
});

test("other texts of stored resources are neither values nor reach a terminal as they are", async () => {
  const folder = tmpFolder();
  const store = await open(embeddedConfig(`${folder}/.store.db`));
  for (const [at, text] of HOSTILE.entries()) {
    const { metadata, ...endpoint } = hostEndpoint(`h${at}`);
    await store.create({ ...endpoint, metadata, spec: { node: text, interfaceName: text } });
  }
  await store.close();
  const run = session(folder);
  for (const line of ["simulate --node ''", "simulate --in ''", "simulate --from ''", "get hep ''"]) {
    const { stdout } = await run(`__complete --describe -- ${line}`);
    const offered = stdout.split("\n").filter((one) => one !== "");
    const words = offered.map((one) => one.split(" ")[0] ?? "");
    expect(words.filter((word) => !/^[A-Za-z0-9][-A-Za-z0-9._/,:=@+]*$/.test(word))).toEqual([]);
    expect(offered.filter((one) => /\p{Cc}/u.test(one))).toEqual([]);
  }
});

/** The scripts treat what the tool offers as data, whatever it is: the line is run after the tab, too. */
describe.each<Shell>(["bash", "zsh", "fish"])("%s", (shell) => {
  const missing = hasShell(shell) ? "" : ` [skipped: no ${shell} here]`;
  const TOOL = `#!/bin/sh\nif [ "$1" = __complete ]; then cat offered; else printf '<%s>' "$@"; fi\n`;
  const typed = async (line: string, offered: string, files = {}): Promise<{ shown: string; folder: string }> => {
    const { stdout } = await runCli(["completion", shell]);
    const folder = tmpFolder({ [`completion.${shell}`]: stdout, "bin/calicoctl": TOOL, offered, ...files });
    chmodSync(`${folder}/bin/calicoctl`, 0o755);
    return { shown: await typeInto(shell, line, folder), folder };
  };

  test.skipIf(missing !== "").each(HOSTILE.slice(0, 11))(`%j runs nothing${missing}`, async (name) => {
    const { shown, folder } = await typed("calicoctl get hep a\t", `${name}\n`);
    expect(shown).toContain("<get>");
    expect(existsSync(`${folder}/ran`)).toBe(false);
  });

  test.skipIf(missing !== "")(`a name that Calico accepts is completed${missing}`, async () => {
    expect((await typed("calicoctl get hep a\t", "a-1.b\n")).shown).toContain("<get><hep><a-1.b>");
  });
});
