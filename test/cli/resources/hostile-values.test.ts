import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { session, start } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { HOSTILE, putRaw } from "../../support/values/hostile-values.ts";

const folder = tmpFolder({
  "flows.yaml":
    "node: n1\nflows: [{from: {interface: eth0}, protocol: TCP, srcIP: 10.9.9.9, srcPort: 40000, dstIP: 10.0.0.1, dstPort: 80, expect: deny}]\n",
  "good.yaml":
    "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: good}\nspec: {node: n1, interfaceName: eth1, expectedIPs: [10.0.0.1]}\n",
  "bad.yaml":
    "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: bad08}\nspec: {node: n1, interfaceName: eth1}\n",
  "pool.yaml":
    "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: pool9}\nspec: {cidr: 192.168.0.0/16, ipipMode: Always}\n",
});
const run = session(folder);

const GOOD = `{"apiVersion":"projectcalico.org/v3","kind":"HostEndpoint","metadata":{"name":"good"},"spec":{"node":"n1","interfaceName":"eth0","expectedIPs":["10.0.0.1"]}}`;

beforeAll(async () => {
  expect((await run("create -f -", GOOD)).code).toBe(0);
  putRaw(`${folder}/.store.db`, HOSTILE);
});

const OF_HEPS = /hostendpoints/;
const OF_VERDICTS = /hostendpoints|policies|networksets|felixconfig|nodes|ippools|bgpconfig/;

/** What every command that lists says, of values of which keys, and what it prints all the same. */
const LISTING: readonly (readonly [line: string, keys: RegExp, shown: string])[] = [
  ...[
    "ps",
    "wide",
    "name",
    "yaml",
    "json",
    "custom-columns=NAME,NODE",
    "'go-template={{range .}}{{range .Items}}{{.}}{{end}}{{end}}'",
  ].map((format): readonly [string, RegExp, string] => [`get hep -o ${format}`, OF_HEPS, "good"]),
  ["get hep -l !has(x)", OF_HEPS, "good"],
  ["get all -A", /./, "good"],
  ["get no -o wide", /nodes/, "NAME"],
  ["export", /./, "name: good"],
  ["export hep", OF_HEPS, "name: good"],
  ["label hep --all x=y --overwrite", OF_HEPS, "on hep good\n"],
  ["delete hep --all --yes --dry-run=server", OF_HEPS, "Dry run: would delete 1"],
  ["simulate --node n1 --in eth0 tcp 10.9.9.9 10.0.0.1:80", OF_VERDICTS, "DENY"],
  ["simulate --node n1 --in eth0 tcp 10.9.9.9 10.0.0.1:80 -o json", OF_VERDICTS, '"deny"'],
  [`simulate --flows ${folder}/flows.yaml`, OF_VERDICTS, "DENY"],
  [`test ${folder}/flows.yaml`, OF_VERDICTS, "1 passed"],
  [`test ${folder}/flows.yaml -o junit`, OF_VERDICTS, "testcase"],
];

