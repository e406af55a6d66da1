import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const folder = tmpFolder();
const SECRET = "s3cret-Word.7";
const [KEY, FILE, KUBECONFIG] = ["key.pem", "calicoctl.cfg", "kubeconfig"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
writeFileSync(KEY, SECRET);
writeFileSync(
  FILE,
  JSON.stringify({
    apiVersion: "projectcalico.org/v3",
    kind: "CalicoAPIConfig",
    metadata: {},
    spec: { etcdEndpoints: "http://10.0.0.1:2379", etcdUsername: "me", etcdPassword: SECRET },
  }),
);
writeFileSync(
  KUBECONFIG,
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "c", cluster: { server: "https://10.0.0.1:6443" } }],
    users: [{ name: "u", user: { token: SECRET } }],
    contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    "current-context": "x",
  }),
);

interface Row {
  readonly env: Readonly<Record<string, string>>;
  readonly line?: string;
  /** Settings with their value and where they are from. */
  readonly shows: Readonly<Record<string, readonly [value: string, from: string | RegExp]>>;
}

/** Configurations, and what is shown of them. */
const ROWS: Readonly<Record<string, Row>> = {
  nothing: {
    env: { HOME: folder },
    shows: {
      datastore: ["embedded", "default"],
      file: [`${folder}/.local/share/calicoctl/store.db`, "HOME, by default"],
      "Calico version": ["that of the datastore", "default"],
    },
  },
  "a file of the embedded store": {
    env: { CALICO_EMBEDDED_PATH: KEY, CALICO_VERSION: "v3.32" },
    shows: {
      file: [KEY, "CALICO_EMBEDDED_PATH"],
      "Calico version": ["v3.32", "--calico-version, else CALICO_VERSION"],
    },
  },
  "etcd by variables": {
    env: {
      ETCD_ENDPOINTS: "https://10.0.0.1:2379,https://10.0.0.2:2379",
      CALICO_ETCD_USERNAME: "me",
      ETCD_PASSWORD: SECRET,
      ETCD_CERT: SECRET,
      ETCD_KEY_FILE: KEY,
      ETCD_CA_CERT_FILE: SECRET,
    },
    line: "--calico-version v3.7",
    shows: {
      endpoints: ["https://10.0.0.1:2379,https://10.0.0.2:2379", "ETCD_ENDPOINTS"],
      username: ["REDACTED", "CALICO_ETCD_USERNAME"],
      password: ["REDACTED", "ETCD_PASSWORD"],
      "client certificate": ["REDACTED", "ETCD_CERT"],
      "client key": [KEY, "ETCD_KEY_FILE"],
      "CA certificate": ["a file that does not exist", "ETCD_CA_CERT_FILE"],
      "Calico version": ["v3.7", "--calico-version"],
    },
  },
  "etcd by a file": {
    env: { ETCD_ENDPOINTS: "http://10.9.9.9:1" },
    line: `-c ${FILE}`,
    shows: {
      endpoints: ["http://10.0.0.1:2379", `\`spec.etcdEndpoints\` in \`${FILE}\``],
      password: ["REDACTED", `\`spec.etcdPassword\` in \`${FILE}\``],
    },
  },
  "a cluster": {
    env: { DATASTORE_TYPE: "kubernetes", KUBECONFIG, HOME: folder },
    shows: {
      server: ["https://10.0.0.1:6443", /kubeconfig/],
      credentials: ["token REDACTED", /./],
    },
  },
};

test.each(Object.entries(ROWS))("config view: %s", async (_, { env, line = "", shows }) => {
  const words = ["config", "view", ...line.split(" ").filter((word) => word !== "")];
  const ran = await runCli([...words, "-o", "json"], { env });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).not.toContain(SECRET);
  const rows: { readonly setting: string; readonly value: string; readonly from: string }[] = JSON.parse(ran.stdout);
  for (const [setting, [value, from]] of Object.entries(shows)) {
    const row = rows.find((one) => one.setting === setting);
    expect(row?.value).toBe(value);
    if (typeof from === "string") expect(row?.from).toBe(from);
    else expect(row?.from).toMatch(from);
  }
  const yaml = await runCli([...words, "-o", "yaml"], { env });
  expect(yaml).toMatchObject({ code: 0, stderr: "" });
  expect(parse(yaml.stdout)).toEqual(rows);
  const table = await runCli(words, { env });
  expect(table).toMatchObject({ code: 0, stderr: "" });
  expect(table.stdout).toMatch(/^ {2}SETTING +VALUE +FROM\n {2}datastore /);
  expect(table.stdout).not.toContain(SECRET);
});

test.each([
  ["config", 2, "which config command?"],
  ["config use-context x", 2, "unknown command `config use-context`"],
  ["config current-context", 2, "unknown command `config current-context`"],
  [`config view -c ${folder}/nope`, 1, "does not exist"],
])("%s ends with %i", async (line, code, message) => {
  const ran = await runCli(line.split(" "), { env: { HOME: folder } });
  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toContain(message);
});
