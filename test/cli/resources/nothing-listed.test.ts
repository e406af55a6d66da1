import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const V3 = "apiVersion: projectcalico.org/v3";
const hep = `${V3}\nkind: HostEndpoint\nmetadata: {name: a, labels: {role: web}}\nspec: {node: n1, interfaceName: e}\n---\n`;
const set = (name: string) =>
  `${V3}\nkind: NetworkSet\nmetadata: {name: ${name}, namespace: shop}\nspec: {nets: []}\n---\n`;

/** What is stored, the line, and the note below the table; nothing where the table has rows or another output is asked for. */
const ROWS: readonly (readonly [stored: string, line: string, note: string])[] = [
  ["", "get hep", "no HostEndpoint: nothing was ever written to embedded store FOLDER/.store.db"],
  ["", "get netsets", "no NetworkSet: nothing was ever written to embedded store FOLDER/.store.db"],
  [set("s"), "get hep", "no HostEndpoint"],
  [set("s"), "get netsets", "no NetworkSet in namespace default, 1 in another: calicoctl get netsets -a"],
  [
    set("s") + set("t"),
    "get netset -n other",
    "no NetworkSet in namespace other, 2 in others: calicoctl get netsets -a",
  ],
  [hep, "get netset", "no NetworkSet in any namespace"],
  [hep, "get netset -a", "no NetworkSet"],
  [hep, "get np", "no NetworkPolicy in any namespace"],
  [hep, "get hep -l role=db", "no HostEndpoint is selected, of 1"],
  [hep, "get hep --field-selector spec.node=n2", "no HostEndpoint is selected, of 1"],
  [hep, "get hep", ""],
  [hep, "get hep,gnp", ""],
  [hep, "get gnp --ignore-not-found a", ""],
];

test.each(ROWS.map(([stored, line, note]) => ({ stored, line, note })))(
  "$line: $note",
  async ({ stored, line, note }) => {
    const folder = tmpFolder();
    if (stored !== "") expect(await session(folder)("apply -f -", stored)).toMatchObject({ code: 0 });
    const ran = await session(folder, { tty: true })(line);
    expect(ran).toMatchObject({ code: 0, stderr: note === "" ? "" : `${note.replace("FOLDER", folder)}\n` });
    // Scripts get what calicoctl prints, and nothing else.
    expect(await session(folder)(line)).toEqual({ ...ran, stderr: "" });
  },
);

test("a wrong folder of the embedded store is an error, not an empty table", async () => {
  const ran = await session(`${tmpFolder()}/nope`)("get hep");
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("does not exist");
});

test("what more there is than the limit is told", async () => {
  const folder = tmpFolder();
  const run = session(folder);
  await run("apply -f -", set("s") + set("t") + set("u"));
  const ran = await run("get netsets -n shop --limit 1 -o name");
  expect(ran).toEqual({ code: 0, stdout: "networkset/s\n", stderr: "2 more are not shown (--limit)\n" });
});
