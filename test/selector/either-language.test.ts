import fc from "fast-check";
import { expect, test } from "vitest";
import { inCalicosLanguage, parseEitherLanguage } from "../../src/selector/either-language.ts";
import { fromKubernetes } from "../../src/selector/from-kubernetes.ts";
import { parseSelector } from "../../src/selector/parse.ts";

/** What is typed, and the same in Calico's language. */
test.each([
  ["", "all()"],
  ["role == 'web'", "role == 'web'"],
  ["role == 'web' && has(zone)", "role == 'web' && has(zone)"],
  ["has(role)", "has(role)"],
  ["role=web", "role == 'web'"],
  ["role==web,zone!=a", "role == 'web' && zone != 'a'"],
  ["role in (a, b),!old", "role in {'a', 'b'} && !has(old)"],
  ["zone notin (a)", "zone not in {'a'}"],
  ["has", "has(has)"],
  ["all=x", "all == 'x'"],
])("%s", (text, calico) => {
  expect(parseEitherLanguage(text)).toEqual(parseSelector(calico));
});

/** What is refused, with what could be meant. */
test.each([
  [
    "all",
    "`all` could be every resource (Calico's `all()`), or those with a label `all` (Kubernetes)",
    ["all()", "has(all)"],
  ],
  ["role=web,!all", "`all` could be every resource", ["all()", "role == 'web' && !has(all)"]],
  ["global", "`global` could be resources without a namespace", ["has(global)"]],
  ["role='web'", "invalid selector", ["role == 'web'"]],
  ["role == 'web',zone=a", "invalid selector", ["role == 'web' && zone == 'a'"]],
  ["order>5", "compares no numbers", []],
  ["role=web zone=a", "invalid selector", []],
  ["role web", "unknown operator `web` (at character 6)", []],
])("%s is refused", (text, message, instead) => {
  expect(parseEitherLanguage(text)).toEqual({ ok: false, message: expect.stringContaining(message), instead });
});

const PIECES = [
  "role",
  "has(a)",
  "all()",
  "all",
  "in",
  "not in",
  "notin",
  "==",
  "=",
  "!=",
  "!",
  ",",
  "&&",
  "(",
  ")",
  "{",
  "}",
  "'a'",
  '"b"',
  "a",
  "a.b/c",
  " ",
];

test("no text that is valid in both languages means different things", () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const calico = parseSelector(text);
      const translated = fromKubernetes(text);
      if (calico.ok && translated !== undefined) expect(parseSelector(translated)).toEqual(calico);
      if (calico.ok && text.trim() !== "" && !/['"]/.test(text)) expect(translated).toBeUndefined();
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

/** Texts that may also be names, and what they become. */
test.each([
  ["role=web", "role == 'web'"],
  ["role in (a,b)", "role in {'a', 'b'}"],
  ["!role,zone", "!has(role) && has(zone)"],
  ["role", "role"],
  ["shop/web-1", "shop/web-1"],
  ["10.0.0.0/8", "10.0.0.0/8"],
  ["role == 'web'", "role == 'web'"],
  ["role='web'", "role='web'"],
  ["role = db || zone", "role = db || zone"],
])("%s in Calico's language", (text, calico) => expect(inCalicosLanguage(text)).toBe(calico));
