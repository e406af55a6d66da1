import { describe, expect, test } from "vitest";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { compileRule } from "../../../src/policy/world/rules/compile-rule.ts";
import { KnownParts } from "../../../src/policy/world/rules/known-parts.ts";
import type { Problems } from "../../../src/policy/world/spec-fields.ts";

interface Options {
  readonly namespace?: string;
  readonly version?: "v3.7" | "v3.32";
}

/** The compiled rule, and what Felix would refuse, as paths. */
function compile(fields: object, { namespace, version = "v3.7" }: Options = {}) {
  const calico = calicoVersionRules(version);
  if (!calico) throw new Error(version);
  const problems: Problems = [];
  const scope = namespace === undefined ? {} : { namespace };
  const rule = compileRule({ action: "Allow", ...fields }, ["r"], {
    ...scope,
    calico,
    problems,
    parts: new KnownParts(),
  });
  return { rule, problems: problems.map(({ path }) => path.join(".")) };
}

/** The sets of a rule's source: `in KEY` or `not in KEY`. */
function check(source: object, options: Options = {}): string {
  const side = compile({ source }, options).rule?.source;
  if (side?.set) return `in ${side.set.key}`;
  return side?.notSet ? `not in ${side.notSet.key}` : "none";
}

describe("the sets of a side", () => {
  const own = "projectcalico.org/namespace == 'red'";
  const inAny = "has(projectcalico.org/namespace)";
  const np = { namespace: "red" };
  const cases: [string, object, Options, string][] = [
    ["nothing", {}, {}, "none"],
    ["nothing in a NetworkPolicy", { nets: ["10.0.0.0/8"] }, np, "none"],
    ["selector", { selector: "has(a)" }, {}, "in has(a)"],
    ["notSelector alone", { notSelector: "has(a)" }, {}, "not in has(a)"],
    ["both", { selector: "has(a)", notSelector: "has(b)||has(c)" }, {}, "in has(a) && !(has(b) || has(c))"],
    ["blanks", { selector: " " }, {}, "in all()"],
    ["selector in a NetworkPolicy", { selector: "has(a)" }, np, `in ${own} && has(a)`],
    ["notSelector in a NetworkPolicy", { notSelector: "has(a)" }, np, `in ${own} && !has(a)`],
    ["namespaceSelector", { namespaceSelector: "team == 'x'" }, {}, "in pcns.team == 'x'"],
    [
      "it lifts a NetworkPolicy's confinement",
      { namespaceSelector: "team == 'x'", selector: "has(a)" },
      np,
      "in pcns.team == 'x' && has(a)",
    ],
    ["all() is in a namespace", { namespaceSelector: "all()" }, {}, `in ${inAny}`],
    ["inside an expression too", { namespaceSelector: "!has(a) || all()" }, {}, `in !has(pcns.a) || ${inAny}`],
    [
      "namespaceSelector and notSelector",
      { namespaceSelector: "has(a)", notSelector: "has(b)" },
      {},
      "in has(pcns.a) && !has(b)",
    ],
    ["global()", { namespaceSelector: "global()" }, { version: "v3.32" }, `in !${inAny}`],
    ["global() in a notSelector", { notSelector: "global()" }, { version: "v3.32" }, "not in all()"],
    [
      "service accounts",
      { serviceAccounts: { names: ["a", "b"], selector: "x == 'y'" } },
      {},
      "in pcsa.x == 'y' && projectcalico.org/serviceaccount in {'a', 'b'}",
    ],
    [
      "service accounts in a NetworkPolicy",
      { serviceAccounts: { names: ["a"] } },
      np,
      `in ${own} && projectcalico.org/serviceaccount in {'a'}`,
    ],
  ];
  test.each(cases)("%s", (_what, source, options, expected) => expect(check(source, options)).toBe(expected));
});

describe("ports need a protocol that has them", () => {
  const ports = { destination: { ports: [80] } };
  const names = { destination: { notPorts: ["web"] } };
  const cases: [string, object, Options, string[]][] = [
    ["TCP", { protocol: "TCP", ...ports }, {}, []],
    ["17", { protocol: 17, ...ports }, {}, []],
    ["none", ports, {}, ["r"]],
    ["ICMP", { protocol: "ICMP", ...ports }, {}, ["r"]],
    ["UDPLite", { protocol: "UDPLite", ...ports }, { version: "v3.32" }, ["r"]],
    ["SCTP in v3.7", { protocol: "SCTP", ...ports }, {}, ["r"]],
    ["SCTP in v3.32", { protocol: "SCTP", ...ports }, { version: "v3.32" }, []],
    ["names without protocol in v3.7", names, {}, ["r"]],
    ["names without protocol in v3.32", names, { version: "v3.32" }, []],
  ];
  test.each(cases)("%s", (_what, fields, options, expected) =>
    expect(compile(fields, options).problems).toEqual(expected),
  );
});

test("null fields and empty lists are not conditions", () => {
  const { rule, problems } = compile({
    protocol: null,
    icmp: null,
    source: null,
    destination: { nets: [], ports: null, selector: null },
  });
  expect(problems).toEqual([]);
  expect(rule).toEqual({
    action: "Allow",
    source: { nets: [], notNets: [], ports: [], notPorts: [] },
    destination: { nets: [], notNets: [], ports: [], notPorts: [] },
  });
});
