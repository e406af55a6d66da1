import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, session } from "../support/cli.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { sized } from "../support/full.ts";
import { startWay } from "../support/loopback/way.ts";
import { tmpFolder } from "../support/tmp.ts";
import { waitUntil } from "../support/wait.ts";

const hep = (name: string) =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\nspec:\n  node: n1\n  interfaceName: eth0\n`;

const LENGTH = sized(10, 1) * 1024 * 1024;

/** Text that is not a manifest, the same every time. */
function garbage(): string {
  let seed = 7;
  const chars = new Array<string>(LENGTH);
  for (let i = 0; i < chars.length; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    chars[i] = String.fromCharCode(32 + (seed % 95));
    if (seed % 61 === 0) chars[i] = "\n";
  }
  return chars.join("");
}

const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
  .concat("bcdefghi".split("").map((c, i) => `${c}: &${c} [${`*${"abcdefghi"[i]}, `.repeat(9)}*${"abcdefghi"[i]}]`))
  .join("\n");

const INPUTS: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["blanks", " \n\n  \n"],
  ["megabytes of garbage", garbage()],
  ["megabytes on one line", "x".repeat(LENGTH)],
  ["megabytes of keys", "a:\n".repeat(LENGTH / 3)],
  ["megabytes of empty block scalars", "- |\n".repeat(LENGTH / 4)],
  ["deeply nested flow", "[".repeat(100_000)],
  ["deeply nested blocks", Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
  ["deeply nested JSON", `${`{"a":`.repeat(50_000)}1${"}".repeat(50_000)}`],
  ["an alias bomb", bomb],
  ["a NUL in a name", hep('"a\\0b"')],
  ["a raw NUL", hep("a\u0000b")],
  ["terminal escapes in a name", hep('"\\e]0;owned\\a"')],
  ["a good document before a bad one", `${hep("a")}---\n{`],
  ["binary", "\u007fELF\u0001\u0002\u0000\u0000"],
  ["a reserved key", "__proto__: {polluted: 1}\napiVersion: projectcalico.org/v3\nkind: Node\nmetadata: {name: a}\n"],
];

test.each(INPUTS)("%s: a clear message, nothing written", async (_, stdin) => {
  const run = session(tmpFolder());
  const ran = await run("apply -f -", stdin);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("error: ");
  expect(ran.stderr.length).toBeLessThan(20_000);
  expect(ran.stderr).not.toMatch(/[^\P{Cc}\n]|^\s+at .*:\d+:\d+\)?$/mu);
  expect((await run("get hep")).stdout).toBe("NAME   NODE   \n\n");
  expect({}).not.toHaveProperty("polluted");
});

test.each([
  ["a name", hep("a".repeat(LENGTH))],
  ["a kind", `apiVersion: projectcalico.org/v3\nkind: ${"a".repeat(LENGTH)}\nmetadata: {name: a}\n`],
  ["a field", `${hep("a")}  ${"a".repeat(LENGTH)}: 1\n`],
  ["an interface", hep("a").replace("eth0", "a".repeat(LENGTH))],
])("%s of megabytes is not repeated as a whole", async (_, stdin) => {
  const ran = await runCli(["validate", "-f", "-"], { stdin });
  expect(ran.code).toBe(1);
  expect(ran.stderr.length).toBeLessThan(10_000);
});

const OBJECT = '{"toString": 1, "valueOf": 2, "toJSON": 3}';
const policy = (fields: string): string =>
  `{"apiVersion": "projectcalico.org/v3", "kind": "NetworkPolicy", "metadata": {"name": "p"}, "spec": {"ingress": [{"action": "Allow", ${fields}}]}}`;

/** An object whose text cannot be asked for, in each place that messages repeat. */
test.each([
  ["a port's protocol", hep("a").concat(`  ports: [{name: p, port: 1, protocol: ${OBJECT}}]\n`)],
  ["a rule's protocol", policy(`"protocol": ${OBJECT}, "destination": {"ports": [1]}`)],
  ["a rule's IP version", policy(`"protocol": "ICMP", "ipVersion": ${OBJECT}`)],
  ["a port", policy(`"protocol": "TCP", "destination": {"ports": [${OBJECT}]}`)],
  ["an action", policy(`"action": ${OBJECT}`).replace('"action": "Allow", ', "")],
  ["a name", hep(OBJECT)],
  ["a namespace", policy('"icmp": {}').replace('"name": "p"', `"name": [], "namespace": ${OBJECT}`)],
  ["a label", hep("a").replace("  name: a", `  name: a\n  labels: {a: ${OBJECT}}`)],
  ["a kind", `apiVersion: projectcalico.org/v3\nkind: ${OBJECT}\nmetadata: {name: a}\n`],
])("%s that is an object with its own toString is a finding", async (_, stdin) => {
  for (const argv of [
    ["validate", "-f", "-"],
    ["test", "-f", "-", "--offline", "examples/worked-example/flows.yaml"],
  ]) {
    const ran = await runCli([...argv, "--calico-version", "v3.32"], { stdin });
    expect(ran.stderr).toContain("error: ");
    expect(ran.code).toBe(1);
  }
});

test.each(["v3.7", "v3.32"])(
  "%s: a namespace with a `/`, which calicoctl stores where nothing finds it, is refused",
  async (version) => {
    const run = session(tmpFolder());
    const ran = await run(
      `apply -f - --calico-version ${version}`,
      policy('"protocol": "TCP"').replace('"name": "p"', '"name": "p", "namespace": "ns/x"'),
    );
    expect(ran.stderr).toContain("no node would find a resource in the namespace `ns/x`");
    expect(ran).toMatchObject({ code: 1, stdout: "" });
  },
);

const ESCAPE = "\u001b]0;owned\u0007";

test.each([
  [`--${ESCAPE}`],
  ["get", `--${ESCAPE}`],
  ["get", "hep", `-${ESCAPE}`],
  ["get", "hep", "--timeout", ESCAPE],
  ["get", "hep", `--export=${ESCAPE}`],
  ["get", ESCAPE],
  ["get", "hep", "-o", ESCAPE],
  ["get", "hep", "-l", `a=${ESCAPE}`],
  ["get", "hep", "--calico-version", ESCAPE],
  ["label", "hep", "a", `x=${ESCAPE}`],
  ["annotate", "hep", "a", `${ESCAPE}=x`],
  ["patch", "hep", "a", "-p", "{}", "-t", ESCAPE],
  ["convert", "-f", ESCAPE],
  ["datastore", "migrate", ESCAPE],
  ["delete", "hep", ESCAPE],
  ["version", ESCAPE],
  ["explain", ESCAPE],
  ["help", ESCAPE],
  ["completion", ESCAPE],
  [ESCAPE],
])("a terminal's escapes in the words of a line: %j", async (...argv) => {
  const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${tmpFolder()}/.store.db` };
  const ran = await runCli(argv, { env });
  expect(ran.code).toBeGreaterThan(0);
  expect(ran.stderr).not.toBe("");
  expect(ran.stdout + ran.stderr).not.toMatch(/[^\P{Cc}\n]/u);
});

