import fc from "fast-check";
import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { sized } from "../../support/full.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { putRaw } from "../../support/values/hostile-values.ts";
import { recordedValues } from "../../support/values/recorded-values.ts";

const VALUES = { "v3.7": of("v3.9"), "v3.32": of("v3.32") };

function of(release: string) {
  return recordedValues().filter(({ calico }) => calico.startsWith(release));
}

/** What a field may hold that is none of its kind: other types, names of JavaScript's own, extremes, text for terminals. */
const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e21,
    2 ** 53,
    -0,
    65536,
    "",
    "x",
    " ",
    "0",
    "1:2",
    "10.0.0.1/0",
    "all()",
    "!all()",
    "a\nb",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "\u001b[2J",
    "\u202eabc",
    "\ud800",
    "$(touch x)",
    "%s{{",
    "x".repeat(5000),
  ],
  ...[[], {}, [[]], [null], ["x"], { a: null }, { hasOwnProperty: 1, length: -1 }],
  ...[
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"then":1,"constructor":null}'),
    JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`),
  ],
];
const KEYS = ["__proto__", "constructor", "toString", "Spec", "name", "NODE", "ingress", ""];

/** The value with one place of it, chosen by numbers, changed to something odd. */
function mutated(value: unknown, steps: readonly number[], odd: unknown): unknown {
  const [step = 0, ...rest] = steps;
  if (rest.length === 0 || typeof value !== "object" || value === null) return odd;
  if (Array.isArray(value)) {
    if (value.length === 0) return [odd];
    return value.map((item, at) => (at === step % value.length ? mutated(item, rest, odd) : item));
  }
  const entries = Object.entries(value);
  const at = step % (entries.length + 1);
  if (at === entries.length) return Object.fromEntries([...entries, [KEYS[step % KEYS.length] ?? "", odd]]);
  return Object.fromEntries(entries.map(([key, item], i) => [key, i === at ? mutated(item, rest, odd) : item]));
}

const change = fc.record({
  pick: fc.nat(),
  steps: fc.array(fc.nat(100), { minLength: 1, maxLength: 7 }),
  odd: fc.constantFrom(...ODD),
});

/** What only a fault of this tool prints. */
const BAD = /^.*(?:\bat .*:\d+:\d+\)?$|internal error|is not a function|undefined).*$/m;

const GOOD =
  '{"apiVersion":"projectcalico.org/v3","kind":"HostEndpoint","metadata":{"name":"good"},"spec":{"node":"node1","interfaceName":"eth0","expectedIPs":["10.0.0.1"]}}';

const LINES: readonly string[] = [
  ...["ps", "wide", "yaml", "json"].map((format) => `get all -A -o ${format}`),
  "'get' all -A -o 'go-template={{range .}}{{range .Items}}{{.}}{{.ObjectMeta.Name}}{{end}}{{end}}'",
  ...["hep", "gnp", "np", "no", "profile", "wep", "ippool", "felixconfig", "bgppeer"].map(
    (kind) => `get ${kind} -o wide`,
  ),
  "get gnp -o custom-columns=NAME,ORDER,SELECTOR",
  "get hep -l has(constructor)||a=='b'",
  "export",
  "simulate --node node1 --in eth0 tcp 1.1.1.1 10.0.0.1:80",
  "simulate --node node1 --in eth0 tcp 1.1.1.1 10.0.0.1:80 -o json",
  ...["hep", "gnp", "np", "no"].map((kind) => `label ${kind} --all x=y --overwrite --dry-run=server`),
  ...["hep", "gnp", "ippool", "globalnetworkset"].map((kind) => `delete ${kind} --all --yes --dry-run=server`),
  "version",
];

test.each(Object.entries(VALUES))(
  "stored values of %s with one odd field each: every command ends, and names what it leaves out",
  async (version, values) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 40, maxLength: 40 }), async (changes) => {
        const folder = tmpFolder();
        const run = session(folder);
        expect((await run("create -f -", GOOD)).code).toBe(0);
        const entries = changes.map(({ pick, steps, odd }, at) => {
          const { key, value } = values[pick % values.length] ?? expect.unreachable("no value");
          return { key: `${key}.${at}`, value: JSON.stringify(mutated(JSON.parse(value), steps, odd)) };
        });
        putRaw(`${folder}/.store.db`, entries);
        const as = `--calico-version ${version} --allow-version-mismatch`;
        for (const line of LINES) {
          const { code, stdout, stderr } = await run(`${line} ${as}`);
          const what = `${line}\n${BAD.exec(stderr)?.[0]}`;
          expect([0, 1], what).toContain(code);
          expect(stderr, what).not.toMatch(BAD);
          expect(stderr, what).not.toMatch(/[^\P{Cc}\n]/u);
          if (/ps|wide/.test(line)) expect(stdout, what).not.toMatch(/\[object|[^\P{Cc}\n]/u);
        }
        // Every value is in the list or is named as left out, and nothing is counted twice.
        const { code, stdout, stderr } = await run(`get all -A -o name ${as}`);
        const shown = stdout
          .split("\n")
          .filter(
            (line) =>
              line !== "" &&
              !/\/(default|good|adminnetworkpolicy|kube-admin|kube-baseline|projectcalico-default-allow)$/.test(line),
          );
        const out = stderr.split(" is left out: ").length - 1;
        expect(shown.length + out).toBe(entries.length);
        expect(code).toBe(out === 0 ? 0 : 1);
        expect({}).not.toHaveProperty("polluted");
      }),
      { numRuns: sized(20, 2), seed: 11, endOnFailure: true },
    );
  },
);
