import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Ran, type Surroundings, session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const RESOURCES = `
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: h1, labels: {role: web}}, spec: {node: n1, interfaceName: eth0}}
- {apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {order: 10, selector: all(), ingress: [{action: Allow, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [22]}}]}}
`;

/** What an edit did: the line, the texts that the editor was given, and what is stored then. */
interface Edit extends Ran {
  readonly seen: readonly string[];
  readonly stored: string;
  /** The file that was edited, and its mode. */
  readonly path: string;
  readonly mode: string;
}

/** Runs a line with an editor that does one step each time it is opened, a shell script with the file as \`$1\`. */
async function edit(line: string, steps: readonly string[], surroundings: Surroundings = {}): Promise<Edit> {
  const folder = tmpFolder();
  const run = session(folder);
  expect(await run("create -f -", RESOURCES)).toMatchObject({ code: 0 });
  const seen = join(folder, "seen");
  mkdirSync(seen);
  for (const [at, step] of steps.entries()) writeFileSync(join(folder, `step${at}`), step.replaceAll("DIR", folder));
  const script = `
n=$(ls ${seen} | wc -l); n=$((n))
cp "$1" ${seen}/$n
echo "$1" > ${folder}/path
stat -c %a "$1" > ${folder}/mode
. ${folder}/step$n
`;
  writeFileSync(join(folder, "editor"), script);
  const ran = await session(folder, {
    ...surroundings,
    env: {
      CALICO_EDITOR: `sh ${folder}/editor`,
      EDITOR: "false",
      ...(process.env.PATH && { PATH: process.env.PATH }),
      ...surroundings.env,
    },
  })(line.replaceAll("DIR", folder));
  const [path, mode] = ["path", "mode"].map((name) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8").trim() : "",
  ) as [string, string];
  if (path !== "") onTestFinished(() => rmSync(dirname(path), { recursive: true, force: true }));
  return {
    ...ran,
    seen: readdirSync(seen)
      .sort()
      .map((name) => readFileSync(join(seen, name), "utf8")),
    stored: (await run("get hep,gnp -o yaml")).stdout,
    path,
    mode,
  };
}

const sed = (script: string): string => `sed -i -e "${script}" "$1"`;

test("what was changed is stored; the file was private and is gone", async () => {
  const ran = await edit("edit hep h1", [sed("s/role: web/role: db/")]);
  expect(ran).toMatchObject({
    code: 0,
    stdout: "Successfully edited 1 'HostEndpoint' resource\n",
    stderr: "",
    mode: "600",
  });
  expect(ran.stored).toContain("role: db");
  expect(ran.seen[0]).toMatch(
    /^# Edit HostEndpoint h1\..*\n#\napiVersion: projectcalico.org\/v3\nkind: HostEndpoint\n/,
  );
  expect(existsSync(ran.path)).toBe(false);
});

/** Edits that write nothing, and are no failure. */
test.each([
  ["nothing is changed", ":", "nothing was changed"],
  ["only a comment is added", 'echo "# a remark" >> "$1"', "nothing was changed"],
  ["the file is emptied", ': > "$1"', "the file is empty"],
  ["only the comments are left", sed("/^[^#]/d"), "the file is empty"],
])("cancelled where %s", async (_, step, why) => {
  const ran = await edit("edit hep/h1", [step]);
  expect(ran).toMatchObject({ code: 0, stdout: "", stderr: `edit cancelled: ${why}\n` });
  expect(existsSync(ran.path)).toBe(false);
});

