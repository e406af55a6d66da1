import { expect, test } from "vitest";
import { parse } from "yaml";
import { EXPLANATIONS } from "../../../src/generated/explanations.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { recordedLines } from "../../conformance/corpus.ts";
import { read } from "../read.ts";

type Version = "v3.7" | "v3.32";
type Path = readonly (string | number)[];

/** What to do as a hint says: another Calico version, or a change of the manifest. */
type Followed = Version | ((root: unknown, path: Path) => void);

const at = (root: unknown, path: Path): Record<string | number, unknown> => {
  let value = root as Record<string | number, unknown>;
  for (const part of path) value = value?.[part] as Record<string | number, unknown>;
  return value;
};
const set =
  (value: unknown) =>
  (root: unknown, path: Path): void => {
    at(root, path.slice(0, -1))[path.at(-1) ?? ""] = value;
  };
const add =
  (field: string, value: unknown) =>
  (root: unknown, path: Path): void => {
    const object = at(root, path);
    if (typeof object === "object" && object !== null) object[field] = value;
    else set({ [field]: value })(root, path);
  };
const remove = (root: unknown, path: Path): void => {
  delete at(root, path.slice(0, -1))[path.at(-1) ?? ""];
};
/** A field of the rule or port that a path leads through. */
const inRule =
  (field: string, value: unknown) =>
  (root: unknown, path: Path): void => {
    const index = path.findIndex((part) => typeof part === "number");
    add(field, value)(root, path.slice(0, index + 1));
  };

/** The forms of hints that can be typed, and how; a text in brackets of the form is what the hint names. */
const TYPED: readonly (readonly [form: RegExp, follow: (named: string) => Followed])[] = [
  [/ does: --calico-version (v[\d.]+)$/, (version) => version as Version],
  [/^for example `(.+)`$/, set],
  [/^write an address, with or without its network: `(.+)`$/, set],
  [/^write a network like `(.+)`$/, set],
  [/^write it like `(.+)`, or leave it out$/, set],
  [/^write it with its unit: `([^`]+)`/, set],
  [/, or two halves like `"(.+)"`$/, set],
  [/, a range like `([^`]+)`, or a name/, set],
  [/, or `"(\*)"` for all interfaces$/, set],
  [/^use a number from 1 to 255, or (TCP),/, set],
  [/^write `metadata: \{name: (NAME)\}`$/, () => (root) => add("metadata", { name: "name" })(root, [])],
  [/^`node` is the name of the Node/, () => add("node", "n")],
  [/^`action` is `(Allow|Accept)`/, (action) => add("action", action)],
  [/^every resource needs `apiVersion: (.+)` and a `kind`$/, () => (root) => add("kind", "Node")(root, [])],
  [/^set `protocol: (ICMP)` or/, (protocol) => inRule("protocol", protocol)],
  [/^add `protocol: (TCP)` or/, (protocol) => inRule("protocol", protocol)],
  [/^change the protocol, or remove the ports$/, () => inRule("protocol", "TCP")],
  [/remove one of them$/, () => remove],
  [/^its fields are /, () => set({})],
  [/^its items are objects/, () => set([])],
  [/^use `ipipMode`$/, () => remove],
];