describe("a value that cannot be read costs its own row, and the command ends with 1", () => {
  test.each(LISTING)("%s", async (line, keys, shown) => {
    const { code, stdout, stderr } = await run(line);
    expect(stdout).toContain(shown);
    for (const { key, reason } of HOSTILE.filter((one) => keys.test(one.key) && isListed(line, one.key))) {
      const said = `error: ${key} is left out: ${reason} [value.unreadable]`;
      expect(stderr.split(said).length - 1, said).toBe(1);
    }
    expect(stdout + stderr).not.toMatch(/\bat .*:\d+:\d+|internal error|\[object Object\]/);
    expect(code).toBe(1);
  });
  test.each([
    ["simulate --node n1 --in eth0 tcp 10.9.9.9 10.0.0.1:80 -o json", "outcome"],
    [`test ${folder}/flows.yaml -o json`, "test-report"],
  ])("%s: the data says it, too", async (line, schema) => {
    const data: unknown = JSON.parse((await run(line)).stdout);
    const file = join(import.meta.dirname, `../../../schemas/simulate/${schema}.schema.json`);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, "utf8")));
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    const heps = HOSTILE.filter(({ key }) => OF_HEPS.test(key));
    expect(data).toMatchObject({
      leftOut: expect.arrayContaining(heps.map(({ key, reason }) => `${key} is left out: ${reason}`)),
    });
  });
  test("get hep -w: told with the list, and 1 when it is interrupted", async () => {
    const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${folder}/.store.db` };
    const running = start("get hep -w", { env });
    await running.until("stdout", /good/);
    const { code, stderr } = await running.interrupt();
    for (const { key, reason } of HOSTILE.filter((one) => OF_HEPS.test(one.key)))
      expect(stderr).toContain(`error: ${key} is left out: ${reason} [value.unreadable]`);
    expect(code).toBe(1);
  });
  test("what no name reaches is not said to be deletable", async () => {
    const { stderr } = await run("get hep");
    expect(stderr.split("no name reaches it").length - 1).toBe(1);
  });
  test("the verdicts say that they are computed without it", async () => {
    const { stderr } = await run("simulate --node n1 --in eth0 tcp 10.9.9.9 10.0.0.1:80");
    expect(stderr).toContain("every verdict here is computed without it");
  });
});

/** Pools and BGP settings are read by verdicts of some versions only. */
function isListed(line: string, key: string): boolean {
  return !/^(simulate|test)/.test(line) || !/ippools|bgpconfig/.test(key);
}

/** Commands that name resources: the others go on. */
const NAMED: readonly (readonly [line: string, stdout: string, stderr: string, code: number])[] = [
  ["get hep good bad08", "good", "error: cannot read HostEndpoint bad08 in", 1],
  ["get hep bad00,good -o name", "", "", 1],
  [
    `diff -f ${folder}/bad.yaml -f ${folder}/good.yaml`,
    "interfaceName: eth1",
    "error: cannot read HostEndpoint bad08 in",
    2,
  ],
  [
    `apply -f ${folder}/bad.yaml -f ${folder}/good.yaml --dry-run=server -o name`,
    "hostendpoint/good configured (dry run)\n",
    "HostEndpoint bad08: the stored value's spec.node is not text [value.unreadable]",
    1,
  ],
  [
    `replace -f ${folder}/bad.yaml -f ${folder}/good.yaml --dry-run=server -o name`,
    "hostendpoint/good configured (dry run)\n",
    "HostEndpoint bad08: the stored value's spec.node is not text [value.unreadable]",
    1,
  ],
  [`create -f ${folder}/bad.yaml --skip-exists`, "", "", 0],
  [`apply -f ${folder}/pool.yaml --dry-run=server`, "", "FelixConfiguration `default` cannot be read: ", 1],
  [`diff -f ${folder}/pool.yaml`, "192.168.0.0/16", "error: cannot read FelixConfiguration default in", 2],
  ["label hep bad08 a=b", "", "HostEndpoint bad08: the stored value's spec.node is not text [value.unreadable]", 1],
  [
    'patch hep bad08 -p {"spec":{"node":"n"}}',
    "",
    "HostEndpoint bad08: the stored value's spec.node is not text [value.unreadable]",
    1,
  ],
  ["delete hep bad08 good --dry-run=server", "Dry run: would delete 2", "", 0],
  ["delete ipp pool --dry-run=server", "Dry run: would delete 1", "", 0],
  ["__complete -- get hep b", "", "", 0],
  ["version", "Client Version", "", 1],
];

describe("a command that names resources goes on with the others", () => {
  test.each(NAMED)("%s", async (line, stdout, stderr, code) => {
    const ran = await run(line);
    expect(ran.stdout).toContain(stdout);
    expect(ran.stderr).toContain(stderr);
    expect(ran.stdout + ran.stderr).not.toMatch(/\bat .*:\d+:\d+|internal error/);
    expect(ran.code).toBe(code);
  });
});

describe("the key says which resource it is", () => {
  const other = tmpFolder();
  const on = session(other);
  const key = "/calico/resources/v3/projectcalico.org/hostendpoints/a";
  const said = `warning: ${key}: its \`metadata.name\` is \`b\`; its key counts [value.misnamed]\n`;
  const value =
    '{"kind":"HostEndpoint","metadata":{"name":"b"},"spec":{"node":"n1","interfaceName":"eth0","expectedIPs":["10.0.0.1"]}}';
  const put = () => putRaw(`${other}/.store.db`, [{ key, value }]);
  beforeAll(async () => {
    expect((await on("create -f -", GOOD)).code).toBe(0);
    expect((await on("delete hep good")).code).toBe(0);
  });
  test.each([
    ["get hep -o name", "hostendpoint/a\n", said],
    ["get hep a -o name", "hostendpoint/a\n", said],
    ["export hep", "name: a\n", said],
    ["simulate --node n1 --in eth0 tcp 10.9.9.9 10.0.0.1:80", "host endpoint a", said],
    ["label hep --all x=y", "Successfully set label x on hep a\n", said],
    ["label hep -l !has(q) x=y", "Successfully set label x on hep a\n", said],
    ["delete hep --all --yes", "Successfully deleted 1 'HostEndpoint' resource(s)\n", said],
    ["delete hep -l !has(q)", "Successfully deleted 1 'HostEndpoint' resource(s)\n", said],
  ])("%s", async (line, stdout, stderr) => {
    put();
    const ran = await on(line);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain(stdout);
    expect(ran.stderr).toContain(stderr);
    expect((await on("get hep b")).code).toBe(1);
  });
  test("a policy under a key that no name of this version has is left alone", async () => {
    const values = ["p", "default.p"].map((name) => ({
      key: `/calico/resources/v3/projectcalico.org/globalnetworkpolicies/${name}`,
      value: JSON.stringify({ metadata: { name, labels: { at: name } }, spec: {} }),
    }));
    putRaw(`${other}/.store.db`, values);
    const ran = await on("delete gnp -l at=='p' --calico-version v3.7");
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(
      "GlobalNetworkPolicy p is left out: it is not stored under a name that Calico v3.7 gives",
    );
    expect((await on("get gnp -o name --calico-version v3.7")).stdout.split("\n")).toHaveLength(3);
  });
  test("a ClusterInformation that cannot be read is not locked", async () => {
    const information = "/calico/resources/v3/projectcalico.org/clusterinformations/default";
    putRaw(`${other}/.store.db`, [
      { key: information, value: '{"metadata":{"name":"default"},"spec":{"datastoreReady":"x"}}' },
    ]);
    const ran = await on("datastore migrate lock");
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("the stored value's spec.datastoreReady is not `true` or `false`");
  });
});
