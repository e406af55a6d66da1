import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { HttpConnection, type HttpRequest } from "../../../src/datastore/kubernetes/api/http-connection.ts";
import type { ApiResource, KubernetesApi } from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { metadataOf } from "../../../src/kubernetes/kubernetes-object.ts";
import { runCli } from "../../support/cli.ts";
import {
  type ApiServer,
  hasApiServer,
  needsApiServer,
  startApiServer,
} from "../../support/kube-apiserver/api-server.ts";
import { recordedLines } from "../corpus.ts";

/** One command line of real calicoctl, with settings beside or instead of those of the case. */
interface Step {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string | null>>;
  readonly noKubeconfigVariable?: boolean;
  readonly stdin?: unknown;
  readonly exit: number;
  readonly stdout?: string;
  readonly error?: { readonly class: string };
  readonly requests: readonly string[];
}

interface ConfigCase {
  readonly id: string;
  readonly area: string;
  readonly version: string;
  readonly about: string;
  readonly transcript: readonly Step[];
}

/** The steps that differ on purpose, by case and place. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([]);

const cases = recordedLines<ConfigCase>("kubernetes.jsonl").filter(({ area }) => area === "config");

/** The configuration files that the cases name; `SERVER` and `DIR` stand for the server's address and its folder. */
const SPECS: Readonly<Record<string, object>> = {
  "a.yaml": { datastoreType: "kubernetes", kubeconfig: "DIR/kubeconfig" },
  "b.yaml": {
    datastoreType: "kubernetes",
    k8sAPIEndpoint: "SERVER",
    k8sAPIToken: "test-admin-token",
    k8sCAFile: "DIR/certs/apiserver.crt",
  },
  "c.yaml": { datastoreType: "kubernetes" },
  "e.yaml": { datastoreType: "kubernetes", kubeConfig: "DIR/kubeconfig" },
  "g.yaml": { datastoreType: "kubernetes", kubeconfig: "DIR/kubeconfig", k8sCurrentContext: "reader" },
};

/** The rest of Calico's objects that a case may leave, and its roles. */
const LEFT: readonly ApiResource[] = [
  ...["hostendpoints", "clusterinformations", "tiers"].map((resource) => ({
    group: "crd.projectcalico.org",
    version: "v1",
    resource,
    isNamespaced: false,
  })),
  ...["clusterroles", "clusterrolebindings"].map((resource) => ({
    group: "rbac.authorization.k8s.io",
    version: "v1",
    resource,
    isNamespaced: false,
  })),
];
const [ROLES, BINDINGS] = LEFT.slice(-2) as [ApiResource, ApiResource];
const ROLE = "calicoctl-test";

/** What became of a request, as the recording says it: `list crd.projectcalico.org/hostendpoints 200`. */
function requestName({ method, path }: HttpRequest, status: number): string {
  const [place = ""] = path.split("?");
  if (place === "/api" || place === "/apis") return `get ${place} ${status}`;
  const [, group = "", resource = "", name = ""] =
    /^\/api(?:s\/([^/]+))?\/v\d\w*\/([^/]+)(?:\/(.+))?$/.exec(place) ?? [];
  const verb = { GET: name === "" ? "list" : "get", POST: "create", PUT: "update", DELETE: "delete" }[method];
  return `${verb} ${group === "" ? "" : `${group}/`}${resource}${name === "" ? "" : ` ${name}`} ${status}`;
}

/**
 * The requests of a command for its own objects. What the API serves and ClusterInformation are read once here, where calicoctl reads
 * them for each of its clients; tiers and policies are read to see of which layout they are, which it does not.
 */
function relevant(requests: readonly string[], argv: readonly string[]): readonly string[] {
  const layout = argv.includes("np")
    ? /^list \S+\/(?:tiers|globalnetworkpolicies) /
    : /^list \S+\/(?:tiers|\w+policies) /;
  const own = requests
    .filter((one) => !/^get \/apis? |^get \S+\/clusterinformations /.test(one) && !layout.test(one))
    // Both are asked for at once, and the first refusal ends it.
    .map((one) => one.replace("list serviceaccounts ", "list namespaces "))
    // The name of what is created is in the body.
    .map((one) => one.replace(/^(create \S+) \S+ (\d+)$/, "$1 $2"));
  return [...new Set(own)];
}

