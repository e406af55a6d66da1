import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { operatingSystem } from "../../../src/cli/shell/io/programs.ts";
import { exists } from "../../../src/files/folder.ts";
import { start } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { ask } from "./serving.ts";

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
const OPENER = operatingSystem() === "darwin" ? "open" : "xdg-open";

/** A folder with a program in the place of what opens files, and a manifest. */
function folderWith(script: string): string {
  const folder = tmpFolder({ "a.yaml": HEP });
  writeFileSync(join(folder, OPENER), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, OPENER), 0o755);
  return folder;
}

test("--open opens a private file that leads to the page: the token is in no program's words", async () => {
  const folder = folderWith('printf "%s" "$*" > "$OUT.new" && mv "$OUT.new" "$OUT"');
  const words = join(folder, "words");
  const env = { PATH: `${folder}:${process.env.PATH}`, OUT: words };
  const running = start(`explore --offline --open -f ${folder}/a.yaml`, { env });
  await running.until("stdout", /\/\n$/);
  const address = running.written.stdout.trim();
  await waitUntil(() => exists(words));
  const file = readFileSync(words, "utf8");
  expect(file).not.toContain(new URL(address).pathname);
  expect(readFileSync(file, "utf8")).toContain(`content="0;url=${address}"`);
  expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700]);
  // The visit that a browser makes from a file.
  const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
  expect((await ask(address, { headers })).status).toBe(200);
  expect(await running.interrupt()).toMatchObject({ code: 0 });
  expect(exists(file)).toBe(false);
});

test.each<[string, string, string]>([
  ["that fails", "exit 3", "it ended with exit code 3"],
  ["that cannot be run", "", "no such program on the path"],
])("a browser %s is reported, and the page is served", async (_, script, reason) => {
  const folder = folderWith(script);
  const path = script === "" ? "/nowhere" : `${folder}:${process.env.PATH}`;
  const running = start(`explore --offline --open -f ${folder}/a.yaml`, { env: { PATH: path } });
  await running.until("stderr", new RegExp(`${OPENER} does not open the page: ${reason}; the address does`));
  expect((await fetch(running.written.stdout.trim())).status).toBe(200);
  await running.interrupt();
});
