import { expect, test } from "vitest";
import { findings, HEP, read } from "./read.ts";

const LIST = `apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata:\n    name: a\n`;

test.each<readonly [string, string, readonly string[]]>([
  [
    "an error before the objects",
    `Error from server (Forbidden): services is forbidden: User "x" cannot list\n${HEP("a")}`,
    ["error document.kubectl 1:1"],
  ],
  ["an error behind the objects", `${HEP("a")}Error from server (NotFound): no\n`, ["error document.kubectl 8:1"]],
  ["an unknown kind", `error: the server doesn't have a resource type "x"\n`, ["error document.kubectl 1:1"]],
  ["a warning", `Warning: v1 Endpoints is deprecated\n${HEP("a")}`, ["error document.kubectl 1:1"]],
  ["nothing found", "No resources found\n", ["error document.kubectl 1:1"]],
  [
    "no server",
    "The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?\n",
    ["error document.kubectl 1:1"],
  ],
  ["a table", "NAME    READY   STATUS\nweb-1   1/1     Running\n", ["error document.kubectl 1:1"]],
  ["a table of all namespaces", "NAMESPACE   NAME    READY\nshop        web-1   1/1\n", ["error document.kubectl 1:1"]],
  ["a description", "Name:         web-1\nNamespace:    shop\n", ["error document.kubectl 1:1"]],
  ["a list that is cut off", LIST, ["error field.required 1:1"]],
  ["JSON that is cut off", '{\n "apiVersion": "v1",\n "items": [\n  {"kind": "Na', ["error document.cut 4:14"]],
  ["JSON with another mistake", '{"apiVersion": "v1", "kind": List:}', ["error yaml.syntax 1:30"]],
  ["words of kubectl inside of a text", `${HEP("a")}---\n# Warning: a comment\n${HEP("b")}`, []],
])("%s", (_, text, expected) => {
  expect(findings(text)).toEqual(expected);
});

const HEAD =
  "NAME: x\nLAST DEPLOYED: Sat Nov 28 2026\nNAMESPACE: default\nSTATUS: pending-install\nHOOKS:\nMANIFEST:\n";
const NOTES = "\nNOTES:\n1. Get the URL: run\n  export X={y}\n";

test.each<readonly [string, string, readonly string[]]>([
  [
    "the words of Helm around the objects",
    `${HEAD}---\n# Source: a.yaml\n${HEP("a")}${NOTES}`,
    ["document.helm-notes 1:1", "document.helm-notes 17:1"],
  ],
  ["only its notes", `---\n# Source: a.yaml\n${HEP("a")}${NOTES}`, ["document.helm-notes 11:1"]],
])("%s are not read, and not written around", (_, text, expected) => {
  expect(findings(text, "simulate")).toEqual(expected.map((one) => `warning ${one}`));
  expect(findings(text, "apply")).toEqual(expected.map((one) => `error ${one}`));
  expect(read(text, "simulate").resources).toHaveLength(1);
});

test("what to do", () => {
  const help = (text: string) => read(text).diagnostics.map((one) => one.help);
  expect(help("NAME    READY   STATUS\n")).toEqual(["add `-o yaml` to the command"]);
  expect(help(LIST)).toEqual(["the text may be cut off: save it again"]);
});
