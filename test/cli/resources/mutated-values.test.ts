import fc from "fast-check";
import { expect, test } from "vitest";
import { ODD_VALUES, withOddField } from "../../../scripts/torture/odd-fields.ts";
import { session } from "../../support/cli.ts";
import { sized } from "../../support/full.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { putRaw } from "../../support/values/hostile-values.ts";
import { recordedValues } from "../../support/values/recorded-values.ts";

const VALUES = { "v3.7": of("v3.9"), "v3.32": of("v3.32") };

function of(release: string) {
  return recordedValues().filter(({ calico }) => calico.startsWith(release));
}

const change = fc.record({
  pick: fc.nat(),
  steps: fc.array(fc.nat(100), { minLength: 1, maxLength: 7 }),
  odd: fc.constantFrom(...ODD_VALUES),
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
          return { key: `${key}.${at}`, value: JSON.stringify(withOddField(JSON.parse(value), steps, odd)) };
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
