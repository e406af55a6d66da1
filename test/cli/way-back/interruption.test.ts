import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contextOf } from "../../../src/cli/shell/context.ts";
import type { Link } from "../../../src/cli/shell/io/apart.ts";
import { withWayBack } from "../../../src/cli/way-back/with-way-back.ts";
import type { WriteRecorder } from "../../../src/datastore/way-back/recorded-write.ts";
import { embeddedConfig, etcdConfig } from "../../datastore/stores.ts";
import { BINARY } from "../../support/binary.ts";
import { testIo } from "../../support/cli.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { startWay } from "../../support/loopback/way.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { Change, Host } from "./change.ts";

const embedded = () => embeddedConfig(join(tmpFolder(), "store.db"));
const NOTHING = "nothing was written: it was interrupted\n";

test.each(["apply -f -", "delete -f -", "create -f - --guard", "delete hep a --guard --lifelines -"])(
  "%s is ended while it reads standard input",
  async (line) => {
    const host = new Host(embedded());
    const child = spawn(process.execPath, [BINARY, ...line.split(" "), "--confirm-within", "1h"], {
      env: { PATH: process.env.PATH ?? "", ...host.env },
    });
    const ended = once(child, "exit");
    // More than a pipe holds: when it is written, the command reads, and waits for more.
    await new Promise((resolve) => child.stdin.write(`#${" ".repeat(2 ** 20)}\n`, resolve));
    child.kill("SIGINT");
    expect(await ended).toEqual([null, "SIGINT"]);
  },
);

test.skipIf(!hasEtcd)(`nothing is written where etcd does not answer before the interrupt${needsEtcd}`, async () => {
  const server = await startEtcd();
  const way = await startWay(server.port, 0, { connections: 0 });
  const host = new Host(etcdConfig(way.endpoint));
  const change = new Change(host, "delete hep a --timeout 1h --confirm-within 1h".split(" "), "");
  await waitUntil(() => way.unanswered() > 0);
  change.kill("SIGINT");
  await change.says(/nothing was written: it was interrupted\n/);
  expect(await change.ended).toBe(1);
  expect(change.output.stderr).toBe(NOTHING);
  expect(readdirSync(join(host.folder, "way-back"))).toEqual([]);
  way.stop();
  await server.stop();
});

test("work that goes on after its command was left writes nothing", async () => {
  let interrupt = (): void => {};
  const { io, written } = testIo({
    env: { CALICOCTL_STATE_DIR: tmpFolder() },
    onInterrupt: (callback) => {
      interrupt = callback;
    },
  });
  let recorder: WriteRecorder | undefined;
  const ended = withWayBack({ command: "apply", seconds: 3600 }, contextOf(io, {}, {}), async ({ recordWrites }) => {
    recorder = await recordWrites?.(embedded());
    interrupt();
    return new Promise<number>(() => {});
  });
  expect(await ended).toBe(1);
  expect(written.stderr).toBe(NOTHING);
  expect(() => recorder?.begin([{ key: "/calico/a", before: undefined, value: "{}" }], true)).toThrow(
    "nothing more is written: it was interrupted",
  );
});

test("a journal that is made while its command is left does not stay", async () => {
  const folder = tmpFolder();
  let interrupt = (): void => {};
  let isReady = (): void => {};
  let isClosed = false;
  const keeper: Link = {
    send: () => {},
    nextMessage: () =>
      new Promise((resolve) => {
        isReady = () => resolve({ ready: true });
        interrupt();
      }),
    onMessage: () => {},
    gone: new Promise(() => {}),
    close: () => {
      isClosed = true;
    },
  };
  const { io, written } = testIo({
    env: { CALICOCTL_STATE_DIR: folder },
    onInterrupt: (callback) => {
      interrupt = callback;
    },
  });
  const context = contextOf({ ...io, startApart: async () => keeper }, {}, {});
  let recorder: Promise<unknown> | undefined;
  const ended = withWayBack({ command: "apply", seconds: 3600 }, context, async ({ recordWrites }) => {
    recorder = recordWrites?.(embedded());
    await recorder;
    return 0;
  });
  expect(await ended).toBe(1);
  expect(written.stderr).toBe(NOTHING);
  isReady();
  await expect(recorder).rejects.toThrow("nothing more is written: it was interrupted");
  expect(readdirSync(join(folder, "way-back"))).toEqual([]);
  expect(isClosed).toBe(true);
});
