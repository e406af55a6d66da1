import libsql from "libsql";
import { beforeAll, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const folder = tmpFolder();
const run = session(folder);
const KEY = "/calico/resources/v3/projectcalico.org/hostendpoints/bad";

beforeAll(async () => {
  const hep = `{"apiVersion":"projectcalico.org/v3","kind":"HostEndpoint","metadata":{"name":"good"},"spec":{"node":"n1","interfaceName":"eth0","expectedIPs":["10.0.0.1"]}}`;
  expect((await run("create -f -", hep)).code).toBe(0);
  const other = new libsql(`${folder}/.store.db`);
  other.prepare("INSERT INTO kv VALUES (?, ?, 1, 1)").run(KEY, "not json");
  other.close();
});

/** What every command that lists resources says of a stored value that it cannot read; it works with the others. */
test.each([
  ["get hep", "good"],
  ["export hep", "name: good"],
  ["label hep --all x=y", "Successfully set label x on hep good\n"],
  ["simulate tcp 10.0.0.9 10.0.0.1:80", "DENY"],
  ["delete hep --all --yes --dry-run=server", "Dry run: deleted 1"],
])("%s", async (line, shown) => {
  const { code, stdout, stderr } = await run(line);
  expect(stdout).toContain(shown);
  const warning = `warning: ${KEY} is left out: the stored value is not a JSON object [value.unreadable]\n`;
  expect(stderr.split(warning)).toHaveLength(2);
  expect(code).toBe(0);
});
