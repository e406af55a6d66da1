import { expect, test } from "vitest";
import { check, flow, flowFile, GOOD, OFFLINE } from "./flow-files.ts";

/** Flow files, the rest of the line, the exit code, and what `-o github` prints. */
const ROWS: readonly [string, Readonly<Record<string, string>>, string, number, string][] = [
  ["nothing where all passes", { "a.yaml": GOOD }, OFFLINE, 0, ""],
  [
    "a flow that fails, at its line, with what decided",
    { "a.yaml": flowFile(flow(80), flow(81, ", name: 'a: 50%, ::b', expect: allow")) },
    OFFLINE,
    3,
    "::error file=@/a.yaml,line=4,col=7,title=a%3A 50%25%2C %3A%3Ab::expected allow, got deny by default at host endpoint h, normal ingress: policies select this endpoint and none of their rules matched%0Apolicy web, ingress rule 1 did not match: destination port 81 is not 80 (@/policies/p.yaml:13)\n",
  ],
  [
    "an assertion that does not hold",
    { "a.yaml": "forbid:\n  - { name: no web, to: role == 'web', ports: tcp/80 }\n" },
    OFFLINE,
    3,
    "::error file=@/a.yaml,line=2,col=7,title=no web::a packet of it is allowed: ",
  ],
  [
    "a flow that cannot be evaluated",
    { "a.yaml": flowFile(flow(80, ", name: wrong, icmpType: 8, expect: allow")) },
    OFFLINE,
    1,
    "::error file=@/a.yaml,line=3,col=7,title=wrong::",
  ],
  ["a file that cannot be read", {}, OFFLINE, 1, "::error title=source.unreadable::cannot read `@/a.yaml`: "],
  [
    "coverage below its threshold, and what no flow reaches",
    { "a.yaml": GOOD },
    `${OFFLINE} --coverage-threshold 90`,
    3,
    "::error title=coverage::coverage 50 %25 is below the threshold of 90 %25\n::notice file=@/policies/p.yaml,line=14,col=9,title=not reached::no flow reaches policy web, ingress rule 2 (Deny)\n",
  ],
  [
    "policy that is invalid",
    {
      "a.yaml": GOOD,
      "policies/q.yaml": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: q}\nfoo: 1\n",
    },
    OFFLINE,
    1,
    "::error file=@/policies/q.yaml,line=4,col=1,title=field.unknown::",
  ],
];

test.each(ROWS)("test -o github: %s", async (_, files, rest, code, output) => {
  const ran = await check(files, `@/a.yaml ${rest} -o github`);
  expect(ran.code).toBe(code);
  if (output === "") expect(ran.stdout).toBe("");
  else expect(ran.stdout).toContain(output);
  for (const line of ran.stdout.split("\n").slice(0, -1))
    expect(line).toMatch(/^::(error|warning|notice) [^:]*title=[^:]*::/);
});
