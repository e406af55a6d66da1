import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BINARY } from "../../support/binary.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;

/** A way to a port of the loopback that can fall silent: connections stay open, and nothing comes through any more. */
async function silentProxy(port: number) {
  const sockets = new Set<Socket>();
  let [isSilent, asked] = [false, 0];
  const server = createServer((socket) => {
    const other = connect({ host: "127.0.0.1", port });
    for (const [from, to] of [[socket, other] as const, [other, socket] as const]) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
      from.on("data", (piece) => {
        if (!isSilent) to.write(piece);
        else if (from === socket) asked += piece.length;
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silence: () => {
      isSilent = true;
    },
    /** Whether something was asked since it is silent. */
    isAsked: () => asked > 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test.skipIf(!hasEtcd)(
  `explore ends at once with the second Ctrl-C, where the datastore does not answer${needsEtcd}`,
  async () => {
    const etcd = await startEtcd();
    const proxy = await silentProxy(etcd.port);
    const file = join(tmpFolder({ "a.yaml": HEP }), "a.yaml");
    const env = { PATH: process.env.PATH ?? "", DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: proxy.endpoint };
    const child = spawn(process.execPath, [BINARY, "explore", "-f", file, "--timeout", "1h"], { env, stdio: "pipe" });
    const ended = new Promise<unknown>((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
    let [printed, isOver] = ["", false];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    child.stderr.resume();
    void ended.then(() => {
      isOver = true;
    });
    await waitUntil(() => printed.endsWith("/\n"));
    // It reads everything once more when it follows all of it; what it asks after that is about the change.
    await waitUntil(
      async () =>
        ((await (await fetch(`${printed.trim()}data.json`)).json()) as { stored: unknown }).stored !== undefined,
    );
    proxy.silence();
    writeFileSync(file, HEP.replaceAll("eth0", "eth1"));
    await waitUntil(proxy.isAsked);
    // The first lets it end as soon as it has an answer, which is never. A signal that comes before the last one was dealt with is none.
    await waitUntil(() => {
      child.kill("SIGINT");
      return isOver;
    });
    expect(await ended).toEqual({ code: null, signal: "SIGINT" });
    proxy.close();
    await etcd.stop();
  },
);