describe.skipIf(!hasApiServer)(`the configuration of the Kubernetes datastore, as recorded${needsApiServer}`, () => {
  let server: ApiServer;
  let admin: KubernetesApi;
  let requests: string[] = [];
  beforeAll(async () => {
    server = await startApiServer();
    admin = await server.connect("admin");
    mkdirSync(join(server.folder, "cfg"));
    for (const [name, spec] of Object.entries(SPECS)) {
      const file = { apiVersion: "projectcalico.org/v3", kind: "CalicoAPIConfig", metadata: {}, spec };
      writeFileSync(join(server.folder, "cfg", name), real(JSON.stringify(file)));
    }
    const request = HttpConnection.prototype.request;
    vi.spyOn(HttpConnection.prototype, "request").mockImplementation(async function (this: HttpConnection, one) {
      // A request that outlives its command is still its own.
      const own = requests;
      const answer = await request.call(this, one);
      own.push(requestName(one, answer.status));
      return answer;
    });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await admin?.close();
    await server?.stop();
  });

  /** The text with the server's address and folder. */
  const real = (text: string): string =>
    text.replaceAll(/<server>|SERVER/g, server.address).replaceAll(/<dir>|DIR/g, server.folder);

  /** Leaves nothing of the case before, and gives the reader the rights that the case says. */
  async function prepare({ about }: ConfigCase): Promise<void> {
    for (const of of LEFT) {
      for (const object of (await admin.list(of)).items) {
        const { name } = metadataOf(object);
        if (of !== ROLES && of !== BINDINGS) await admin.delete({ of, name });
        else if (name === ROLE) await admin.delete({ of, name });
      }
    }
    if (!about.startsWith("[")) return;
    const rbac = { apiVersion: "rbac.authorization.k8s.io/v1", metadata: { name: ROLE } };
    await admin.create(ROLES, { ...rbac, kind: "ClusterRole", rules: JSON.parse(about) });
    const subject = { kind: "User", name: "reader", apiGroup: "rbac.authorization.k8s.io" };
    const roleRef = { kind: "ClusterRole", name: ROLE, apiGroup: "rbac.authorization.k8s.io" };
    await admin.create(BINDINGS, { ...rbac, kind: "ClusterRoleBinding", subjects: [subject], roleRef });
  }

  /** Plays a step; returns what differs from the recording. */
  async function play(step: Step, version: string): Promise<readonly string[]> {
    const usual = step.noKubeconfigVariable ? {} : { KUBECONFIG: join(server.folder, "kubeconfig") };
    const given = Object.entries({ DATASTORE_TYPE: "kubernetes", ...usual, ...step.env })
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .map(([name, value]) => [name, real(value)]);
    const env = { HOME: "/nonexistent", CALICO_VERSION: version, ...Object.fromEntries(given) };
    requests = [];
    const stdin = step.stdin === undefined ? "" : JSON.stringify(step.stdin);
    const ran = await runCli(step.argv.map(real), { stdin, env });
    const differences: string[] = [];
    if (ran.code !== step.exit) differences.push(`exit ${ran.code}, not ${step.exit}: ${ran.stderr}`);
    if (step.error && !CLASSES[step.error.class]?.test(ran.stderr))
      differences.push(`no ${step.error.class}: ${ran.stderr}`);
    if (step.exit === 0 && step.argv[0] !== "version" && ran.stdout !== step.stdout)
      differences.push(`${ran.stdout}, not ${step.stdout}`);
    const [ours, theirs] = [requests, step.requests].map((all) => relevant(all, step.argv));
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      differences.push(`${ours?.join(", ")}; recorded: ${theirs?.join(", ")}`);
    if (step.requests.length === 0 && requests.length > 0) differences.push("it asks the server");
    return differences;
  }

  test.each(cases)("$id", async (one) => {
    expect(existsSync(server.kubeconfig)).toBe(true);
    await prepare(one);
    const differing: Record<string, readonly string[]> = {};
    for (const [at, step] of one.transcript.entries()) {
      const differences = await play(step, one.version);
      const id = `${one.id} ${at}`;
      if (differences.length > 0 && !DIFFERENT.has(id))
        differing[`${id}: ${step.argv.join(" ")} ${JSON.stringify(step.env)}`] = differences;
      if (differences.length === 0 && DIFFERENT.has(id)) differing[id] = ["it is listed, and does not differ"];
    }
    expect(differing).toEqual({});
  });

  test("all are there", () => {
    expect(cases.length).toBe(20);
  });
});

/** The classes of errors, by the codes that stand for them here. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  forbidden: /\[datastore\.auth\]/,
  connection: /\[datastore\.(?:tls|unreachable|timeout)\]/,
  config: /\[config\./,
};
