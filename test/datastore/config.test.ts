import { describe, expect, it } from "vitest";
import { type ConfigSources, DEFAULT_CONFIG_PATH, loadConfig } from "../../src/datastore/config.ts";

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  /** `--config`'s file, as the value its text stands for. */
  readonly file?: unknown;
  readonly defaultFile?: unknown;
}

const SECRET = "s3cret-word";
const api = (spec: unknown): unknown => ({
  apiVersion: "projectcalico.org/v3",
  kind: "CalicoAPIConfig",
  metadata: null,
  spec,
});

function load({ env = {}, file, defaultFile }: Given) {
  const files: Record<string, string> = {};
  if (file !== undefined) files["c.cfg"] = JSON.stringify(file);
  if (defaultFile !== undefined) files[DEFAULT_CONFIG_PATH] = JSON.stringify(defaultFile);
  const sources: ConfigSources = {
    env: { HOME: "/home/x", ...env },
    ...(file === undefined ? {} : { configPath: "c.cfg" }),
    readFile: (path) => files[path],
    parse: JSON.parse,
  };
  return loadConfig(sources);
}

describe("loadConfig chooses", () => {
  const ENDPOINT = "http://127.0.0.1:2379";
  const etcd = (extra: object = {}): object => ({
    type: "etcd",
    endpoints: [ENDPOINT],
    from: "ETCD_ENDPOINTS",
    tls: {},
    ...extra,
  });
  const cases: readonly { readonly name: string; readonly given: Given; readonly config: object }[] = [
    { name: "etcd by its endpoints", given: { env: { ETCD_ENDPOINTS: ENDPOINT } }, config: etcd() },
    {
      name: "etcd by type and endpoints",
      given: { env: { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: ENDPOINT } },
      config: etcd(),
    },
    {
      name: "CALICO_ before the plain name",
      given: {
        env: {
          DATASTORE_TYPE: "foo",
          CALICO_DATASTORE_TYPE: "etcdv3",
          ETCD_ENDPOINTS: "x:1",
          CALICO_ETCD_ENDPOINTS: ENDPOINT,
        },
      },
      config: etcd({ from: "CALICO_ETCD_ENDPOINTS" }),
    },
    {
      name: "the plain name where CALICO_ is empty",
      given: { env: { CALICO_ETCD_ENDPOINTS: "", ETCD_ENDPOINTS: ENDPOINT } },
      config: etcd(),
    },
    {
      name: "several endpoints, spaces, slashes, once each",
      given: { env: { ETCD_ENDPOINTS: "http://a:1/, https://b ,,http://a:1,[::1]:5" } },
      config: etcd({ endpoints: ["http://a:1", "https://b:2379", "http://[::1]:5"] }),
    },
    {
      name: "TLS files and a user",
      given: {
        env: {
          ETCD_ENDPOINTS: ENDPOINT,
          ETCD_CA_CERT_FILE: "ca",
          ETCD_CERT_FILE: "c",
          CALICO_ETCD_KEY_FILE: "k",
          ETCD_USERNAME: "u",
          ETCD_PASSWORD: SECRET,
        },
      },
      config: etcd({
        tls: {
          ca: { kind: "file", path: "ca", from: "ETCD_CA_CERT_FILE" },
          cert: { kind: "file", path: "c", from: "ETCD_CERT_FILE" },
          key: { kind: "file", path: "k", from: "CALICO_ETCD_KEY_FILE" },
        },
        auth: { username: "u", password: SECRET },
      }),
    },
    {
      name: "a file instead of the environment",
      given: {
        env: { ETCD_ENDPOINTS: "http://other:1", DATASTORE_TYPE: "embedded" },
        file: api({ datastoreType: "etcdv3", etcdEndpoints: ENDPOINT }),
      },
      config: etcd({ from: "`spec.etcdEndpoints` in `c.cfg`" }),
    },
    {
      name: "the default file when it is there",
      given: { env: { ETCD_ENDPOINTS: "http://other:1" }, defaultFile: api({ etcdEndpoints: ENDPOINT }) },
      config: etcd({ from: `\`spec.etcdEndpoints\` in \`${DEFAULT_CONFIG_PATH}\`` }),
    },
    {
      name: "--config before the default file",
      given: { file: api({ etcdEndpoints: ENDPOINT }), defaultFile: api({ datastoreType: "embedded" }) },
      config: etcd({ from: "`spec.etcdEndpoints` in `c.cfg`" }),
    },
    {
      name: "inline certificates of a file",
      given: { file: api({ etcdEndpoints: ENDPOINT, etcdCACert: "PEM", kubeconfig: "ignored", etcdUsername: null }) },
      config: etcd({
        from: "`spec.etcdEndpoints` in `c.cfg`",
        tls: { ca: { kind: "text", text: "PEM", from: "`spec.etcdCACert` in `c.cfg`" } },
      }),
    },
    {
      name: "the embedded store with nothing configured",
      given: {},
      config: {
        type: "embedded",
        path: "/home/x/.local/share/calicoctl/store.db",
        from: "HOME, by default",
        implicit: true,
        makeDirectory: true,
      },
    },
    {
      name: "XDG_DATA_HOME for it",
      given: { env: { XDG_DATA_HOME: "/data" } },
      config: {
        type: "embedded",
        path: "/data/calicoctl/store.db",
        from: "XDG_DATA_HOME, by default",
        implicit: true,
        makeDirectory: true,
      },
    },
    {
      name: "HOME where XDG_DATA_HOME is relative",
      given: { env: { XDG_DATA_HOME: "data" } },
      config: {
        type: "embedded",
        path: "/home/x/.local/share/calicoctl/store.db",
        from: "HOME, by default",
        implicit: true,
        makeDirectory: true,
      },
    },
    {
      name: "the embedded store by type",
      given: { env: { DATASTORE_TYPE: "embedded", ETCD_ENDPOINTS: ENDPOINT } },
      config: {
        type: "embedded",
        path: "/home/x/.local/share/calicoctl/store.db",
        from: "HOME, by default",
        implicit: false,
        makeDirectory: true,
      },
    },
    {
      name: "the embedded store by its path",
      given: { env: { EMBEDDED_PATH: "/s.db" } },
      config: { type: "embedded", path: "/s.db", from: "EMBEDDED_PATH", implicit: false, makeDirectory: false },
    },
    {
      name: "the embedded store by a file",
      given: { file: api({ datastoreType: "embedded", embeddedPath: "s.db" }) },
      config: {
        type: "embedded",
        path: "s.db",
        from: "`spec.embeddedPath` in `c.cfg`",
        implicit: false,
        makeDirectory: false,
      },
    },
  ];
  it.each(cases)("$name", ({ given, config }) => expect(load(given)).toEqual({ ok: true, config }));
});

