import { expect, test } from "vitest";
import { fromKubernetes } from "../../src/selector/from-kubernetes.ts";

/** What kubectl's users write, and what it is in Calico's language; nothing for what is in neither. */
test.each([
  ["role=web", "role == 'web'"],
  ["role==web", "role == 'web'"],
  ["role == web", "role == 'web'"],
  ["role='web'", "role == 'web'"],
  ['role="web"', "role == 'web'"],
  ["role=", "role == ''"],
  ["role!=web", "role != 'web'"],
  ["role", "has(role)"],
  ["!role", "!has(role)"],
  ["! role", "!has(role)"],
  ["role in (web)", "role in {'web'}"],
  ["role in (web, db)", "role in {'web', 'db'}"],
  ["role notin (web,db)", "role not in {'web', 'db'}"],
  ["role=web,zone in (a,b),!old", "role == 'web' && zone in {'a', 'b'} && !has(old)"],
  ["example.com/role=web", "example.com/role == 'web'"],
  ["app.kubernetes.io/name=x,tier!=", "app.kubernetes.io/name == 'x' && tier != ''"],
  ["", undefined],
  [",", undefined],
  ["role=web,", undefined],
  ["role=web zone=a", undefined],
  ["role=a=b", undefined],
  ["role in web", undefined],
  ["role in ()", "role in {''}"],
  ["(", undefined],
  ["role='", "role == ''"],
  ["role=a'b", undefined],
  ["role>5", undefined],
  [`${"a".repeat(50_000)} `, undefined],
  ["a,".repeat(20_000), undefined],
])("%s", (text, selector) => {
  expect(fromKubernetes(text)).toBe(selector);
});