/** Mistakes: the step that makes it, and what stands on top of the file when it is opened again. */
test.each([
  [
    "an unknown field",
    sed("s/interfaceName:/interfaceNam:/"),
    /^# Edit .*\n# It was not written:\n# \* HostEndpoint h1: spec.*interfaceNam/,
  ],
  ["broken YAML", sed("s/node: n1/node: [n1/"), /# \* line \d+: /],
  ["another name", sed("s/name: h1/name: h2/"), /kind, name, namespace and apiVersion cannot be changed/],
  ["two resources", 'printf -- "---\\nkind: Node\\n" >> "$1"', /the file must hold this one resource/],
])("%s is opened again with what is wrong, and written when it is right", async (_, mistake, comment) => {
  const right = `cp DIR/seen/0 "$1"; ${sed("s/role: web/role: db/")}`;
  const ran = await edit("edit hep h1", [mistake, right]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.seen[1]).toMatch(comment);
  expect(ran.stored).toContain("role: db");
});

test("the line of a mistake is that of the file as it is opened again", async () => {
  const ran = await edit("edit hep h1", [sed("s/node: n1/node: [n1/"), ': > "$1"']);
  const line = Number(/line (\d+):/.exec(ran.seen[1] ?? "")?.[1]);
  expect(
    ran.seen[1]
      ?.split("\n")
      .slice(line - 2, line + 1)
      .join("\n"),
  ).toContain("node: [n1");
});

test("a mistake that is left as it is ends the edit with exit code 1; the file is kept", async () => {
  const ran = await edit("edit hep h1", [sed("s/interfaceName:/interfaceNam:/"), ":"]);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("unknown field `interfaceNam`");
  expect(ran.stderr).toContain(`your edit is kept in ${ran.path}\n`);
  expect(readFileSync(ran.path, "utf8")).toContain("interfaceNam:");
  expect(ran.stored).toContain("interfaceName: eth0");
});

test("what another writer has stored meanwhile is shown and not overwritten; the edited file is kept", async () => {
  let other: (() => Promise<unknown>) | undefined;
  // The editor listens for Ctrl-C before it opens the file.
  const onInterrupt = () => void other?.();
  const folder = tmpFolder();
  const store = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: join(folder, ".store.db") };
  other = async () => {
    other = undefined;
    await session(folder)("create -f -", RESOURCES);
  };
  await other();
  other = async () => {
    other = undefined;
    await session(folder)("label hep h1 zone=b");
    writeFileSync(join(folder, "labelled"), "");
  };
  const step = `until [ -e ${folder}/labelled ]; do :; done; ${sed("s/role: web/role: db/")}`;
  const ran = await edit("edit hep h1", [step], { onInterrupt, env: store });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("error: HostEndpoint h1 is at resourceVersion");
  expect(ran.stderr).toContain("--- when you opened it\n+++ as another writer has stored it\n");
  expect(ran.stderr).toMatch(/^\+ +zone: b$/m);
  expect(ran.stderr).toContain(`your edit is kept in ${ran.path}\n`);
  expect(readFileSync(ran.path, "utf8")).toContain("role: db");
  const stored = (await session(folder)("get hep h1 -o yaml")).stdout;
  expect(stored).toContain("role: web");
});

/** Lines that open no editor or write nothing: the exit code, and what stderr has. */
test.each([
  ["edit hep nope", {}, 1, "HostEndpoint nope does not exist"],
  ["edit hep", {}, 2, "which resource?"],
  ["edit hep h1 h2", {}, 2, "unexpected argument `h2`"],
  ["edit hep h1", { CALICO_EDITOR: "", EDITOR: "" }, 2, "there is no terminal to edit on"],
  [
    "edit hep h1",
    { CALICO_EDITOR: "", KUBE_EDITOR: "sh -c 'exit 3'" },
    1,
    "it ended with exit code 3; nothing was written",
  ],
  ["edit hep h1 --confirm-within 1m --dry-run", {}, 2, "exclude each other"],
])("%s (%o)", async (line, env, code, message) => {
  const ran = await edit(line, [], { env });
  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toContain(message);
});

test("a dry run stores nothing", async () => {
  const ran = await edit("edit hep h1 --dry-run=server", [sed("s/role: web/role: db/")]);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.stdout).toMatch(/dry run/i);
  expect(ran.stored).toContain("role: web");
});

test("--guard refuses what cuts a lifeline, with exit code 3; the file is kept", async () => {
  const ran = await edit("edit gnp p --guard --without-failsafes", [sed("s/action: Allow/action: Deny/")]);
  expect(ran).toMatchObject({ code: 3, stdout: "" });
  expect(ran.stderr).toContain("REFUSED");
  expect(ran.stderr).toContain(`your edit is kept in ${ran.path}\n`);
  expect(ran.stored).not.toContain("Deny");
});
