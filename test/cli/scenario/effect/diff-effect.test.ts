import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const SCHEMA = join(import.meta.dirname, "../../../../schemas/simulate/effect.schema.json");
const isEffect = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

const hep = (node: string, labels = "{role: web}", more = "") => `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: ${node}-eth0, labels: ${labels}}
spec: {node: ${node}, interfaceName: eth0, expectedIPs: [10.0.0.${node.slice(-1)}]${more}}
`;
const gnp = (name: string, spec: string) => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec: {${spec}}
`;
const set = (nets: string) => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: office, labels: {net: office}}
spec: {nets: [${nets}]}
`;
const felix = (spec: string) => `apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: {name: default}
spec: {${spec}}
`;
const profile = (action: string) => `apiVersion: projectcalico.org/v3
kind: Profile
metadata: {name: open}
spec: {ingress: [{action: ${action}}], egress: [{action: Allow}]}
`;
const web = gnp(
  "web",
  "selector: role == 'web', order: 10, ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]",
);
const both = `${hep("node1")}---\n${hep("node2")}---\n${web}`;
const open = gnp("open", "order: 5, ingress: [{action: Allow}], egress: [{action: Allow}]");
/** A text without what depends on where its lines are broken. */
const unbroken = (text: string) => text.replace(/\n {16,}/g, " ").replace(/ +/g, " ");
const byRule = (name: string, line: number) => `by policy ${name}, ingress rule 1 (new.yaml:${line})`;

test.each([
  ["the same", both, both, 0, ""],
  [
    "the same, written differently",
    `${both}---\n${gnp("x", "selector: role == 'web', order: 9, types: [Ingress]")}`,
    both.replace("[80]", "['80:80', 80]"),
    0,
    "",
  ],
  [
    "a port more, on both nodes",
    both,
    both.replace("[80]", "[80, 8443]"),
    1,
    `newly allowed   TCP anywhere -> the node : 8443
                in through node1, node2 (eth0), to local processes: 2 host
                  endpoints, role == 'web'
                ${byRule("web", 14)}
                e.g. simulate --node node1 --in eth0 tcp 198.51.100.7 10.0.0.1:8443
newly denied    nothing
`,
  ],
  [
    "a label, by which policy no longer selects a node",
    both,
    both.replace("{name: node2-eth0, labels: {role: web}}", "{name: node2-eth0, labels: {role: db}}"),
    1,
    /^newly allowed nothing\nnewly denied TCP anywhere -> the node : 80 in through node2\/eth0, to local processes by default at/,
  ],
  [
    "the order of two policies",
    `${hep("node1")}---\n${gnp("keep", "order: 1, types: [Ingress], ingress: [{action: Deny, protocol: TCP}]")}---\n${gnp("let", "order: 2, ingress: [{action: Allow, protocol: TCP, destination: {ports: [5000]}}]")}`,
    `${hep("node1")}---\n${gnp("keep", "order: 3, types: [Ingress], ingress: [{action: Deny, protocol: TCP}]")}---\n${gnp("let", "order: 2, ingress: [{action: Allow, protocol: TCP, destination: {ports: [5000]}}]")}`,
    1,
    /^newly allowed TCP anywhere -> the node : 5000 in through node1\/eth0, to local processes by policy let, ingress rule 1 \(new.yaml:14\)/,
  ],
  [
    "a setting: failsafe ports",
    hep("node1"),
    `${hep("node1")}---\n${felix("failsafeInboundHostPorts: [{protocol: tcp, port: 22}]")}`,
    1,
    /^newly allowed nothing\nnewly denied TCP anywhere -> the node : 179, 2379:2380, 6666:6667/,
  ],
  [
    "a profile",
    `${hep("node1", "{}", ", profiles: [open]")}---\n${profile("Allow")}`,
    `${hep("node1", "{}", ", profiles: [open]")}---\n${profile("Deny")}`,
    1,
    /^newly allowed nothing\nnewly denied .* by profile open, ingress rule 1/,
  ],
  [
    "untracked policy of one direction only: the answers are dropped",
    `${hep("node1")}---\n${gnp("out", "order: 9, ingress: [{action: Allow}]")}`,
    `${hep("node1")}---\n${gnp("out", "order: 9, ingress: [{action: Allow}]")}---\n${gnp("raw", "order: 1, doNotTrack: true, applyOnForward: true, types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: [5353]}}]")}`,
    1,
    /replies dropped TCP anywhere from port 0:178, .* -> the node : 5353 in through node1\/eth0/,
  ],
  [
    "a network set, by its selector",
    `${both}---\n${set("203.0.113.0/24")}---\n${gnp("office", "selector: role == 'web', order: 1, ingress: [{action: Allow, source: {selector: net == 'office'}}]")}`,
    `${both}---\n${set("203.0.113.0/24, 198.51.100.0/24")}---\n${gnp("office", "selector: role == 'web', order: 1, ingress: [{action: Allow, source: {selector: net == 'office'}}]")}`,
    1,
    /^newly allowed TCP 198\.51\.100\.0\/24 -> the node : 0:21, 23:79, 81:178, /,
  ],
  [
    "the first host endpoint of a node",
    both,
    `${both}---\n${hep("node3", "{role: db}")}`,
    1,
    /^newly allowed nothing\nnewly denied TCP anywhere -> the node : 0:21, 23:178/,
  ],
  ["a host endpoint that policy leaves open", open, `${open}---\n${hep("node3", "{}")}`, 0, ""],
  ["a host endpoint that is gone", both, `${hep("node1")}---\n${web}`, 1, /no host endpoint any more at eth0/],
] as const)("OLD NEW: %s", async (_, before, after, code, stdout) => {
  const folder = tmpFolder();
  writeFileSync(join(folder, "old.yaml"), before);
  writeFileSync(join(folder, "new.yaml"), after);
  const ran = await session(folder)(`diff --effect ${folder}/old.yaml ${folder}/new.yaml`);
  expect(ran).toMatchObject({ code });
  // Where lines are broken depends on the length of the folder's name.
  const text = ran.stdout.replaceAll(`${folder}/`, "");
  if (typeof stdout === "string") expect(unbroken(text)).toBe(unbroken(stdout));
  else expect(unbroken(text)).toMatch(stdout);
  const data = JSON.parse(
    (await session(folder)(`diff --effect ${folder}/old.yaml ${folder}/new.yaml -o json`)).stdout,
  );
  expect({ errors: isEffect(data) ? [] : isEffect.errors, isEquivalent: data.isEquivalent }).toEqual({
    errors: [],
    isEquivalent: code === 0,
  });
  expect(ran.stdout.split("\n").filter((line) => line.length > 80 && !/e\.g\.|\.yaml/.test(line))).toEqual([]);
});

