import { beforeEach, describe, expect, test } from "vitest";
import { type Ran, session, start } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";

const V3 = "apiVersion: projectcalico.org/v3";
const hep = (name: string, role = "web", node = "n1") =>
  `${V3}\nkind: HostEndpoint\nmetadata: {name: ${name}, labels: {role: ${role}}}\nspec: {node: ${node}, interfaceName: e}\n---\n`;
const set = (name: string, namespace: string) =>
  `${V3}\nkind: NetworkSet\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {nets: [10.0.0.0/8]}\n---\n`;

let folder = "";
let run: ReturnType<typeof session>;
beforeEach(() => {
  folder = tmpFolder();
  run = session(folder);
});
const ok = async (line: string, stdin = ""): Promise<Ran> => {
  const ran = await run(line, stdin);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  return ran;
};
const watch = (line: string, tty = false) =>
  start(line, { tty, env: { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${folder}/.store.db` } });
/** Waits until the watch has dealt with so much news: the list is the first. */
const newsOf = (running: ReturnType<typeof start>, count: number): Promise<void> =>
  waitUntil(() => running.dealtWith() >= count);
/** A command, its standard input, and what it adds to the watch's stdout: blanks at line ends are left out. */
type Step = readonly [command: string, stdin: string, adds: string];
const shown = (text: string): string => text.replace(/ +$/gm, "");

const STEPS = (adds: readonly [string, string, string, string]): readonly Step[] => [
  ["apply -f -", hep("b"), adds[0]],
  ["label hep a x=y", "", adds[1]],
  ["label hep b role=db --overwrite", "", adds[2]],
  ["delete hep a", "", adds[3]],
];

test.each<[line: string, first: string, steps: readonly Step[]]>([
  [
    "get hep -w",
    "NAME   NODE\na      n1\n",
    STEPS(["b      n1\n", "a      n1\n", "b      n1\n", "a      n1     (deleted)\n"]),
  ],
  ["get hep --watch -o custom-columns=NAME", "NAME\na\n", STEPS(["b\n", "a\n", "b\n", "a      (deleted)\n"])],
  [
    "get hep -w --output-watch-events",
    "EVENT   NAME   NODE\nADDED   a      n1\n",
    STEPS(["ADDED   b      n1\n", "MODIFIED   a      n1\n", "MODIFIED   b      n1\n", "DELETED    a      n1\n"]),
  ],
  [
    "get hep --watch-only -o name",
    "",
    STEPS(["hostendpoint/b\n", "hostendpoint/a\n", "hostendpoint/b\n", "hostendpoint/a deleted\n"]),
  ],
  [
    "get hep -w -o name --output-watch-events",
    "ADDED hostendpoint/a\n",
    STEPS([
      "ADDED hostendpoint/b\n",
      "MODIFIED hostendpoint/a\n",
      "MODIFIED hostendpoint/b\n",
      "DELETED hostendpoint/a\n",
    ]),
  ],
  [
    "get hep -w -l role=='web'",
    "NAME   NODE\na      n1\n",
    STEPS(["b      n1\n", "a      n1\n", "b      n1     (deleted)\n", "a      n1     (deleted)\n"]),
  ],
  [
    "get hep -w -l role=web --no-headers",
    "a    n1\n",
    STEPS(["b    n1\n", "a    n1\n", "b    n1   (deleted)\n", "a    n1   (deleted)\n"]),
  ],
  [
    "get hep -w -L role --field-selector metadata.name=a",
    "NAME   NODE   ROLE\na      n1     web\n",
    STEPS(["", "a      n1     web\n", "", "a      n1     web    (deleted)\n"]),
  ],
  ["get hep -w -o jsonpath={.metadata.name}{'\\n'}", "a\n", STEPS(["b\n", "a\n", "b\n", ""])],
  [
    "get hep -w -o jsonpath={.type}/{.object.metadata.name}, --output-watch-events",
    "ADDED/a,",
    STEPS(["ADDED/b,", "MODIFIED/a,", "MODIFIED/b,", "DELETED/a,"]),
  ],
  ["get hep a -w", "NAME   NODE\na      n1\n", STEPS(["", "a      n1\n", "", "a      n1     (deleted)\n"])],
  [
    "get hep/b hep/a -w -o name",
    "hostendpoint/a\n",
    STEPS(["hostendpoint/b\n", "hostendpoint/a\n", "hostendpoint/b\n", "hostendpoint/a deleted\n"]),
  ],
  [
    "get hep --watch-only -o 'go-template={{range .}}{{.Name}}={{.Labels.role}};{{end}}'",
    "",
    STEPS(["b=web;", "a=web;", "b=db;", ""]),
  ],
  [
    "get hep --watch-only --output-watch-events -o 'go-template={{range .}}{{.Type}} {{.Object.Name}};{{end}}'",
    "",
    STEPS(["ADDED b;", "MODIFIED a;", "MODIFIED b;", "DELETED a;"]),
  ],
])("%s", async (line, first, steps) => {
  await ok("apply -f -", hep("a"));
  const running = watch(line);
  await newsOf(running, 1);
  let expected = first;
  expect(shown(running.written.stdout)).toBe(expected);
  for (const [index, [command, stdin, adds]] of steps.entries()) {
    await ok(command, stdin);
    // Each change is to be seen by itself: the store keeps no history.
    await newsOf(running, index + 2);
    expected += adds;
    expect(shown(running.written.stdout)).toBe(expected);
  }
  expect(await running.interrupt()).toMatchObject({ code: 0 });
});

describe("documents", () => {
  test("YAML: the list, then documents of changes", async () => {
    await ok("apply -f -", hep("a"));
    const running = watch("get hep a -w -o yaml");
    await running.until("stdout", /name: a/);
    await ok("delete hep a");
    await running.until("stdout", /DELETED/);
    const { stdout } = await running.interrupt();
    const [list, change, ...more] = stdout.split("---\n");
    expect([list?.startsWith("apiVersion: "), more]).toEqual([true, []]);
    expect(change).toMatch(/^object:\n {2}apiVersion: projectcalico.org\/v3\n {2}kind: HostEndpoint\n/);
    expect(change).toMatch(/\n {4}resourceVersion: "3"\n/);
    expect(change).toMatch(/\ntype: DELETED\n$/);
  });

  test("JSON: every change on one line, with --output-watch-events what is there, too", async () => {
    await ok("apply -f -", hep("a") + hep("b"));
    const running = watch("get hep -w -o json --output-watch-events");
    await running.until("stdout", /"name":"b"/);
    await ok("label hep b role=db --overwrite");
    await running.until("stdout", /MODIFIED/);
    const { stdout } = await running.interrupt();
    const events = stdout
      .trimEnd()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(events.map(({ type, object }) => [type, object.metadata.name, object.metadata.labels.role])).toEqual([
      ["ADDED", "a", "web"],
      ["ADDED", "b", "web"],
      ["MODIFIED", "b", "db"],
    ]);
  });

  test("JSON without it begins with the list that `get` prints", async () => {
    await ok("apply -f -", hep("a"));
    const running = watch("get hep -w -o json");
    await running.until("stdout", /\n}\n/);
    expect((await running.interrupt()).stdout).toBe((await ok("get hep -o json")).stdout);
  });
});

test("several kinds, of a namespace and of all: headings where the kind changes", async () => {
  await ok("apply -f -", hep("a") + set("s", "one") + set("s", "two"));
  const one = watch("get netsets,hep -n one -w");
  const all = watch("get netsets,hep --all-namespaces -w");
  const wide = watch("get all -w -o name --all-namespaces");
  await Promise.all([one, all, wide].map((running) => running.until("stdout", /\/a/)));
  await ok("apply -f -", set("t", "two"));
  await Promise.all([all, wide].map((running) => running.until("stdout", /\n(two +)?networkset\/t/)));
  await ok("delete hep a");
  await Promise.all([one, all, wide].map((running) => running.until("stdout", /deleted/)));
  expect(shown((await one.interrupt()).stdout)).toBe(
    "NAMESPACE   NAME\none         networkset/s\n\nNAME             NODE\nhostendpoint/a   n1\nhostendpoint/a   n1     (deleted)\n",
  );
  expect(shown((await all.interrupt()).stdout)).toBe(
    "NAMESPACE   NAME\none         networkset/s\ntwo         networkset/s\n\nNAME             NODE\nhostendpoint/a   n1\n\nNAMESPACE   NAME\ntwo         networkset/t\n\nNAME             NODE\nhostendpoint/a   n1     (deleted)\n",
  );
  expect((await wide.interrupt()).stdout).toBe(
    "hostendpoint/a\nnetworkset/s\nnetworkset/s\nnetworkset/t\nhostendpoint/a deleted\n",
  );
});

test("names that are not there yet are waited for, and -f names resources, too", async () => {
  const running = watch("get hep later never --watch -o name");
  await running.until("stderr", /HostEndpoint later does not exist; waiting for it\n.*never does not exist/s);
  await ok("apply -f -", hep("other") + hep("later"));
  await running.until("stdout", /^hostendpoint\/later\n$/);
  expect((await running.interrupt()).stdout).toBe("hostendpoint/later\n");
});

test("a wide row makes its column wider from there on", async () => {
  const running = watch("get hep -w");
  await running.until("stdout", /NODE/);
  await ok("apply -f -", hep("a-rather-long-name"));
  await running.until("stdout", /long/);
  await ok("apply -f -", hep("b"));
  await running.until("stdout", /\nb/);
  const { stdout } = await running.interrupt();
  expect(stdout).toBe("NAME   NODE   \na-rather-long-name   n1     \nb                    n1     \n");
});

describe("what does not go together", () => {
  test.each([
    ["get hep --output-watch-events", 2, "--output-watch-events goes with --watch"],
    ["get hep a -w --export", 2, "--export and --watch exclude each other"],
    ["get hep -w -o nonsense", 2, "unknown output `nonsense`"],
    ["get hep -w -o custom-columns=NOPE", 2, "has no column `NOPE`"],
    ["get nokind -w", 2, "unknown kind `nokind`"],
    ["get hep -w --all-namespaces", 2, "has no namespace"],
    ["get -w", 2, "which kind?"],
    ["get hep a -w -l all()", 2, "--selector chooses among a whole kind"],
    ["get tier -w", 1, "has no Tier"],
  ])("%s", async (line, code, stderr) => {
    const ran = await run(line);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(stderr);
  });

  test("a template that does not fit a change ends the watch", async () => {
    await ok("apply -f -", hep("a"));
    const running = watch("get hep --watch-only -o go-template={{range.}}{{.Nope}}{{end}}");
    await newsOf(running, 1);
    await ok("label hep a x=y");
    expect(await running.ended).toMatchObject({ code: 1, stderr: expect.stringContaining("no field `.Nope`") });
  });

  test("a datastore that cannot be reached fails as `get` does", async () => {
    const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: "http://127.0.0.1:1" };
    const [once, watched] = await Promise.all([start("get hep", { env }).ended, start("get hep -w", { env }).ended]);
    expect(once.code).toBe(1);
    expect(watched).toEqual(once);
  });
});