describe("loadConfig refuses", () => {
  const cases: readonly {
    readonly name: string;
    readonly given: Given;
    readonly codes: readonly string[];
    readonly says: RegExp;
  }[] = [
    {
      name: "an unknown type",
      given: { env: { DATASTORE_TYPE: "etcdv2" } },
      codes: ["config.type"],
      says: /`etcdv2`.*DATASTORE_TYPE.*did you mean `etcdv3`/,
    },
    {
      name: "a type in another case",
      given: { env: { DATASTORE_TYPE: "ETCDv3", ETCD_ENDPOINTS: "x" } },
      codes: ["config.type"],
      says: /did you mean `etcdv3`/,
    },
    {
      name: "Kubernetes",
      given: { env: { CALICO_DATASTORE_TYPE: "kubernetes" } },
      codes: ["config.unsupported"],
      says: /Kubernetes datastore is not supported.*CALICO_DATASTORE_TYPE/,
    },
    {
      name: "etcd without endpoints",
      given: { env: { DATASTORE_TYPE: "etcdv3" } },
      codes: ["config.no-endpoints"],
      says: /ETCD_ENDPOINTS/,
    },
    {
      name: "ETCD_AUTHORITY alone",
      given: { env: { ETCD_AUTHORITY: "127.0.0.1:2379" } },
      codes: ["config.no-endpoints"],
      says: /no etcd endpoints/,
    },
    {
      name: "other etcd settings alone",
      given: { env: { ETCD_CA_CERT_FILE: "x" } },
      codes: ["config.no-endpoints"],
      says: /no etcd endpoints/,
    },
    {
      name: "service discovery",
      given: { env: { ETCD_DISCOVERY_SRV: "example.com" } },
      codes: ["config.no-endpoints"],
      says: /ETCD_DISCOVERY_SRV is not supported/,
    },
    {
      name: "a file without endpoints, whatever the environment says",
      given: { env: { ETCD_ENDPOINTS: "http://x:1" }, file: api({ datastoreType: "etcdv3" }) },
      codes: ["config.no-endpoints"],
      says: /`spec.etcdEndpoints` in `c.cfg`/,
    },
    { name: "an empty spec", given: { file: api(null) }, codes: ["config.no-endpoints"], says: /no etcd endpoints/ },
    {
      name: "two stores at once",
      given: { env: { ETCD_ENDPOINTS: "http://x:1", EMBEDDED_PATH: "/x" } },
      codes: ["config.ambiguous"],
      says: /DATASTORE_TYPE/,
    },
    { name: "no home", given: { env: { HOME: "" } }, codes: ["config.no-path"], says: /HOME/ },
    {
      name: "half a key pair",
      given: { env: { ETCD_ENDPOINTS: "https://x:1", ETCD_CERT_FILE: "c" } },
      codes: ["config.tls"],
      says: /ETCD_CERT_FILE is set, but not the key/,
    },
    {
      name: "a user without password",
      given: { env: { ETCD_ENDPOINTS: "http://x:1", ETCD_USERNAME: "u" } },
      codes: ["config.auth"],
      says: /ETCD_USERNAME is set, but not the password/,
    },
    {
      name: "a password without user",
      given: { env: { ETCD_ENDPOINTS: "http://x:1", ETCD_PASSWORD: SECRET } },
      codes: ["config.auth"],
      says: /ETCD_PASSWORD is set, but not the user name/,
    },
    {
      name: "malformed endpoints, each",
      given: { env: { ETCD_ENDPOINTS: "::::,http://x:99999,ftp://x:1,http://x:1/path" } },
      codes: Array.from({ length: 4 }, () => "config.endpoint"),
      says: /`::::`.*`http:\/\/x:99999`.*`ftp:\/\/x:1`.*`http:\/\/x:1\/path`/,
    },
    {
      name: "a user in an endpoint, without telling the password",
      given: { env: { ETCD_ENDPOINTS: `http://u:${SECRET}@x:1` } },
      codes: ["config.endpoint"],
      says: /\*\*\*@x:1.*ETCD_USERNAME and ETCD_PASSWORD/s,
    },
    {
      name: "nothing but commas",
      given: { env: { ETCD_ENDPOINTS: " , ," } },
      codes: ["config.no-endpoints"],
      says: /names no etcd endpoint/,
    },
    {
      name: "another kind of file",
      given: { file: { apiVersion: "projectcalico.org/v3", kind: "calicoApiConfig" } },
      codes: ["config.file"],
      says: /not a CalicoAPIConfig/,
    },
    { name: "an empty file", given: { file: null }, codes: ["config.file"], says: /not a CalicoAPIConfig/ },
    {
      name: "everything wrong with a file",
      given: { file: { ...(api({ etcdEndpoint: "x", etcdEndpoints: 5, __proto__x: 1 }) as object), more: 1 } },
      codes: Array.from({ length: 4 }, () => "config.file"),
      says: /`more`.*`spec.etcdEndpoint`.*did you mean `etcdEndpoints`.*must be a string/,
    },
    {
      name: "a spec that is a list",
      given: { file: api([1]) },
      codes: ["config.file"],
      says: /must be a map/,
    },
  ];
  it.each(cases)("$name", ({ given, codes, says }) => {
    const result = load(given);
    if (result.ok) throw new Error("it was taken");
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(codes);
    const text = result.diagnostics.map(({ message, help }) => `${message} ${help ?? ""}`).join(" ");
    expect(text).toMatch(says);
    expect(text).not.toContain(SECRET);
  });

  it("a file that is not there, cannot be read or parsed", () => {
    const base: ConfigSources = { env: {}, configPath: "nope.cfg", readFile: () => undefined, parse: JSON.parse };
    const message = (sources: ConfigSources): string => {
      const result = loadConfig(sources);
      return result.ok ? "taken" : `${result.diagnostics[0]?.code} ${result.diagnostics[0]?.message}`;
    };
    expect(message(base)).toBe("config.missing there is no config file `nope.cfg`");
    const denied = (): never => {
      throw Object.assign(new Error("denied"), { code: "EACCES" });
    };
    expect(message({ ...base, readFile: denied })).toBe(
      "config.unreadable cannot read the config file `nope.cfg`: permission denied",
    );
    expect(message({ ...base, readFile: () => "{" })).toMatch(
      /^config\.syntax the config file `nope\.cfg` is neither YAML nor JSON/,
    );
  });
});
