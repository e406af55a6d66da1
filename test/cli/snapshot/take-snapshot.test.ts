import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { snapshotKinds } from "../../../src/cli/snapshot/snapshot-kinds.ts";
import { type SnapshotSource, takeSnapshot } from "../../../src/cli/snapshot/take-snapshot.ts";
import { ForbiddenError } from "../../../src/datastore/datastore-error.ts";
import { recordedLines } from "../../conformance/corpus.ts";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A cluster's objects in memory; lists leave out what the API leaves out: `apiVersion` and `kind` of each. */
function sourceOf(objects: readonly Fields[], forbidden: readonly string[] = []): SnapshotSource {
  const groups = new Map(objects.map(({ apiVersion }) => [String(apiVersion).split("/")[0] ?? "", ["v1"]]));
  return {
    groups: async () => groups,
    list: async ({ group, version, resource }) => {
      if (forbidden.includes(resource)) throw new ForbiddenError("datastore.auth", "no", undefined, "refused");
      const apiVersion = group === "" ? version : `${group}/${version}`;
      const items = objects.filter((object) => object.apiVersion === apiVersion && pluralOf(object) === resource);
      return { items: items.map(({ apiVersion: _, kind, ...rest }) => rest), resourceVersion: "1" };
    },
  };
}

function pluralOf({ kind }: Fields): string {
  const word = String(kind).toLowerCase();
  return word === "endpoints" ? word : word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** A new folder with the snapshot's files. */
async function written(objects: readonly Fields[]): Promise<string> {
  const folder = join(tmpFolder(), "picture");
  mkdirSync(folder);
  for (const { name, text } of (await takeSnapshot(sourceOf(objects))).files) writeFileSync(join(folder, name), text);
  return folder;
}

interface FlowCase {
  readonly id: string;
  readonly area: string;
  readonly proxy: { readonly node: string };
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
  readonly input: { readonly objects: readonly Fields[] };
}

const CASES = recordedLines<FlowCase>("kubernetes.jsonl").filter(({ area }) => area === "flows");
/** A dozen clusters of all that are recorded. */
const SOME = CASES.filter((_, at) => at % Math.ceil(CASES.length / 12) === 0);

describe("a snapshot answers as the cluster's own objects do", () => {
  test.each(SOME.map((one) => [one.id, one] as const))("%s", async (_, { input, proxy }) => {
    const folder = await written(input.objects);
    const whole = join(tmpFolder(), "whole.json");
    writeFileSync(whole, JSON.stringify({ apiVersion: "v1", kind: "List", items: input.objects }));
    const ask = async (files: string) => {
      const { code, stdout, stderr } = await session(tmpFolder())(
        `simulate --offline --calico-version v3.32 -f ${files} --from external:198.51.100.7 --to node/${proxy.node}:31852 tcp`,
      );
      return [code, `${stdout}${stderr}`.replaceAll(/ \([^() ]*:\d+\)/g, "")];
    };
    expect(await ask(folder)).toEqual(await ask(whole));
  });
});

const POD = (name: string, namespace = "shop") => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace },
  spec: { nodeName: "n" },
});
const TIER = {
  apiVersion: "crd.projectcalico.org/v1",
  kind: "Tier",
  metadata: { name: "default" },
  spec: { order: 1 },
};

test("each kind has its file, in the order of names, with apiVersion and kind", async () => {
  const { files, objects, missing } = await takeSnapshot(sourceOf([POD("b"), POD("a"), POD("c", "a"), TIER]));
  expect([files.map(({ name }) => name), objects, missing]).toEqual([["pods.yaml", "calico-tiers.yaml"], 4, []]);
  expect(files[0]?.text.match(/^ {2}name: .*|^kind: .*/gm)).toEqual([
    ...["kind: Pod", "  name: c"],
    ...["kind: Pod", "  name: a"],
    ...["kind: Pod", "  name: b"],
  ]);
});

test("two snapshots of one cluster are the same text, in whatever order it lists", async () => {
  const objects = [POD("a"), POD("b"), TIER];
  const [one, other] = [await takeSnapshot(sourceOf(objects)), await takeSnapshot(sourceOf([...objects].reverse()))];
  expect(other).toEqual(one);
});

test("a cluster that serves projectcalico.org/v3 alone is read by it", async () => {
  const tier = { ...TIER, apiVersion: "projectcalico.org/v3" };
  const { files } = await takeSnapshot(sourceOf([tier]));
  expect(files[0]?.text).toContain("apiVersion: projectcalico.org/v3");
});

test("kinds without the right to list them are missing", async () => {
  const { missing } = await takeSnapshot(sourceOf([POD("a"), TIER], ["services", "tiers"]));
  expect(missing.map(({ kind, unknown }) => `${kind}: ${unknown}`)).toEqual([
    "Service: what NodePorts, ClusterIPs and load balancers are translated to",
    "Tier: Calico's resources of kind Tier",
  ]);
});

test("the page's ClusterRole has the rights that a snapshot needs, and no others", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/kubernetes.md"), "utf8");
  const [, text = ""] = /```yaml\n(apiVersion: rbac[^`]*)```/.exec(page) ?? [];
  const role = parse(text) as { rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[] };
  const granted = role.rules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => `${verb} ${group}/${resource}`))),
  );
  const needed = snapshotKinds("crd.projectcalico.org/v1").map(({ of }) => `list ${of.group}/${of.resource}`);
  expect(granted.sort()).toEqual(needed.sort());
});
