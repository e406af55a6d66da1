import { expect, test } from "vitest";
import { answerQuestion } from "../../../../src/web/engine/answer.ts";
import { openPage } from "../../../../src/web/engine/page.ts";
import type { PageData } from "../../../../src/web/engine/page-data.ts";
import type { Answers } from "../../../../src/web/engine/protocol.ts";
import { EMPTY_PAGE } from "../page-of.ts";

const policy = (name: string, order: number): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: ${name}\nspec:\n  order: ${order}\n  selector: all()\n`;
const STORED: PageData = {
  ...EMPTY_PAGE,
  manifests: [{ name: "a.yaml", text: policy("of-file", 1) }],
  stored: [
    {
      apiVersion: "projectcalico.org/v3",
      kind: "HostEndpoint",
      metadata: { name: "it's", uid: "1", resourceVersion: "7", creationTimestamp: null },
      spec: { node: "node1", interfaceName: "eth0" },
    },
  ],
};
const ask = (question: Parameters<typeof answerQuestion>[1]) => answerQuestion(openPage(STORED), question);
const changed = (manifests: readonly { name: string; text: string }[], removed: readonly string[] = []) =>
  ask({ kind: "changes", edits: { manifests, removed } });

test("files and stored resources are listed, and these read as get prints them", () => {
  expect(ask({ kind: "manifests" })).toEqual({
    ok: true,
    answer: [
      { name: "a.yaml", kind: "file" },
      { name: "HostEndpoint it's", kind: "stored" },
    ],
  });
  expect(ask({ kind: "manifest", name: "HostEndpoint it's" })).toMatchObject({
    answer: {
      text: "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: it's\nspec:\n  interfaceName: eth0\n  node: node1\n",
    },
  });
  expect(ask({ kind: "manifest", name: "b.yaml" })).toMatchObject({ ok: false });
});

test("a fix is made as validate --fix makes it", () => {
  const manifest = { name: "a.yaml", text: policy("a", 1).replace("selector", "selectr") };
  const checked = ask({ kind: "validate", manifest });
  // The answer to a question is of the question's kind.
  const fix = checked.ok ? (checked.answer as Answers["validate"]).diagnostics[0]?.fix : undefined;
  if (fix === undefined) throw new Error("there is no fix");
  expect(ask({ kind: "mend", manifest, fix })).toMatchObject({ answer: { text: policy("a", 1) } });
});

test("a change is YAML and commands, with what is removed last", () => {
  const added = policy("new", 3);
  expect(changed([{ name: "n.yaml", text: added }], ["HostEndpoint it's"])).toMatchObject({
    answer: {
      resources: [
        { name: "HostEndpoint it's", change: "removed" },
        { name: "GlobalNetworkPolicy new", change: "added" },
      ],
      yaml: added,
      commands: [`calicoctl apply -f - <<'EOF'\n${added}EOF`, `calicoctl delete hostendpoint "it's"`],
      others: [],
    },
  });
});

test.each([
  ["the text of a file as it was", policy("of-file", 1), []],
  ["a comment alone", `# why\n${policy("of-file", 1)}`, []],
  ["another order", policy("of-file", 2), [{ name: "GlobalNetworkPolicy of-file", change: "changed" }]],
  ["no text any more", "", [{ name: "GlobalNetworkPolicy of-file", change: "removed" }]],
])("%s", (_, text, resources) => {
  expect(changed([{ name: "a.yaml", text }])).toMatchObject({ answer: { resources } });
});
