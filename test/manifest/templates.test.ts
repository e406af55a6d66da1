import { expect, test } from "vitest";
import { findings, HEP } from "./read.ts";

const VALID = HEP("a");

/** A text, and all findings: one for a template, however many documents it has and errors it causes. */
const ROWS: readonly (readonly [text: string, findings: readonly string[]])[] = [
  [`{{- range .Values.endpoints }}\n---\n${HEP("{{ .name }}")}{{- end }}\n`, ["error yaml.template 1:1"]],
  [HEP("{{ .name }}"), ["error yaml.template 4:9"]],
  [HEP("a").replace("eth0", "{{ .if }}"), ["error yaml.template 7:18"]],
  [`{% if x %}\n${VALID}{% endif %}\n`, ["error yaml.template 1:1"]],
  [`${VALID}---\n{{ include "x" . }}\n---\n{{ include "y" . }}\n`, ["error yaml.template 9:1"]],
  [`# {{ comment }}\n${VALID}`, []],
  [VALID.replace("spec:", '  annotations: {a: "{{ x }}"}\nspec:'), []],
  [`# {{ comment }}\n${VALID}  foo: [\n`, ["error yaml.syntax 10:1"]],
];

test.each(ROWS)("%j", (text, expected) => expect(findings(text, "validate")).toEqual(expected));
