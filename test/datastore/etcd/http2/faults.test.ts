import { rootCertificates } from "node:tls";
import { isDeepStrictEqual } from "node:util";
import { test } from "vitest";
import type { ClientOptions, EtcdClient } from "../../../../src/datastore/etcd/client.ts";
import { etcd3Client } from "../../../../src/datastore/etcd/etcd3-client.ts";
import { explainFault } from "../../../../src/datastore/etcd/explain-fault.ts";
import { Http2Client } from "../../../../src/datastore/etcd/http2/http2-client.ts";
import { NEVER_MS } from "../../../support/wait.ts";
import { SILENT_SERVERS, STRANGE_SERVERS, type StrangeServer } from "./strange-servers.ts";

/** How long a server is waited for that never answers; the others have all the time that they need. */
const SILENT_MS = 1500;
/** How long at most, where the machine stands still for so long that it is over before a call is sent, which is told otherwise. */
const MOST_SILENT_MS = 20_000;
const key = Buffer.from("/calico/x");
const put = { compare: [], success: [{ request_put: { key, value: Buffer.from("v") } }], failure: [] };

/** What is told of a read, and of a write, and how many calls the server was sent. */
async function told(server: StrangeServer, client: EtcdClient, timeoutMs: number): Promise<readonly unknown[]> {
  const before = server.calls();
  const facts = { endpoint: server.endpoint, from: "ETCD_ENDPOINTS", timeoutMs, keys: ["/calico/x"] };
  const faults: unknown[] = [];
  for (const write of [false, true]) {
    const until = { deadline: Date.now() + timeoutMs };
    try {
      faults.push(await (write ? client.txn(put, until) : client.range({ key }, until)));
    } catch (thrown) {
      const { error, unsent, transport } = explainFault(String(thrown), { ...facts, write });
      const { code, message, effect, help } = error;
      faults.push({ code, message, effect, help, unsent, transport });
    }
  }
  client.close();
  return [...faults, server.calls() - before];
}

/** Answers that cannot be read, which each client says in its own words; of two messages etcd3 waits for a third until the deadline. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  "sends two messages": "Too many responses received",
  "compresses the message": "the answer is compressed",
  "sends what is no message": "Response message parsing error: wire type 7 is not known",
  "sends a message with a length beyond its end": "Response message parsing error: it is cut off",
};

test.concurrent.for(STRANGE_SERVERS)(
  "of a server that %s the same is told as by etcd3",
  async ([what, start], { expect }) => {
    const server = await start();
    const options = (timeoutMs: number): ClientOptions => ({
      endpoint: server.endpoint,
      timeoutMs,
      ...(server.endpoint.startsWith("https:") && {
        credentials: { rootCertificate: Buffer.from(rootCertificates.join("\n")) },
      }),
    });
    const toldOwn = (timeoutMs: number) =>
      told(server, new Http2Client(options(timeoutMs), () => Promise.reject(new Error("not to watch"))), timeoutMs);
    const toldEtcd3 = async (timeoutMs: number) => told(server, await etcd3Client(options(timeoutMs)), timeoutMs);
    const words = OWN_WORDS[what];
    if (words === undefined) {
      let timeoutMs = SILENT_SERVERS.has(what) ? SILENT_MS : NEVER_MS;
      let [own, etcd3] = [await toldOwn(timeoutMs), await toldEtcd3(timeoutMs)];
      while (!isDeepStrictEqual(own, etcd3) && timeoutMs < MOST_SILENT_MS) {
        timeoutMs *= 2;
        [own, etcd3] = [await toldOwn(timeoutMs), await toldEtcd3(timeoutMs)];
      }
      expect(own).toEqual(etcd3);
    } else
      expect(await toldOwn(NEVER_MS)).toMatchObject([
        { code: "datastore.failed", message: `etcd refused at ${server.endpoint}: ${words}`, effect: "none" },
        { code: "datastore.failed", message: `etcd refused at ${server.endpoint}: ${words}`, effect: "unknown" },
        2,
      ]);
    server.stop();
  },
);