test("what is stored against files over it, and the witness as it can be typed", async () => {
  const run = session(tmpFolder());
  expect(await run("apply -f -", both)).toMatchObject({ code: 0 });
  const proposed = web.replace("[80]", "[8080]");
  const { code, stdout, stderr } = await run("diff --effect -f -", proposed);
  expect(code).toBe(1);
  expect(stderr).toBe("1 resource changed\n");
  const commands = [...stdout.matchAll(/e\.g\. (.*)/g)].map(([, command = ""]) => command);
  expect(commands).toEqual([
    "simulate --node node1 --in eth0 tcp 198.51.100.7 10.0.0.1:8080",
    "simulate --node node1 --in eth0 tcp 198.51.100.7 10.0.0.1:80",
  ]);
  for (const [i, command] of commands.entries()) {
    const [now, then] = i === 0 ? ["ALLOW", "DENY"] : ["DENY", "ALLOW"];
    expect((await run(command)).stdout).toMatch(new RegExp(`^${then}`));
    expect((await run(`${command} -f -`, proposed)).stdout).toMatch(new RegExp(`^${now}`));
  }
});

test("what the store fills in is no change", async () => {
  const run = session(tmpFolder());
  expect(await run("apply -f -", both)).toMatchObject({ code: 0 });
  const proved = "no packet of a new connection is decided differently: proved for all\n";
  expect(await run("diff --effect -f -", both)).toEqual({ code: 0, stdout: "", stderr: proved });
});

