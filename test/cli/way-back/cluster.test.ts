import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBinary } from "../../support/binary.ts";
import { hasApiServer, needsApiServer, startApiServer } from "../../support/kube-apiserver/api-server.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { type Change, Host } from "./change.ts";

/** How the waiting ends, and whether the second process does it alone. */
const ENDS: readonly (readonly [name: string, signal: NodeJS.Signals, exit: number | string])[] = [
  ["Ctrl-C", "SIGINT", 3],
  ["SIGKILL", "SIGKILL", "SIGKILL"],
];

describe.skipIf(!hasApiServer)(`on an API server${needsApiServer}`, () => {
  let host: Host;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const server = await startApiServer();
    ({ stop } = server);
    host = new Host({ type: "etcd", endpoints: [], from: "", tls: {} });
    Object.assign(host.env, { DATASTORE_TYPE: "kubernetes", KUBECONFIG: server.kubeconfig, ETCD_ENDPOINTS: "" });
    host.env.HOME = tmpFolder();
    await host.reset();
  });
  afterAll(() => stop());

  /** What the user says of the endpoints. */
  const said = async (): Promise<unknown> => {
    const { stdout } = await runBinary(["get", "hep", "-o", "json"], { env: host.env });
    const { items } = JSON.parse(stdout) as { items: { metadata: { name: string; labels: unknown }; spec: unknown }[] };
    return items.map(({ metadata: { name, labels }, spec }) => ({ name, labels, spec }));
  };

  test.each(ENDS)("%s: changed back, and the new one deleted", async (_, signal, exit) => {
    const before = await said();
    const change: Change = await host.change();
    expect(await said()).not.toEqual(before);
    change.kill(signal);
    expect(await change.ended).toBe(exit);
    await change.settled();
    expect(await said()).toEqual(before);
  });

  test("what is created again has a new uid, which is said", async () => {
    const before = await said();
    const change = await host.start(["delete", "hep", "b"]);
    change.kill("SIGHUP");
    expect(await change.ended).toBe(3);
    expect(change.output.stderr).toContain("HostEndpoint b is created again: it has a new uid\n");
    expect(await said()).toEqual(before);
  });
});
