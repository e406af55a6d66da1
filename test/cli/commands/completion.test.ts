import { spawnSync } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { createJournal } from "../../../src/cli/way-back/journal/journal.ts";
import { BINARY } from "../../support/binary.ts";
import { runCli, session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { PLAN } from "../way-back/journal/plan.ts";

const folder = tmpFolder();
const run = session(folder);
const RESOURCES = `
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: eth-a, labels: {role: web, rack: r1}}, spec: {node: n1, interfaceName: eth0}}
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: eth-b}, spec: {node: n1, interfaceName: eth1}}
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: other, labels: {role: db}}, spec: {node: n2, interfaceName: eth7}}
- apiVersion: projectcalico.org/v3
  kind: WorkloadEndpoint
  metadata: {namespace: ns1}
  spec: {node: n1, orchestrator: k8s, pod: web, endpoint: eth0, interfaceName: cali1, ipNetworks: [10.1.0.1/32]}
- {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: ns1}, spec: {selector: all()}}
`;
beforeAll(async () => {
  expect((await run("apply -f -", RESOURCES)).code).toBe(0);
});

/** The words so far (the last one is being typed), and what it may become: all, or at least these. */
test.each([
  ["ge", ["get"], true],
  ["'' ", ["apply", "completion", "get", "simulate"], false],
  ["--ver", ["--version"], true],
  ["get he", ["hep", "heps"], false],
  ["get hep eth-", ["eth-a", "eth-b"], true],
  ["get hep eth-a ''", ["eth-b", "other"], true],
  ["get -o wide hep eth-", ["eth-a", "eth-b"], true],
  ["-l debug delete hep eth-b eth", ["eth-a"], true],
  ["label hep eth-b eth-", ["eth-a"], true],
  ["label hep/eth-b hep/eth-", ["hep/eth-a", "hep/eth-b"], true],
  ["get hep -L ''", ["rack", "role"], true],
  ["get hep -L rack,r", ["rack,role"], true],
  ["get hep --label-columns=ro", ["--label-columns=role"], true],
  ["get hep,gnp --label-columns=rack,", ["--label-columns=rack,role"], true],
  ["get gnp -L ''", [], true],
  ["guard --skip-lifeline ''", ["ssh", "etcd", "bgp", "dhcp", "dns", "kube-apiserver"], true],
  ["apply --skip-lifeline=d", ["--skip-lifeline=dhcp", "--skip-lifeline=dns"], true],
  ["validate --skip-kind Dep", ["Deployment"], true],
  ["lint --skip-kind=Secret,Conf", ["--skip-kind=Secret,ConfigMap"], true],
  ["rollback --", ["--list", "--all-expired", "--dry-run", "--help"], false],
  ["get np ''", [], true],
  ["get np -n ns1 ''", ["p"], true],
  ["get hep --sel", ["--selector"], true],
  ["get hep -o ya", ["yaml"], true],
  ["validate -o ''", ["text", "json", "sarif", "junit", "github", "gitlab"], true],
  ["patch hep eth-a -t ''", ["strategic", "merge", "json"], true],
  ["apply -f ''", [], true],
  ["apply --skip-e", ["--skip-empty"], true],
  ["explain gn", ["gnp"], false],
  ["completion ''", ["bash", "zsh", "fish", "powershell"], true],
  ["get nokind ''", [], true],
  ["get hep/eth-", ["hep/eth-a", "hep/eth-b"], true],
  ["get hep/eth-a hep/", ["hep/eth-a", "hep/eth-b", "hep/other"], true],
  ["get hep,gn", ["hep,gnp", "hep,gnetsets"], true],
  ["get hep,np eth-a -n ns1 ''", ["eth-b", "other", "p"], true],
  ["get al", ["all"], true],
  ["delete al", [], true],
  ["patch hep eth-a ''", [], true],
  ["explain hep.s", [], true],
  ["export hep ''", [], true],
  ["export hep,ippo", ["hep,ippools"], true],
  ["get hep -n ''", ["ns1"], true],
  ["get --namespace=n", ["--namespace=ns1"], true],
  ["get np --namespace=ns1 ''", ["p"], true],
  ["get --output=ya", ["--output=yaml"], true],
  ["get --output=custom-columns=", ["--output=custom-columns="], true],
  ["get --nonsense=", [], true],
  ["get hep --calico-version ''", ["v3.7", "v3.32"], true],
  ["apply --dry-run=", ["--dry-run=client", "--dry-run=server", "--dry-run=none"], true],
  ["get hep --watch", ["--watch", "--watch-only"], true],
  ["simulate ''", ["tcp", "udp", "icmp", "icmpv6", "sctp", "udplite"], true],
  ["simulate --protocol u", ["udp", "udplite"], true],
  ["simulate --node ''", ["n1", "n2"], true],
  ["simulate --node n2 --in ''", ["eth7"], true],
  ["simulate --in ''", ["eth0", "eth1", "eth7"], true],
  ["simulate --out ''", ["eth0", "eth1", "eth7", "cali1"], true],
  ["simulate --from-workload ''", ["ns1/web"], true],
  ["simulate --to-workload ''", ["ns1/web"], true],
  ["simulate --from ''", ["eth-a", "eth-b", "other", "ns1/web", "n1", "n2"], true],
  ["simulate --to=eth-", ["--to=eth-a", "--to=eth-b"], true],
  ["exposure --node ''", ["n1", "n2"], true],
  ["explain port.", ["port.syntax", "port.range", "port.protocol", "port.name"], false],
  ["validate --explain net.m", ["net.masked"], true],
  ["get gnp --sort-by .spec.o", [".spec.order"], true],
  ["get gnp --sort-by=.metadata.", ["--sort-by=.metadata.name", "--sort-by=.metadata.creationTimestamp"], true],
  ["get np --sort-by .metadata.n", [".metadata.name", ".metadata.namespace"], true],
])("%s", async (line, words, all) => {
  const ran = await run(`__complete -- ${line}`);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const proposals = ran.stdout.split("\n").filter((word) => word !== "");
  if (all) expect(proposals).toEqual(words);
  else expect(proposals).toEqual(expect.arrayContaining([...words].filter((word) => word !== "heps")));
});

/** The words so far, and a line that is offered with what it is. */
test.each([
  ["ge", "get Show resources"],
  ["get --sel", "--selector "],
  ["get he", "hep HostEndpoint"],
  ["get hep eth-", "eth-a eth0 of n1"],
  ["simulate ud", "udp protocol 17"],
  ["simulate --node n1", "n1 node with eth0, eth1"],
  ["simulate --in eth7", "eth7 host endpoint other of n2"],
  ["simulate --out cali1", "cali1 workload "],
  ["simulate --from ns1", "ns1/web workload of n1"],
  ["simulate --from other", "other host endpoint of n2 eth7"],
  ["explain port.r", "port.range "],
  ["get hep -L ro", "role db, web"],
  ["guard --skip-lifeline bg", "bgp TCP 179 "],
  ["validate --skip-kind Dep", "Deployment apps/v1"],
])("`%s` with descriptions: %j", async (line, shown) => {
  const { stdout } = await run(`__complete --describe -- ${line}`);
  expect(stdout).toContain(shown);
});

test("an empty last word may be an option of its own, which old PowerShells need", async () => {
  const named = await run("__complete --new-word -- get hep");
  expect(named).toEqual(await run("__complete -- get hep ''"));
  expect(named.stdout).toContain("eth-a");
});

test("what a candidate is fits on a line, and no terminal acts on it", async () => {
  const { stdout } = await run("__complete --describe -- explain ''");
  const about = stdout.split("\n").map((line) => line.slice(line.indexOf(" ") + 1));
  expect(Math.max(...about.map(({ length }) => length))).toBe(60);
  expect(about.filter((text) => /\p{Cc}/u.test(text))).toEqual([]);
});

test("a datastore that takes the connection and never answers is given up", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: `http://127.0.0.1:${port}` };
  const ran = await runCli(["__complete", "--", "simulate", "--node", ""], { env });
  silent.close();
  expect(ran).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a datastore that does not answer, and the hidden command, are not seen", async () => {
  const env = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: "http://127.0.0.1:1" };
  expect(await runCli(["__complete", "--", "get", "hep", ""], { env })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect((await runCli(["--help"])).stdout).not.toContain("__complete");
  expect((await run("__complete -- __")).stdout).toBe("");
  expect((await runCli(["frobnicate"])).stderr).not.toContain("__complete");
});

