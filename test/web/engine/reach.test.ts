import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../../src/web/engine/answer.ts";
import type { ReachAnswer, ReachQuestion } from "../../../src/web/engine/answers/exposure/reach.ts";
import { openPage } from "../../../src/web/engine/page.ts";
import type { Edits, PageData } from "../../../src/web/engine/page-data.ts";
import { tangledManifest, tangledRules } from "../../cli/not-proved/tangled-policies.ts";
import { EMPTY_PAGE, pageOfFiles } from "./page-of.ts";

const GUIDE = pageOfFiles(
  ...["policy", "host-endpoint", "allow-nodeport"].map((name) => `examples/worked-example/${name}.yaml`),
);
const EXPOSURE = pageOfFiles("examples/exposure/policies.yaml");
const CLUSTER: PageData = { ...pageOfFiles("examples/kubernetes/cluster.yaml"), calicoVersion: "v3.32" };

/** Edits of a page: each text of it with all of a pattern replaced, and what is taken away. */
function edited(data: PageData, from: string | RegExp, to: string, removed: readonly string[] = []): Edits {
  const manifests = data.manifests.map(({ name, text }) => ({ name, text: text.replace(from, to) }));
  return { manifests: manifests.filter(({ text }, at) => text !== data.manifests[at]?.text), removed };
}

function reach(data: PageData, question: Partial<ReachQuestion> & { readonly edits?: Edits }): ReachAnswer {
  const asked = { kind: "reach", endpoint: "", to: "", ...question } as const;
  const result = structuredClone(answerQuestion(openPage(data), asked));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.answer as ReachAnswer;
}

/** The lines that change, each as people read it, without the ways that they are of. */
function changes({ ways }: ReachAnswer): readonly string[] {
  return ways.flatMap(({ lines }) =>
    lines.flatMap(({ change, services, from, to }) =>
      change === undefined ? [] : [`${change} ${services} from ${from}${to === undefined ? "" : ` to ${to}`}`],
    ),
  );
}

const OUTSIDE = "0.0.0.0/0 except 10.240.0.0/16, 192.168.0.0/16; ::/0";

describe("what edits change of who reaches an endpoint", () => {
  test.each<[string, PageData, Edits, readonly string[]]>([
    [
      "another port",
      GUIDE,
      edited(GUIDE, "[31852]", "[8443]"),
      [`newly TCP 8443 from ${OUTSIDE}`, `no longer TCP 31852 from ${OUTSIDE}`],
    ],
    [
      "fewer sources",
      GUIDE,
      edited(GUIDE, "      destination:\n", "      source: { nets: [203.0.113.0/24] }\n      destination:\n"),
      [expect.stringMatching(/^no longer TCP 31852 from 0\.0\.0\.0\/\d.*; ::\/0$/)],
    ],
    [
      "some destinations",
      GUIDE,
      edited(GUIDE, "ports: [31852]", "{ ports: [31852], nets: [10.240.0.5/32] }"),
      [
        `no longer TCP 31852 from ${OUTSIDE.replace("; ::/0", "")} to 0.0.0.0/0 except 10.240.0.5`,
        "no longer TCP 31852 from ::/0",
      ],
    ],
    ["a comment", GUIDE, edited(GUIDE, "# A pinhole", "# The pinhole"), []],
    [
      "a policy taken away",
      GUIDE,
      edited(GUIDE, "", "", ["GlobalNetworkPolicy allow-nodeport"]),
      [`no longer TCP 31852 from ${OUTSIDE}`],
    ],
  ])("%s", (_, data, edits, expected) => {
    expect(changes(reach(data, { edits }))).toEqual(expected);
  });

  test("an endpoint that is there on one side alone says so, and has the lines of that side", () => {
    const now = reach(GUIDE, {});
    const taken = reach(GUIDE, { edits: edited(GUIDE, "", "", ["HostEndpoint node1-eth0"]) });
    expect(taken).toEqual({ ...now, only: "before" });
    const added = reach(GUIDE, { endpoint: "other", edits: edited(GUIDE, "name: node1-eth0", "name: other") });
    expect(added).toEqual({ ...now, name: "other", resource: "HostEndpoint other", only: "after" });
  });
});

describe("the endpoint", () => {
  test.each<[string, PageData, Partial<ReachQuestion> & { readonly edits?: Edits }, string, number]>([
    ["is the named one", EXPOSURE, { endpoint: "node2-eth0", to: "node1-eth0" }, "node2-eth0", 0],
    ["is the first of a selector", EXPOSURE, { endpoint: "has(role)" }, "node1-eth0", 1],
    ["is where the packet goes", EXPOSURE, { to: "node2-eth0" }, "node2-eth0", 0],
    ["is that of an address with a port", EXPOSURE, { to: "10.0.0.2:443" }, "node2-eth0", 0],
    ["is behind the service that the packet goes to", CLUSTER, { to: "svc/shop/web:443" }, "shop/web-7d4b9c-2xk8p", 0],
    [
      "is the edited one",
      EXPOSURE,
      { to: "nobody", edits: edited(EXPOSURE, "name: node2-eth0", "name: node3") },
      "node3",
      0,
    ],
    ["is one of an edited policy", EXPOSURE, { edits: edited(EXPOSURE, "[5432]", "[5433]") }, "node2-eth0", 0],
    ["is the first where nothing says which", EXPOSURE, { to: "192.0.2.1" }, "node1-eth0", 0],
  ])("%s", (_, data, question, name, others) => {
    expect(reach(data, question)).toMatchObject({ name, others });
  });

  test.each([
    [GUIDE, "nobody", /unknown endpoint `nobody`/],
    [EMPTY_PAGE, "", /there are no endpoints/],
  ])("that is not there is refused: %#", (data, endpoint, message) => {
    const result = answerQuestion(openPage(data), { kind: "reach", endpoint, to: "" });
    expect(result).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(message) } });
  });
});

test("what is too large to prove says so, and shows no line", () => {
  const manifest = { name: "tangled.yaml", text: tangledManifest(tangledRules(100, ["Deny", "Allow"], 1)) };
  const { ways, notProved } = reach({ ...EMPTY_PAGE, calicoVersion: "v3.32", manifests: [manifest] }, {});
  expect([notProved.length > 0, notProved.every((why) => /^IPv[46]: /.test(why))]).toEqual([true, true]);
  expect(ways.flatMap(({ lines }) => lines)).not.toContainEqual(expect.objectContaining({ change: expect.anything() }));
});
