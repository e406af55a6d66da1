import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KubernetesApi } from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { sampled } from "../../support/full.ts";
import {
  type ApiServer,
  hasApiServer,
  needsApiServer,
  startApiServer,
} from "../../support/kube-apiserver/api-server.ts";
import { recordedLines } from "../corpus.ts";
import { KUBERNETES_DIFFERENCES } from "./differences.ts";
import { makeNamespaces, playOnServer } from "./on-server.ts";
import { differencesIn, type KubernetesCase } from "./transcripts.ts";

/** The API in which a cluster has Calico's resources, and the areas that were recorded with it. */
const GROUPS = [
  ["crd.projectcalico.org", ["crd-form", "crd-read", "transcript"]],
  ["projectcalico.org", ["crd-form-v3", "crd-read-v3", "transcript-v3"]],
] as const;

const all = recordedLines<KubernetesCase>("kubernetes.jsonl");

describe.skipIf(!hasApiServer)(
  `calicoctl on a real API server, as recorded but for what is listed${needsApiServer}`,
  () => {
    describe.each(GROUPS)("%s", (group, areas) => {
      let server: ApiServer;
      let api: KubernetesApi;
      beforeAll(async () => {
        server = await startApiServer([group]);
        api = await server.connect("admin");
        await makeNamespaces(api);
      });
      afterAll(async () => {
        await api?.close();
        await server?.stop();
      });

      test.each(areas)("%s", async (area) => {
        const cases = sampled(
          all.filter((one) => one.area === area),
          6,
        );
        const differing = new Map<string, readonly string[]>();
        for (const one of cases) {
          const differences = differencesIn(one, await playOnServer(one, server, api));
          if (differences.length > 0) differing.set(one.id, differences);
        }
        expect([...differing].filter(([id]) => !KUBERNETES_DIFFERENCES.has(id))).toEqual([]);
        const listed = cases.filter(({ id }) => KUBERNETES_DIFFERENCES.has(id)).map(({ id }) => id);
        expect([...differing.keys()]).toEqual(listed);
      });
    });
  },
);