/** A tool that answers with its arguments, and for some words with nothing or with a value's beginning. */
const TOOL = {
  bash: `calicoctl() { case "\${@: -1}" in none) ;; cust*) printf 'custom-columns=\\n' ;; *) printf '%s\\n' "\${@: -1}X a 'word'" "$#:$1:$2:$3:$4" ;; esac; }`,
  zsh: `calicoctl() { case $@[-1] in none) ;; cust*) print custom-columns= ;; *) print -rl -- "$@[-1]X a 'word'" "$#:$1:$2:$3:$4" ;; esac }`,
  fish: `function calicoctl; switch $argv[-1]; case none; case 'cust*'; echo custom-columns=; case '*'; printf '%s\\n' $argv[-1]"X a 'word'" (count $argv):$argv[1]:$argv[2]:$argv[3]:$argv[4]; end; end`,
};
const quoted = (word: string) => `'${word}'`;
/** How each shell is made to complete words without a person at it: a line for each thing it would offer. */
type Asking = (script: string, words: readonly string[], tool?: string) => string[];
const ASKING: Readonly<Record<keyof typeof TOOL, Asking>> = {
  bash: (script, words, tool = TOOL.bash) => [
    "--norc",
    "-c",
    `${tool}\n${script}\nCOMP_WORDS=(${words.map(quoted).join(" ")}) COMP_CWORD=${words.length - 1}\n_calicoctl\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (script, words, tool = TOOL.zsh) => [
    "-f",
    "-c",
    `compdef() {}; compset() {}; _files() { print -l *(N) }; compadd() { [[ $SHOWN == 1 && $2 == -d ]] && { print -rl -- \${(P)3}; return }; while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }\n${tool}\n${script}\nwords=(${words.map(quoted).join(" ")}) CURRENT=${words.length} PREFIX=${quoted(words.at(-1) ?? "")}\n_calicoctl`,
  ],
  fish: (script, words, tool = TOOL.fish) => [
    "--no-config",
    "-c",
    `${tool}\n${script}\ncomplete -C ${quoted(words.join(" "))}`,
  ],
};
/** The built tool. */
const BUILT: Readonly<Record<keyof typeof TOOL, string>> = {
  bash: `calicoctl() { '${process.execPath}' '${BINARY}' "$@"; }`,
  zsh: `calicoctl() { '${process.execPath}' '${BINARY}' "$@" }`,
  fish: `function calicoctl; '${process.execPath}' '${BINARY}' $argv; end`,
};
/** How each shell lists a word with what it is. */
const SHOWN: Readonly<Record<keyof typeof TOOL, string>> = {
  bash: "geX  (a 'word')",
  zsh: "geX  -- a 'word'",
  fish: "geX\ta 'word'",
};
/** Bash sees a word with \`=\` as three. */
const bashWords = (words: readonly string[]) =>
  words.flatMap((word) => (word.includes("=") ? word.split(/(=)/).filter((part) => part !== "") : [word]));

describe("scripts", () => {
  const files = tmpFolder({ "none.yaml": "", "none-other": "" });
  const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

  describe.each(Object.keys(TOOL) as (keyof typeof TOOL)[])("%s", (shell) => {
    const missing = has(shell) ? "" : ` [skipped: no ${shell} here]`;
    test.skipIf(missing !== "").each<[readonly string[], readonly string[]]>([
      [
        ["calicoctl", "ge"],
        ["geX", "4:__complete:--describe:--:ge"],
      ],
      [
        ["calicoctl", "get", "hep", "n"],
        ["nX", "6:__complete:--describe:--:get"],
      ],
      [
        ["calicoctl", "apply", "-f", "none"],
        // Bash completes files itself where there is nothing else.
        shell === "bash" ? [] : ["none-other", "none.yaml"],
      ],
      [["calicoctl", "get", "-o", "cust"], ["custom-columns="]],
      [
        ["calicoctl", "get", "--output=w", "--selector=a"],
        shell === "bash"
          ? ["aX", "6:__complete:--describe:--:get"]
          : ["--selector=aX", "6:__complete:--describe:--:get"],
      ],
    ])(`%j${missing}`, async (words, offered) => {
      const { stdout } = await runCli(["completion", shell]);
      const given = shell === "bash" ? bashWords(words) : words;
      const ran = spawnSync(shell, ASKING[shell](stdout, given), { encoding: "utf8", cwd: files });
      expect(ran.stderr).toBe("");
      const lines = ran.stdout.split("\n").flatMap((line) => (line === "" ? [] : line.split(/[\t ]/, 1)));
      // Fish shows only what begins with the word.
      const shown = shell === "fish" ? offered.filter((line) => line.startsWith(words.at(-1) ?? "")) : offered;
      expect(lines.sort()).toEqual([...shown].sort());
    });

    test(`shows what a word is, beside it${missing}`, async (context) => {
      if (missing !== "") context.skip();
      const { stdout } = await runCli(["completion", shell]);
      const env = { ...process.env, COMP_TYPE: "63", SHOWN: "1" };
      const ran = spawnSync(shell, ASKING[shell](stdout, ["calicoctl", "ge"]), { encoding: "utf8", cwd: files, env });
      expect(ran.stdout).toContain(SHOWN[shell]);
    });

    test.skipIf(missing !== "").each([
      ["get hep -L ro", "role", "db, web"],
      ["guard --skip-lifeline bg", "bgp", "TCP 179 between the nodes and their peers"],
      ["validate --skip-kind Dep", "Deployment", "apps/v1"],
      ["rollback 0a", "0a1b2c", "apply, begun 2026-01-01T00:00:00.000Z"],
    ])(`%s, by the built tool${missing}`, async (line, word, about) => {
      const state = tmpFolder();
      createJournal(`${state}/way-back`, PLAN);
      const { stdout } = await runCli(["completion", shell]);
      const store = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${folder}/.store.db` };
      const env = { ...process.env, ...store, CALICOCTL_STATE_DIR: state, SHOWN: "1" };
      const words = ["calicoctl", ...line.split(" ")];
      const ran = spawnSync(shell, ASKING[shell](stdout, words, BUILT[shell]), { encoding: "utf8", cwd: files, env });
      expect(ran.stderr).toBe("");
      expect(ran.stdout).toContain(word);
      // Bash shows what a word is only beside others.
      if (shell !== "bash") expect(ran.stdout).toContain(about);
    });

    test(`is read without a complaint${missing}`, async (context) => {
      if (missing !== "") context.skip();
      const { stdout } = await runCli(["completion", shell]);
      const before = shell === "zsh" ? "autoload -Uz compinit; compinit -D -u\n" : "";
      const ran = spawnSync(shell, ["-c", before + stdout], { encoding: "utf8" });
      expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, "", ""]);
    });
  });

  /** No PowerShell is run here: this holds the script to what the tool takes and prints, and to its own form. */
  test("powershell", async () => {
    const { stdout } = await runCli(["completion", "powershell"]);
    expect(stdout).toMatch(/^Register-ArgumentCompleter -Native -CommandName calicoctl -ScriptBlock \{$/m);
    expect(stdout).toContain("param($wordToComplete, $commandAst, $cursorPosition)");
    expect(stdout).toContain("__complete @options '--' @words");
    expect(stdout).toContain("CompletionResult]::new($word, $word, 'ParameterValue', $about)");
    const options = stdout.match(/'--[a-z-]+'/g);
    expect(options).toEqual(["'--describe'", "'--new-word'"]);
    for (const [open = "", close = ""] of ["{}", "()", "[]"])
      expect(stdout.split(open).length).toBe(stdout.split(close).length);
    expect(stdout).toContain("$word, $about = $_ -split ' ', 2");
  });

  test.each([
    ["", "which shell?"],
    ["tcsh", "which shell?"],
    ["bash zsh", "unexpected argument `zsh`"],
    ["toString", "which shell?"],
  ])("`completion %s` is wrong usage", async (shells, message) => {
    const ran = await run(`completion ${shells}`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(message);
  });
});
