import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const hep = (name: string, more = "") =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\nspec:\n  node: n1\n  interfaceName: eth0\n${more}`;
const docs = (...texts: string[]) => texts.join("---\n");

interface Case {
  readonly what: string;
  readonly before?: string;
  readonly line: string;
  readonly stdin: string;
  readonly code: number;
  readonly stdout?: string;
  readonly stderr?: readonly string[];
  /** Names of the host endpoints afterwards. */
  readonly after: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: "create what exists goes on, and tells which one with its place",
    before: hep("b"),
    line: "create -f -",
    stdin: docs(hep("a"), hep("b"), hep("c")),
    code: 1,
    stdout: "",
    stderr: ["<stdin>:12:9: error: HostEndpoint b exists already [store.exists]", "created 2 of 3 resources"],
    after: ["a", "b", "c"],
  },
  {
    what: "create --skip-exists",
    before: hep("b"),
    line: "create -f - --skip-exists",
    stdin: docs(hep("a"), hep("b")),
    code: 0,
    stdout: "Successfully created 2 'HostEndpoint' resource(s)\n",
    after: ["a", "b"],
  },
  {
    what: "replace what does not exist",
    line: "replace -f -",
    stdin: hep("a"),
    code: 1,
    stdout: "",
    stderr: ["HostEndpoint a does not exist [store.not-found]", "`apply` or `create`", "replaced 0 of 1 resource"],
    after: [],
  },
  {
    what: "apply with a stale resourceVersion",
    before: hep("a"),
    line: "apply -f -",
    stdin: hep("a").replace("name: a", 'name: a\n  resourceVersion: "1"'),
    code: 1,
    stderr: ["HostEndpoint a is at resourceVersion 2, not at the one given [store.conflict]"],
    after: ["a"],
  },
  {
    what: "one invalid document of three: nothing is written",
    line: "apply -f -",
    stdin: docs(hep("a"), hep("b", "  foo: 1\n"), hep("c")),
    code: 1,
    stdout: "",
    stderr: [
      "<stdin>:16:3: error: unknown field `foo` [field.unknown]",
      "1 error in 1 of 3 resources (HostEndpoint b)",
      "nothing was written",
    ],
    after: [],
  },
  {
    what: "a document that is not YAML: nothing is written",
    line: "apply -f -",
    stdin: docs(hep("a"), "a: [\n"),
    code: 1,
    stderr: ["error:", "nothing was written"],
    after: [],
  },
  {
    what: "empty input",
    line: "apply -f -",
    stdin: "",
    code: 1,
    stderr: ["no resources in `<stdin>` [input.empty]"],
    after: [],
  },
  {
    what: "comments only",
    line: "apply -f -",
    stdin: "# nothing\n---\n",
    code: 1,
    stderr: ["[input.empty]"],
    after: [],
  },
  {
    what: "a cluster-wide kind with a namespace",
    line: "apply -f - -n ns1",
    stdin: hep("a"),
    code: 1,
    stderr: ["HostEndpoint has no namespace [namespace.not-namespaced]", "leave out --namespace"],
    after: [],
  },
  {
    what: "a YAML 1.1 scalar that changes meaning is reported, and written as calicoctl reads it",
    line: "apply -f -",
    stdin: hep("a").replace("n1", "n"),
    code: 0,
    stdout: "Successfully applied 1 'HostEndpoint' resource(s)\n",
    stderr: ["<stdin>:6:9: warning:"],
    after: ["a"],
  },
  {
    what: "terminal escapes in a name are shown, not obeyed",
    line: "apply -f -",
    stdin: hep('"\\e[31mx"'),
    code: 1,
    stderr: ["\\x1b[31mx"],
    after: [],
  },
  {
    what: "ClusterInformation is not ours to write",
    line: "apply -f -",
    stdin: "apiVersion: projectcalico.org/v3\nkind: ClusterInformation\nmetadata: {name: default}\nspec: {}\n",
    code: 1,
    stderr: ["ClusterInformation"],
    after: [],
  },
];

test.each(CASES)("$what", async ({ before, line, stdin, code, stdout, stderr = [], after }) => {
  const run = session(tmpFolder());
  if (before !== undefined) expect((await run("create -f -", before)).code).toBe(0);
  const ran = await run(line, stdin);
  expect(ran.stderr).not.toContain("\u001b");
  for (const part of stderr) expect(ran.stderr).toContain(part);
  if (stderr.length === 0) expect(ran.stderr).toBe("");
  expect(ran.code).toBe(code);
  if (stdout !== undefined) expect(ran.stdout).toBe(stdout);
  const names = (await run("get hep -o custom-columns=NAME")).stdout
    .split("\n")
    .slice(1)
    .map((row) => row.trim());
  expect(names.filter((name) => name !== "")).toEqual(after);
});

describe("files and directories", () => {
  const folder = tmpFolder({
    "d/b.yaml": hep("b"),
    "d/a.json": JSON.stringify({
      apiVersion: "projectcalico.org/v3",
      kind: "HostEndpoint",
      metadata: { name: "a" },
      spec: { node: "n", interfaceName: "e" },
    }),
    "d/x.txt": "not read",
    "d/sub/c.yml": hep("c"),
    "empty/x.txt": "",
    "bad.yaml": hep("x", "  foo: 1\n"),
  });
  test.each([
    [`apply -f ${folder}/d`, 0, "applied 2 'HostEndpoint'", ""],
    [`apply -f ${folder}/d -R`, 0, "applied 3 'HostEndpoint'", ""],
    [`apply -f ${folder}/d/b.yaml -f ${folder}/d/a.json`, 0, "applied 2 'HostEndpoint'", ""],
    [`apply -f ${folder}/missing.yaml`, 1, "", "no such file or directory [source.unreadable]"],
    [`apply -f ${folder}/empty`, 1, "", "[source.empty-directory]"],
    [`apply -f ${folder}/d -f ${folder}/bad.yaml`, 1, "", "bad.yaml:8:3: error: unknown field `foo`"],
  ])("%s", async (line, code, stdout, stderr) => {
    const run = session(tmpFolder());
    const ran = await run(line);
    expect(ran.stdout).toContain(stdout);
    expect(ran.stderr).toContain(stderr);
    expect(ran.code).toBe(code);
    if (code !== 0) expect((await run("get hep")).stdout).toBe("NAME   NODE   \n\n");
  });
});

test("an interrupt ends the batch after the writes under way, and says what is written and what is not", async () => {
  const stdin = docs(hep("a"), hep("b"), hep("c"));
  const run = session(tmpFolder(), { onInterrupt: (callback) => callback() });
  const ran = await run("apply -f -", stdin);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toBe(
    "applied 0 of 3 resources; stopped\n  not written: HostEndpoint a (<stdin>:4) to HostEndpoint c (<stdin>:20)\n",
  );
});

describe("the embedded store", () => {
  const implicit = (home: string) =>
    session(tmpFolder(), { env: { HOME: home, DATASTORE_TYPE: "", CALICO_EMBEDDED_PATH: "" } });

  test("the default store is named once on stderr", async () => {
    const home = tmpFolder();
    const ran = await implicit(home)("apply -f -", hep("a"));
    expect(ran).toMatchObject({ code: 0, stdout: "Successfully applied 1 'HostEndpoint' resource(s)\n" });
    expect(ran.stderr).toBe(
      `no datastore is configured: using the embedded store ${home}/.local/share/calicoctl/store.db\n`,
    );
  });

  test("the line names what does not choose a cluster, though other tools would use it", async () => {
    const home = tmpFolder();
    const env = { HOME: home, KUBECONFIG: "/none", DATASTORE_TYPE: "", CALICO_EMBEDDED_PATH: "" };
    for (const [line, name] of [
      ["get hep", "KUBECONFIG"],
      ["get hep --context=prod", "--context"],
    ] as const) {
      const { stderr } = await session(tmpFolder(), { env })(line);
      expect(stderr).toBe(
        `no datastore is configured: using the embedded store ${home}/.local/share/calicoctl/store.db (${name} has no effect on it: DATASTORE_TYPE=kubernetes chooses a cluster)\n`,
      );
    }
  });

  test("a file that is not ours is refused, and left alone", async () => {
    const folder = tmpFolder();
    writeFileSync(`${folder}/.store.db`, "not a database, and longer than a header of a hundred bytes".repeat(10));
    const ran = await session(folder)("apply -f -", hep("a"));
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/^error: .* \[datastore\./m);
  });
});

/** A pool that turns VXLAN on where nobody has decided it, and the configuration that decides it, or does not. */
const pool =
  "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: p}\nspec: {cidr: 10.0.0.0/16, ipipMode: Never, vxlanMode: Always}\n";
const felix = (spec: string) =>
  `apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec: {${spec}}\n`;

describe("in a large batch, a pool and the configuration it changes keep their order", () => {
  const others = Array.from({ length: 60 }, (_, i) => hep(`h${i}`));
  test.each([
    ["a configuration, then the pool", [felix("usageReportingEnabled: false"), pool], true],
    ["one that decides it, then the pool", [felix("vxlanEnabled: false"), pool], false],
    ["the pool, then a configuration that does not say", [pool, felix("usageReportingEnabled: false")], undefined],
    ["the pool, then one that decides it", [pool, felix("vxlanEnabled: false")], false],
  ] as const)("%s", async (_, both, enabled) => {
    const stored = await Promise.all(
      [[...both], [...both, ...others]].map(async (texts) => {
        const run = session(tmpFolder());
        expect(await run("apply -f -", docs(...texts))).toMatchObject({ code: 0 });
        const { stdout } = await run("get felixconfig default -o json");
        return (JSON.parse(stdout) as { spec: { vxlanEnabled?: boolean } }).spec.vxlanEnabled;
      }),
    );
    expect(stored).toEqual([enabled, enabled]);
  });
});

const NOTE = "would also set `vxlanEnabled: true` in FelixConfiguration `default`, which a pool with tunnels needs\n";

describe("what a pool changes beside itself is told", () => {
  test.each([
    ["no configuration", [], "create -f - --dry-run=server", pool, NOTE],
    ["one that does not say", [felix("usageReportingEnabled: false")], "apply -f - --dry-run=server", pool, NOTE],
    [
      "a pool that exists without VXLAN",
      [pool.replace("Always", "Never")],
      "replace -f - --dry-run=server",
      pool,
      NOTE,
    ],
    [
      "a patch",
      [pool.replace("Always", "Never")],
      'patch ippool p -p {"spec":{"vxlanMode":"Always"}} --dry-run=server',
      "",
      NOTE,
    ],
    ["written for good", [], "create -f -", pool, NOTE.replace("would also", "also")],
    [
      "patched for good",
      [pool.replace("Always", "Never")],
      'patch ippool p -p {"spec":{"vxlanMode":"Always"}}',
      "",
      NOTE.replace("would also", "also"),
    ],
    [
      "written for good with a guard",
      [],
      "create -f - --guard",
      pool,
      expect.stringContaining(`\n${NOTE.replace("would also", "also")}`),
    ],
    ["written again", [pool], "apply -f -", pool, ""],
    ["one that decides it", [felix("vxlanEnabled: false")], "apply -f - --dry-run=server", pool, ""],
    ["it is on", [felix("vxlanEnabled: true")], "apply -f - --dry-run=server", pool, ""],
    ["the input decides it", [], "apply -f - --dry-run=server", docs(felix("vxlanEnabled: true"), pool), ""],
    ["no pool", [], "apply -f - --dry-run=server", hep("a"), ""],
    ["with v3.32", [], "apply -f - --dry-run=server --calico-version v3.32", pool, ""],
  ] as const)("%s", async (_, before, line, stdin, stderr) => {
    const run = session(tmpFolder());
    for (const text of before) await run("apply -f -", text);
    expect(await run(line, stdin)).toMatchObject({ code: 0, stderr });
  });
});
