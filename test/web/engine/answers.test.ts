import { describe, expect, test } from "vitest";
import { descriptionData } from "../../../src/report/describe/description-output.ts";
import { answerQuestion } from "../../../src/web/engine/answer.ts";
import { openPage } from "../../../src/web/engine/page.ts";
import type { Edits, PageData } from "../../../src/web/engine/page-data.ts";
import type { Answers, ExposureQuestion, Question } from "../../../src/web/engine/protocol.ts";
import { runCli } from "../../support/cli.ts";
import { EMPTY_PAGE, pageOfFiles } from "./page-of.ts";

const GUIDE = pageOfFiles(
  "examples/worked-example/policy.yaml",
  "examples/worked-example/host-endpoint.yaml",
  "examples/worked-example/allow-nodeport.yaml",
);
const CLUSTER: PageData = { ...pageOfFiles("examples/kubernetes/cluster.yaml"), calicoVersion: "v3.32" };

/** The answer to a question, which must be data that can be sent to another thread. */
function answer<Kind extends Question["kind"]>(
  data: PageData,
  question: Question & { readonly kind: Kind },
): Answers[Kind] {
  const result = structuredClone(answerQuestion(openPage(data), question));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.answer as Answers[Kind];
}

/** What the command line prints as JSON about the same files. */
async function printed(words: readonly string[], { manifests, calicoVersion }: PageData): Promise<unknown> {
  const files = manifests.flatMap(({ name }) => ["-f", name]);
  const { stdout, stderr } = await runCli([
    ...words,
    "--offline",
    ...files,
    "--calico-version",
    calicoVersion,
    "-o",
    "json",
  ]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the answers are those of the command line", () => {
  test.each([
    [GUIDE, { protocol: "tcp", src: "198.51.100.7", dst: "10.240.0.5:8443", node: "node1", in: "eth0" }],
    [GUIDE, { protocol: "tcp", src: "198.51.100.7", dst: "10.240.0.5", port: "22" }],
    [
      GUIDE,
      {
        protocol: "udp",
        src: "10.240.0.5",
        dst: "10.0.0.53",
        port: "53",
        node: "node1",
        fromProcess: true,
        out: "eth0",
      },
    ],
    [GUIDE, { protocol: "tcp", from: "198.51.100.7", to: "node1-eth0", port: "443" }],
    [CLUSTER, { protocol: "tcp", from: "pod/shop/db-0", to: "svc/shop/web" }],
    [CLUSTER, { protocol: "tcp", from: "external:203.0.113.9", to: "node/node1:31852" }],
  ])("to a packet: %#", async (data, form) => {
    const { command = "", data: shown, paths } = answer(data, { kind: "packet", form, asPrinted: true });
    expect(command).toMatch(/^calicoctl simulate --/);
    const flows = [asJson(shown)];
    expect(await printed(command.split(" ").slice(1), data)).toEqual({ flows });
    expect(paths.length).toBeGreaterThan(0);
    for (const { hops } of paths) expect(hops.every(({ steps }) => steps.length > 0)).toBe(true);
  });

  test.each<Omit<ExposureQuestion, "kind">>([
    { from: [], to: [], port: [], direction: "in", traffic: "any", verdicts: ["allow"] },
    {
      from: ["203.0.113.0/24"],
      to: ["node1-eth0"],
      port: ["tcp/22"],
      direction: "in",
      traffic: "local",
      verdicts: ["allow"],
    },
  ])("to who reaches what: %#", async (question) => {
    const { from, to, port, direction, traffic } = question;
    const flags = [
      ["--from", from],
      ["--to", to],
      ["--port", port],
    ] as const;
    const words = flags.flatMap(([flag, values]) => values.flatMap((value) => [flag, value]));
    const shown = answer(GUIDE, { kind: "exposure", ...question });
    const line = ["exposure", ...words, "--direction", direction, "--traffic", traffic];
    expect(await printed(line, GUIDE)).toEqual(asJson(shown));
  });

  test.each([
    [GUIDE, "hep", "node1-eth0", "HostEndpoint node1-eth0"],
    [GUIDE, "gnp", "allow-nodeport", "GlobalNetworkPolicy allow-nodeport"],
    [GUIDE, "gnp", "drop-other-ingress", "GlobalNetworkPolicy drop-other-ingress"],
    [CLUSTER, "node", "node1", "Node node1"],
    [CLUSTER, "profile", "kns.shop", "Profile kns.shop"],
  ])("to what a resource does: %#", async (data, kind, name, resource) => {
    const { description } = answer(data, { kind: "describe", resource });
    const [shown] = (await printed(["describe", kind, name], data)) as [unknown];
    expect(shown).toEqual(asJson(descriptionData(description)));
  });
});

test("the overview counts what there is, and says what policies select", () => {
  const { counts, nodes, policies, calicoVersion } = answer(GUIDE, { kind: "overview" });
  expect(counts).toEqual({ nodes: 1, endpoints: 1, policed: 1, policies: 4, networkSets: 0, services: 0 });
  expect(calicoVersion).toBe("v3.7");
  expect(nodes[0]).toMatchObject({
    name: "node1",
    endpoints: [{ resource: "HostEndpoint node1-eth0", interface: "eth0", addresses: ["10.240.0.5"], policies: 4 }],
  });
  expect(policies.map(({ name, endpoints }) => [name, endpoints])).toContainEqual(["drop-other-ingress", 1]);
});

