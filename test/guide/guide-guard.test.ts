import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ConfiguredStore, STORES } from "../datastore/stores.ts";
import { runCli } from "../support/cli.ts";
import { needsEtcd } from "../support/etcd.ts";
import { tmpFolder } from "../support/tmp.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "examples", "worked-example");
const file = (name: string): string => `-f ${join(EXAMPLE, `${name}.yaml`)}`;

/** What the example is meant to leave open: the cluster's own traffic, and what the nodes ask for outside. */
const LIFELINES = `lifelines:
- {name: cluster, from: [10.240.0.0/16], protocol: TCP}
- {name: registry, to: [203.0.113.0/24], protocol: TCP, ports: [443]}
`;

/** The steps, the exit code of each, and what is said of those that are refused. */
const ORDERS: readonly (readonly [
  name: string,
  steps: readonly (readonly [line: string, code: number, said: string])[],
])[] = [
  [
    "as the guide has them",
    [
      [`apply ${file("policy")}`, 0, "checked: "],
      [`apply ${file("host-endpoint")}`, 0, "checked: "],
      [`apply ${file("allow-nodeport")}`, 0, "checked: "],
    ],
  ],
  [
    "the host endpoint first",
    [
      [
        `apply ${file("host-endpoint")}`,
        3,
        "would cut a lifeline; nothing was written\n  lifeline  cluster: TCP from 10.240.0.0/16",
      ],
      [`apply ${file("host-endpoint")} ${file("policy")}`, 3, "which --reorder uses:"],
      [`apply ${file("host-endpoint")} ${file("policy")} --reorder`, 0, "REORDERED"],
    ],
  ],
  [
    "the outbound policy deleted while the host endpoint is there",
    [
      [`apply ${file("policy")} ${file("host-endpoint")}`, 0, "checked: "],
      [
        "delete gnp allow-outbound-external",
        3,
        "lifeline  registry: TCP 443 from every host endpoint to 203.0.113.0/24",
      ],
      [`delete ${file("policy")}`, 3, "would cut a lifeline"],
    ],
  ],
];

for (const { name, available, start } of STORES) {
  describe.skipIf(!available)(`the worked example with --guard, on ${name}${available ? "" : needsEtcd}`, () => {
    test.each(ORDERS)("%s", async (_, steps) => {
      const store: ConfiguredStore = await start();
      const lifelines = join(tmpFolder(), "lines.yaml");
      writeFileSync(lifelines, LIFELINES);
      const { config } = store;
      const env: Record<string, string> =
        config.type === "etcd"
          ? { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: config.endpoints.join(",") }
          : { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: config.type === "embedded" ? config.path : "" };
      const data = await store.open();
      for (const [line, code, said] of steps) {
        const names = async () => (await data.list("GlobalNetworkPolicy")).items.map(({ metadata }) => metadata.name);
        const before = await names();
        const ran = await runCli([...line.split(" "), "--guard", "--lifelines", lifelines], { env });
        expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code, stderr: expect.stringContaining(said) });
        if (code !== 0) expect(await names()).toEqual(before);
      }
      await data.close();
      await store.stop();
    });
  });
}