describe("stores that cannot be used", () => {
  const folder = tmpFolder({ "a-file": "x", "other.db": "SQLite format 3\u0000 but not one" });
  test.each([
    ["a path below a file", `${folder}/a-file/store.db`],
    ["a folder", folder],
    ["a file of something else", `${folder}/other.db`],
    ["an empty file", `${folder}/empty.db`],
  ])("%s", async (what, path) => {
    if (what === "an empty file") writeFileSync(path, "");
    const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: path };
    const ran = await runCli(["apply", "-f", "-"], { stdin: hep("a"), env });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/error: .*\[datastore\.[\w-]+\]/);
  });
});

describe("endpoints that do not answer", () => {
  test.each([
    ["refused", "http://127.0.0.1:1", "http://127.0.0.1:1"],
    ["misspelt", "http://no-such-host.invalid:2379", "no-such-host.invalid"],
    ["no URL", "::::", "endpoint 1 of ETCD_ENDPOINTS"],
    ["TLS to a plain port", "https://127.0.0.1:1", "https://127.0.0.1:1"],
  ])("%s", async (_, endpoints, named) => {
    const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: endpoints, ETCD_USERNAME: "u", ETCD_PASSWORD: "s3cret" };
    const ran = await runCli(["get", "hep", "--timeout", "5"], { env });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(named);
    expect(ran.stderr).not.toContain("s3cret");
  });
});

describe.skipIf(!hasEtcd)(`an etcd that dies between two writes${needsEtcd}`, () => {
  let etcd: EtcdServer;
  beforeAll(async () => {
    etcd = await startEtcd();
  });
  afterAll(() => etcd.stop());

  test("the count is right, every resource's state is reported, and it does not hang", async () => {
    // Some writes come through, and the rest surely does not before it dies.
    const way = await startWay(etcd.port, 0, { bytes: 512 * 1024 });
    const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: way.endpoint };
    const stdin = Array.from({ length: 3000 }, (_, i) => hep(`e${String(i).padStart(4, "0")}`)).join("---\n");
    const running = runCli(["apply", "-f", "-", "--timeout", "5"], { stdin, env });
    await Promise.race([running, waitUntil(way.isFull)]);
    await etcd.kill();
    const ran = await running;
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    const numbersIn = (state: string) => numbers(new RegExp(`^  ${state}: (.*)$`, "m").exec(ran.stderr)?.[1] ?? "");
    const [written, unknown, not] = [
      numbersIn("written"),
      numbersIn("unknown whether written"),
      numbersIn("not written"),
    ];
    expect(ran.stderr).toContain(`applied ${written.length} of 3000 resources; stopped\n`);
    expect(written.length).toBeGreaterThan(0);
    expect([...written, ...unknown, ...not].sort((a, b) => a - b)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
    way.stop();
    await etcd.restart();
    const direct = { ...env, ETCD_ENDPOINTS: etcd.endpoint };
    const names = (await runCli(["get", "hep", "-o", "name"], { env: direct })).stdout;
    const stored = new Set(numbers(names.replaceAll("hostendpoint/", "HostEndpoint ").replaceAll("\n", ", ")));
    expect(written.filter((i) => !stored.has(i))).toEqual([]);
    expect(not.filter((i) => stored.has(i))).toEqual([]);
    // Those of the two transactions under way when it died may or may not have been stored; none is half known.
    expect(unknown.length).toBeLessThanOrEqual(256);
  });
});

/** The numbers that `HostEndpoint e0001 (<stdin>:4) to HostEndpoint e0003 (...), HostEndpoint e0007` stands for. */
function numbers(list: string): number[] {
  const parts = list.split(", ").filter((part) => part !== "");
  return parts.flatMap((part) => {
    const [from = 0, to = from] = [...part.matchAll(/HostEndpoint e(\d{4})/g)].map(([, digits]) => Number(digits));
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}