test("an old folder with files over it, the deciders, and the forms for programs", async () => {
  const folder = tmpFolder();
  mkdirSync(join(folder, "old"));
  writeFileSync(join(folder, "old", "all.yaml"), both);
  writeFileSync(join(folder, "log.yaml"), gnp("log", "selector: role == 'web', order: 1, ingress: [{action: Log}]"));
  writeFileSync(
    join(folder, "again.yaml"),
    gnp(
      "again",
      "selector: role == 'web', order: 1, ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]",
    ),
  );
  const run = session(folder);
  const short = <Ran extends { stdout: string; stderr: string }>(ran: Ran): Ran => ({
    ...ran,
    stdout: ran.stdout.replaceAll(`${folder}/`, ""),
    stderr: ran.stderr.replaceAll(`${folder}/`, ""),
  });
  expect(short(await run(`diff --effect ${folder}/old -f ${folder}/log.yaml`))).toMatchObject({
    code: 0,
    stdout: "",
    stderr:
      "no packet of a new connection is decided differently: proved for all\n1 resource changed, without effect (log.yaml:1): lint reports why\n",
  });
  expect(await run(`diff --effect ${folder}/old -f ${folder}/again.yaml`)).toMatchObject({ code: 0, stdout: "" });
  const decider = short(await run(`diff --effect --deciders ${folder}/old -f ${folder}/again.yaml -o json`));
  expect(decider.code).toBe(1);
  expect({ isValid: isEffect(JSON.parse(decider.stdout)), errors: isEffect.errors }).toMatchObject({ isValid: true });
  expect(JSON.parse(decider.stdout)).toMatchObject({
    isEquivalent: false,
    isExact: true,
    changes: [
      {
        change: "decider",
        way: "local in",
        ipVersions: [4, 6],
        places: [{ node: "node1" }, { node: "node2" }],
        decidedBy: { text: "by policy again, ingress rule 1", place: "again.yaml:4" },
        decidedBefore: [{ text: "by policy web, ingress rule 1" }],
        regionCount: 1,
        regions: [
          {
            protocol: "TCP",
            source: ["0.0.0.0/0"],
            sourcePort: ["0:65535"],
            destination: ["0.0.0.0/0"],
            destinationPort: ["80:80"],
          },
          { protocol: "TCP", source: ["::/0"] },
        ],
        witness: {
          command: "simulate --node node1 --in eth0 tcp 198.51.100.7 10.0.0.1:80",
          before: { verdict: "allow" },
          after: { verdict: "allow" },
        },
      },
    ],
    notProved: [],
  });
  expect(short(await run(`diff --effect --deciders ${folder}/old -f ${folder}/again.yaml -o github`)).stdout).toMatch(
    /^::notice file=again\.yaml,line=4,/,
  );
  expect((await run(`diff --effect ${folder}/old -f ${folder}/again.yaml -o markdown`)).stdout).toBe(
    "No packet of a new connection is decided differently.\n",
  );
});

const NO_FILES = "no .yaml, .yml or .json file in directory";
test.each([
  [
    "an empty folder and files",
    "empty full",
    1,
    "newly denied",
    "warning: no resources in `empty`: all of the other side",
  ],
  [
    "files and an empty folder",
    "full empty",
    1,
    "newly allowed",
    "warning: no resources in `empty`: all of the other side",
  ],
  ["an empty folder and files over it", "empty -f full", 1, "newly denied", "warning: no resources in `empty`"],
  ["a folder with a comment only", "comment full", 1, "newly denied", "warning: no resources in `comment`"],
  ["two empty folders", "empty empty", 2, "", NO_FILES],
  ["an empty folder over files", "full -f empty", 2, "", NO_FILES],
  ["an empty file", "blank.yaml full", 2, "", "error: no resources in `blank.yaml`"],
  ["no folder", "nowhere full", 2, "", "= if nothing was there, name an empty folder"],
  ["no folder to compare with", "full nowhere", 2, "", "= if nothing was there, name an empty folder"],
  ["a folder with a mistake only", "wrong full", 2, "", "the closing quote is missing"],
] as const)("nothing on one side: %s", async (_, words, code, stdout, stderr) => {
  const folder = tmpFolder({ "blank.yaml": "" });
  const files = { "full/a.yaml": both, "comment/a.yaml": "# nothing yet\n", "wrong/a.yaml": 'a: "b\n' };
  for (const name of ["empty", "full", "comment", "wrong"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const line = words.replace(/\b(?:empty|full|comment|wrong|blank\.yaml|nowhere)\b/g, `${folder}/$&`);
  const ran = await session(tmpFolder())(`diff --effect ${line}`);
  expect(ran.code).toBe(code);
  expect(ran.stdout).toContain(stdout);
  expect(unbroken(ran.stderr.replaceAll(`${folder}/`, ""))).toContain(stderr);
});

test.each([
  ["diff --effect", "no file given"],
  ["diff --effect a b -f c", "both a new file or folder and -f are given"],
  ["diff --effect a b c", "unexpected argument `c`"],
  ["diff -o json -f a", "--output goes with --effect"],
  ["diff --deciders -f a", "--deciders goes with --effect"],
  ["diff a", "argument `a` goes with --effect"],
] as const)("usage: %s", async (line, message) => {
  const { code, stderr } = await session(tmpFolder())(line);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("a node that does not exist is told as exposure does it, and a file on both sides is warned about once", async () => {
  const twice = both.replace("order: 10", "order: 10, order: 10");
  const folder = tmpFolder({ "old.yaml": twice });
  const run = session(folder);
  const line = `diff --effect ${folder}/old.yaml ${folder}/old.yaml`;
  expect(await run(`${line} --node nod1`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("error: unknown node `nod1`\n  did you mean `node1`?\n"),
  });
  const { code, stderr } = await run(line);
  expect(code).toBe(0);
  expect(stderr.match(/is given twice/g)).toHaveLength(1);
});
