import { expect, test } from "vitest";
import { withoutResource } from "../../../../src/web/engine/editing/without-resource.ts";

const HEP = "kind: HostEndpoint\nmetadata:\n  name: one\n";
const POLICY = "kind: GlobalNetworkPolicy\nmetadata:\n  name: two\nspec:\n  ingress:\n    - action: Allow\n";
const item = (text: string): string => `  - ${text.trimEnd().replaceAll("\n", "\n    ")}\n`;
const LIST = `kind: List\nitems:\n${item(HEP)}${item(POLICY)}${item(HEP.replace("one", "three"))}`;
const JSON_LIST =
  '{"kind": "List", "items": [{"kind": "Node", "metadata": {"name": "one"}}, {"kind": "Node", "metadata": {"name": "two"}}]}\n';

test.each<[title: string, text: string, at: string, removed: string, left: string]>([
  ["the only document", HEP, "name", "HostEndpoint one", ""],
  ["the first", `${HEP}---\n${POLICY}`, "one", "HostEndpoint one", POLICY],
  ["the last", `${HEP}---\n${POLICY}`, "ingress", "GlobalNetworkPolicy two", HEP],
  ["one between others", `${HEP}---\n${POLICY}---\n${HEP}`, "two", "GlobalNetworkPolicy two", `${HEP}---\n${HEP}`],
  ["at the separator", `${HEP}---\n${POLICY}`, "---", "GlobalNetworkPolicy two", HEP],
  ["behind a separator at the beginning", `---\n${HEP}---\n${POLICY}`, "one", "HostEndpoint one", `---\n${POLICY}`],
  ["of one that cannot be read", `${HEP}---\nkind: [\n`, "kind: [", "the document", HEP],
  ["the first item", LIST, "one", "HostEndpoint one", LIST.replace(item(HEP), "")],
  ["an item between others", LIST, "action", "GlobalNetworkPolicy two", LIST.replace(item(POLICY), "")],
  [
    "at the dash of an item",
    LIST,
    "- kind: GlobalNetworkPolicy",
    "GlobalNetworkPolicy two",
    LIST.replace(item(POLICY), ""),
  ],
  ["the last item", LIST, "three", "HostEndpoint three", `kind: List\nitems:\n${item(HEP)}${item(POLICY)}`],
  [
    "an item with comments",
    LIST.replace("    spec", "    # why\n    spec"),
    "# why",
    "GlobalNetworkPolicy two",
    LIST.replace(item(POLICY), ""),
  ],
  ["the only item", `kind: List\nitems:\n${item(HEP)}`, "one", "HostEndpoint one", "kind: List\nitems:\n"],
  ["an item of a bare list", item(HEP).slice(2).replaceAll("\n  ", "\n"), "one", "HostEndpoint one", ""],
  [
    "an item of JSON",
    JSON_LIST,
    "one",
    "Node one",
    '{"kind": "List", "items": [{"kind": "Node", "metadata": {"name": "two"}}]}\n',
  ],
  [
    "the last of JSON",
    JSON_LIST,
    "two",
    "Node two",
    '{"kind": "List", "items": [{"kind": "Node", "metadata": {"name": "one"}}]}\n',
  ],
  [
    "with carriage returns",
    `${HEP}---\n${POLICY}`.replaceAll("\n", "\r\n"),
    "one",
    "HostEndpoint one",
    POLICY.replaceAll("\n", "\r\n"),
  ],
])("%s", (_, text, at, removed, left) => {
  expect(withoutResource({ name: "a.yaml", text }, text.indexOf(at))).toEqual({ name: "a.yaml", text: left, removed });
});

test("a text without a resource has none to delete", () => {
  expect(() => withoutResource({ name: "a.yaml", text: "# nothing\n" }, 3)).toThrow("there is no resource to delete");
});
