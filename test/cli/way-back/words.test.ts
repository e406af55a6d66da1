import { describe, expect, test } from "vitest";
import { durationText } from "../../../src/cli/shell/duration.ts";
import { journalsFolder } from "../../../src/cli/way-back/journal/state-folder.ts";
import { settingsToKeep, withSettings } from "../../../src/datastore/way-back/kept-settings.ts";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

describe("the time", () => {
  const run = session(tmpFolder(), { env: { CALICOCTL_STATE_DIR: tmpFolder() } });

  test.each(["2", "0s", "-1m", "1d", "25h", "86401s", "1.5s", "1500ms", "30h1m", "2 m", "", "2M"])(
    "`%s` is none",
    async (time) => {
      const ran = await run(`label hep a x=y --confirm-within='${time}'`);
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining("from 1s to 24h") });
    },
  );

  test.each(["1s", "90s", "2m", "24h", "86400s", "1h30m", "1.5m"])("`%s` is one", async (time) => {
    expect(await run(`label hep a x=y --confirm-within=${time}`)).toMatchObject({ code: 1 });
  });

  test.each([
    [1, "1s"],
    [90, "90s"],
    [120, "2m"],
    [3600, "1h"],
    [5400, "90m"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  test.each([
    "apply -f x --dry-run",
    "delete hep a --dry-run=server",
    "patch hep a -p {} --dry-run",
    "label hep a x=y --dry-run=client",
  ])("`%s` writes nothing that could be taken back", async (line) => {
    expect(await run(`${line} --confirm-within 2m`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--dry-run and --confirm-within exclude each other"),
    });
  });
});

/** The environment, whether the user is root, and the folder of journals; a text of the error where there is none. */
test.each<readonly [Record<string, string>, boolean, string | RegExp]>([
  [{ CALICOCTL_STATE_DIR: "/s", XDG_STATE_HOME: "/x", HOME: "/h" }, true, "/s/way-back"],
  [{ CALICOCTL_STATE_DIR: "s" }, false, /not an absolute path/],
  [{ XDG_STATE_HOME: "/x", HOME: "/h" }, true, "/var/lib/calicoctl/way-back"],
  [{ XDG_STATE_HOME: "/x", HOME: "/h" }, false, "/x/calicoctl/way-back"],
  [{ XDG_STATE_HOME: "x", HOME: "/h" }, false, "/h/.local/state/calicoctl/way-back"],
  [{}, false, /HOME is not set/],
])("the folder of journals with %o, root: %s", (env, isRoot, folder) => {
  const find = () => journalsFolder(env, isRoot);
  if (typeof folder === "string") expect(find()).toBe(folder);
  else expect(find).toThrow(folder);
});

describe("the settings that a journal keeps", () => {
  const ENV = {
    ETCD_ENDPOINTS: "https://10.0.0.1:2379",
    CALICO_ETCD_CA_CERT_FILE: "ca.pem",
    ETCD_USERNAME: "root",
    ETCD_PASSWORD: "secret-1",
    ETCD_KEY: "secret-2",
    CALICO_K8SAPITOKEN: "secret-3",
    K8S_API_ENDPOINT: "https://user:secret-4@host",
    KUBECONFIG: "a:/b",
    HOME: "/h",
    OTHER: "x",
  };
  const kept = settingsToKeep(ENV, "etcd", (path) => (path.startsWith("/") ? path : `/cwd/${path}`));

  test("are absolute and hold nothing secret; of secrets the names that the datastore needs", () => {
    expect(kept).toEqual({
      env: {
        ETCD_ENDPOINTS: "https://10.0.0.1:2379",
        CALICO_ETCD_CA_CERT_FILE: "/cwd/ca.pem",
        ETCD_USERNAME: "root",
        KUBECONFIG: "/cwd/a:/b",
        HOME: "/h",
      },
      needs: ["ETCD_PASSWORD", "ETCD_KEY"],
    });
  });

  test("take the place of the settings of another session, but for its secrets", () => {
    const other = {
      DATASTORE_TYPE: "embedded",
      ETCD_PASSWORD: "p",
      CALICO_ETCD_ENDPOINTS: "x",
      HOME: "/root",
      PATH: "/bin",
    };
    expect(withSettings(other, kept)).toEqual({ ...kept.env, ETCD_PASSWORD: "p", PATH: "/bin" });
  });
});