test("endpoints of one kind with the same policies and profiles are a group of the overview", () => {
  const { nodes } = answer(CLUSTER, { kind: "overview" });
  const groups = new Map<number, string[]>();
  for (const { group, name } of nodes.flatMap(({ endpoints }) => endpoints))
    groups.set(group, [...(groups.get(group) ?? []), name]);
  expect([...groups.values()]).toEqual([
    ["node1-eth0", "node2-eth0"],
    ["shop/web-7d4b9c-2xk8p", "shop/web-7d4b9c-9vqzd"],
    ["shop/db-0"],
  ]);
});

test("an interface that only saved facts know is listed as one that nothing governs", () => {
  const facts = {
    unnamed: {},
    named: [],
    byNode: [["node1", { interfaces: { lo: ["127.0.0.1"], eth0: ["10.240.0.5/16"], eth1: ["192.168.1.1/24"] } }]],
  } as const;
  const { nodes } = answer({ ...GUIDE, facts }, { kind: "overview" });
  expect(nodes[0]?.otherInterfaces).toEqual([{ name: "eth1", addresses: ["192.168.1.1/24"] }]);
});

test("the names are those that a form takes", () => {
  const names = answer(CLUSTER, { kind: "names" });
  expect(names.nodes.map(({ name }) => name)).toContain("node1");
  expect(names.ends.map(({ name }) => name)).toEqual(expect.arrayContaining(["svc/shop/web", "node/node1"]));
  expect(answer(GUIDE, { kind: "names" }).interfaces).toEqual([
    { name: "eth0", node: "node1", about: "node1 10.240.0.5" },
  ]);
});

describe("edits", () => {
  const [first = { name: "", text: "" }] = GUIDE.manifests;
  const form = { protocol: "tcp", src: "198.51.100.7", dst: "10.240.0.5:8443", node: "node1", in: "eth0" };
  const opened: Edits = {
    manifests: [{ ...first, text: first.text.replace("- action: Deny", "- action: Allow") }],
    removed: [],
  };

  test.each<[string, Edits | undefined, string]>([
    ["none", undefined, "deny"],
    ["a changed text", opened, "allow"],
    ["a policy taken away", { manifests: [], removed: ["GlobalNetworkPolicy drop-other-ingress"] }, "deny"],
    ["the host endpoint taken away", { manifests: [], removed: ["HostEndpoint node1-eth0"] }, "allow"],
  ])("%s", (_, edits, verdict) => {
    const page = openPage(GUIDE);
    const question: Question = { kind: "packet", form, ...(edits && { edits }) };
    expect(answerQuestion(page, { kind: "packet", form })).toMatchObject({ answer: { verdict: "deny" } });
    expect(answerQuestion(page, question)).toMatchObject({ answer: { verdict } });
    expect(answerQuestion(page, { kind: "packet", form })).toMatchObject({ answer: { verdict: "deny" } });
  });

  test("what they change for all packets is compared with the page without them", () => {
    const effect = answer(GUIDE, {
      kind: "effect",
      nodes: [],
      deciders: false,
      edits: { manifests: [], removed: ["HostEndpoint node1-eth0"] },
    });
    expect(effect).toMatchObject({ isEquivalent: false, data: { isExact: true } });
    const same = answer(GUIDE, {
      kind: "effect",
      nodes: [],
      deciders: false,
      edits: { manifests: [first], removed: [] },
    });
    expect(same).toMatchObject({ isEquivalent: true, changes: [], data: { isExact: true, changes: [] } });
  });
});

describe("what has no answer", () => {
  test.each<[Question, RegExp, RegExp]>([
    [
      { kind: "packet", form: { protocol: "tcp", src: "198.51.100.7", dst: "10.240.0.5" } },
      /needs a destination port/,
      /ADDRESS:PORT/,
    ],
    [
      { kind: "packet", form: { protocol: "tcp", from: "a", to: "nobody", port: "1" } },
      /nothing in the cluster is called/,
      /--/,
    ],
    [{ kind: "describe", resource: "HostEndpoint node1-eth1" }, /does not exist/, /node1-eth0/],
    [{ kind: "effect", nodes: [], deciders: false }, /nothing to compare/, /edit/],
    [
      { kind: "exposure", from: ["nobody"], to: [], port: [], direction: "in", traffic: "any", verdicts: ["allow"] },
      /nobody/,
      /./,
    ],
  ])("%j", (question, message, help) => {
    const result = answerQuestion(openPage(GUIDE), question);
    expect(result).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(message) } });
    expect(result.ok ? "" : result.refusal.help).toMatch(help);
  });

  test("manifests that are wrong refuse all but their validation", () => {
    const manifest = {
      name: "wrong.yaml",
      text: "kind: GlobalNetworkPolicy\napiVersion: projectcalico.org/v3\nmetadata: {name: a}\nspec: {odrer: 1}\n",
    };
    const page = openPage({ ...EMPTY_PAGE, manifests: [manifest] });
    expect(answerQuestion(page, { kind: "overview" })).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining("1 error"), diagnostics: [{ code: "field.unknown" }] },
    });
    expect(answerQuestion(page, { kind: "validate", manifest })).toMatchObject({
      ok: true,
      answer: {
        valid: false,
        resources: ["GlobalNetworkPolicy a"],
        diagnostics: [{ span: { start: { line: 4 } }, fix: { text: "order" } }],
      },
    });
  });
});
