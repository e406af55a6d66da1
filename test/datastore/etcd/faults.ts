import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { EtcdConfig } from "../../../src/datastore/config.ts";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import type { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { fault } from "../stores.ts";

/** The identity of a HostEndpoint. */
export const id = (name: string) => ({ kind: "HostEndpoint", name });

/** The error of using an etcd store; without `use`, of a read. */
export function etcdFault(
  config: EtcdConfig,
  timeoutMs: number,
  use = (store: Datastore): Promise<unknown> => store.get(id("x")),
): Promise<DatastoreError> {
  return fault(config, timeoutMs, use);
}

/** Listens on a loopback port that does not speak as etcd does; `reply` is called with each connection. */
export async function listener(reply: (socket: Socket) => void): Promise<{ endpoint: string; stop: () => void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    reply(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
