import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Etcd3 } from "etcd3";
import { freePort } from "./loopback/free-port.ts";
import { waitUntil } from "./wait.ts";

/** A real etcd of the test's own. */
export interface EtcdServer {
  readonly endpoint: string;
  readonly port: number;
  /** Ends it at once, as a crash would, and removes nothing. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port and data. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

/** PEM files for a server that speaks TLS; with `clientCa` it demands certificates signed by it. */
export interface EtcdTls {
  readonly cert: string;
  readonly key: string;
  readonly clientCa?: string;
}

const BINARY = process.env.ETCD_BINARY ?? "etcd";

/** Whether an etcd can be started here; tests that need one are skipped otherwise, naming `ETCD_MISSING`. */
export const hasEtcd = spawnSync(BINARY, ["--version"]).status === 0;

/** Why tests are skipped, for their names. */
export const ETCD_MISSING = "no etcd binary (apt-get install etcd-server)";

/** What to add to a suite's name, so that a skipped one says why. */
export const needsEtcd = hasEtcd ? "" : ` [skipped: ${ETCD_MISSING}]`;

/** Starts an empty etcd on loopback ports of its own, with further settings where given, and waits until it answers. */
export async function startEtcd(tls?: EtcdTls, further: Readonly<Record<string, string>> = {}): Promise<EtcdServer> {
  if (!hasEtcd) throw new Error(ETCD_MISSING);
  const [port, peerPort] = [await freePort(), await freePort()];
  const directory = mkdtempSync(join(tmpdir(), "calicoctl-etcd-"));
  const endpoint = `${tls ? "https" : "http"}://127.0.0.1:${port}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  const settings = {
    "data-dir": join(directory, "data"),
    "listen-client-urls": endpoint,
    "advertise-client-urls": endpoint,
    "listen-peer-urls": peer,
    "initial-advertise-peer-urls": peer,
    "initial-cluster": `default=${peer}`,
    "log-level": "error",
    logger: "zap",
    ...(tls ? { "cert-file": tls.cert, "key-file": tls.key } : {}),
    ...further,
    ...(tls?.clientCa ? { "trusted-ca-file": tls.clientCa, "client-cert-auth": "true" } : {}),
  };
  const args = [...Object.entries(settings).map(([name, value]) => `--${name}=${value}`), "--unsafe-no-fsync"];
  let running: ChildProcess | undefined;

  const kill = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  };
  const start = async (): Promise<void> => {
    const child = spawn(BINARY, args, { stdio: ["ignore", "ignore", "pipe"] });
    running = child;
    let log = "";
    child.stderr.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
    });
    await waitUntil(
      () => {
        if (child.exitCode !== null) throw new Error(`etcd did not start: ${log}`);
        return accepts(port);
      },
      () => `etcd did not start: ${log}`,
    );
  };
  await start();
  return {
    endpoint,
    port,
    kill,
    restart: start,
    stop: async () => {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Starts an etcd cluster of that many members, with short times for elections. */
export async function startEtcdCluster(members: number): Promise<readonly EtcdServer[]> {
  const peers: { readonly name: string; readonly url: string }[] = [];
  for (let at = 0; at < members; at++) peers.push({ name: `m${at}`, url: `http://127.0.0.1:${await freePort()}` });
  const initial = peers.map(({ name, url }) => `${name}=${url}`).join(",");
  const starting = peers.map(({ name, url }) =>
    startEtcd(undefined, {
      name,
      "listen-peer-urls": url,
      "initial-advertise-peer-urls": url,
      "initial-cluster": initial,
      "heartbeat-interval": "50",
      "election-timeout": "500",
    }),
  );
  return Promise.all(starting);
}

/** The member that leads the cluster, once there is one. */
export async function leaderOf(servers: readonly EtcdServer[]): Promise<EtcdServer> {
  let leader: EtcdServer | undefined;
  await waitUntil(async () => {
    for (const server of servers) {
      const client = new Etcd3({ hosts: server.endpoint });
      const status = await client.maintenance.status().catch(() => undefined);
      client.close();
      if (status !== undefined && status.leader === status.header.member_id) leader = server;
    }
    return leader !== undefined;
  });
  if (leader === undefined) throw new Error("no leader");
  return leader;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
