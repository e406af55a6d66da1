import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BINARY } from "../../support/binary.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { startWay } from "../../support/loopback/way.ts";
import { waitUntil } from "../../support/wait.ts";
import { edits } from "./apply/writing-page.ts";

/** What the page is made of comes through; what is asked after it (a watch, and all once more) never has an answer. */
const READ_ONCE = 1;
const WATCH_AND_READ = 2;

describe.skipIf(!hasEtcd)(`explore, where the datastore does not answer any more${needsEtcd}`, () => {
  let etcd: EtcdServer;
  beforeAll(async () => {
    etcd = await startEtcd();
  });
  afterAll(() => etcd.stop());

  /** Serves a page of an etcd that answers until then; `page` is its address. */
  async function serving(...words: readonly string[]) {
    const way = await startWay(etcd.port, 0, { connections: READ_ONCE });
    const env = { PATH: process.env.PATH ?? "", DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: way.endpoint };
    const child = spawn(process.execPath, [BINARY, "explore", "--timeout", "1h", ...words], { env, stdio: "pipe" });
    const ended = once(child, "close").then(([code, signal]: unknown[]) => code ?? signal);
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      told += text;
    });
    await waitUntil(() => printed.endsWith("/\n"));
    await waitUntil(() => way.unanswered() >= WATCH_AND_READ);
    return { way, child, ended, page: new URL(printed.trim()), told: () => told };
  }

  test("ends with the first Ctrl-C while it reads", async () => {
    const { way, child, ended, told } = await serving();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(told()).toBe("the page is for who has this address; Ctrl-C ends it\n");
    way.stop();
  });

  test("ends with the second Ctrl-C while it works for its page", async () => {
    const { way, child, ended, page } = await serving("--allow-apply");
    const headers = {
      origin: page.origin,
      "x-calicoctl-token": page.pathname.slice(1, -1),
      "content-type": "application/json",
    };
    const body = JSON.stringify({ version: 1, edits: edits({}, ["HostEndpoint(a)"]) });
    const plan = fetch(`${page.href}plan`, { method: "POST", headers, body }).catch(() => undefined);
    await waitUntil(() => way.unanswered() > WATCH_AND_READ);
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    // A signal that comes before the last one was dealt with is none.
    await waitUntil(() => {
      child.kill("SIGINT");
      return isOver;
    });
    expect(await ended).toBe("SIGINT");
    await plan;
    way.stop();
  });
});