/** The forms of hints that only say what is possible, and what has to be decided before anything can be typed. */
const DECISIONS: readonly (readonly [form: RegExp, why: string])[] = [
  [/^up to \d+ (?!.* for all interfaces$)/, "what a name may be; which one, the user knows"],
  [/^did you mean `/, "the field that is meant is there already, or what is written does not fit it"],
  [/^add `interfaceName: eth0`/, "which interface"],
  [/^add `type`$/, "which type"],
  [/^use \/32 for IPv4/, "which address"],
  [/^give both, or neither$/, "either"],
  [/^take a larger network, or set `blockSize`$/, "either"],
  [/^split it into two /, "what goes where, and the name of the other"],
  [/^put the egress rules into another policy/, "the name of the other policy"],
  [/^move it to `source`$/, "the other direction of the packets is another policy"],
  [/^it belongs into `namespaceSelector` of a rule/, "of which rule"],
  [/^for all, write `all\(\)`$/, "whether all are meant"],
  [/^only a (Staged)?GlobalNetworkPolicy has it$/, "whether the policy is for all namespaces"],
  [/^it is a field of Calico Enterprise/, "what to do without it"],
  [/^Felix fails to program it/, "what the rule is to match"],
  [/^use `kubectl apply -f FILE`/, "it is no resource of Calico; test/cli/shell/hints-run.test.ts runs the commands"],
];

const REPEATED = /@@REPEAT:(.):(\d+)@@/g;
const TEXTS: readonly { readonly id: string; readonly root: unknown; readonly version: Version }[] = [
  ...recordedLines<{ id: string; manifest: unknown; calico: string }>("validate.jsonl").map(
    ({ id, manifest, calico }) => {
      const text = JSON.stringify(manifest).replace(REPEATED, (_, char: string, count: string) =>
        char.repeat(Number(count)),
      );
      return {
        id,
        root: JSON.parse(text) as unknown,
        version: calico.startsWith("v3.32") ? ("v3.32" as const) : ("v3.7" as const),
      };
    },
  ),
  // What is wrong with a text, not with what it means, is in text-fixes.test.ts.
  ...Object.entries(EXPLANATIONS).flatMap(([code, { wrong = "" }]) =>
    wrong === "" || /^(?:yaml|document|json)\./.test(code)
      ? []
      : [{ id: `the example of ${code}`, root: parse(wrong) as unknown, version: "v3.32" as const }],
  ),
];

const keyOf = ({ code, path, message }: Diagnostic): string => `${code} ${path} ${message}`;
const findings = (root: unknown, version: Version) => read(JSON.stringify(root), "validate", version).diagnostics;
const partsOf = (path = ""): Path =>
  [...path.matchAll(/[^.[\]"]+|"([^"]+)"/g)].map(
    ([part, quoted]) => quoted ?? (/^\d+$/.test(part) ? Number(part) : part),
  );

test("each hint without a fix is one that can be typed, and works, or asks for a decision", () => {
  const counts = { fix: 0, typed: 0, decision: 0 };
  const unused = new Set([...TYPED, ...DECISIONS].map(([form]) => form));
  const wrong = TEXTS.flatMap(({ id, root, version }) => {
    const before = findings(root, version);
    return before.flatMap((finding) => {
      const { help, fix, path } = finding;
      if (fix !== undefined) counts.fix++;
      if (help === undefined || fix !== undefined) return [];
      const decision = DECISIONS.find(([form]) => form.test(help));
      if (decision !== undefined) {
        counts.decision++;
        unused.delete(decision[0]);
        return [];
      }
      const typed = TYPED.find(([form]) => form.test(help));
      if (typed === undefined) return [`${id}: a hint of an unknown form: ${keyOf(finding)} (${help})`];
      counts.typed++;
      const [form, follow] = typed;
      unused.delete(form);
      const followed = follow(form.exec(help)?.[1] ?? "");
      const changed: unknown = structuredClone(root);
      try {
        if (typeof followed === "function") followed(changed, partsOf(path));
      } catch {
        return [`${id}: cannot be typed: ${keyOf(finding)} (${help})`];
      }
      const after = findings(changed, typeof followed === "function" ? version : followed);
      const own = (list: readonly Diagnostic[]): number => list.filter((one) => keyOf(one) === keyOf(finding)).length;
      return own(after) < own(before) ? [] : [`${id}: it stays: ${keyOf(finding)} (${help})`];
    });
  });
  process.stdout.write(
    `${counts.fix} findings with a fix, ${counts.typed} hints typed, ${counts.decision} for a decision\n`,
  );
  expect(wrong).toEqual([]);
  expect([...unused]).toEqual([]);
  expect(counts.typed).toBeGreaterThan(600);
});
