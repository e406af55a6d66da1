import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG_PATH } from "../../src/datastore/config.ts";
import { api, type Given, load, SECRET } from "./config-sources.ts";

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
      name: "several endpoints, spaces, paths, once each",
      given: { env: { ETCD_ENDPOINTS: "http://a:1/, https://b ,,http://a:1/v3/x,[::1]:5" } },
      config: etcd({ endpoints: ["http://a:1", "https://b:2379", "http://[::1]:5"] }),
    },
    {
      name: "the environment where --config names the default path and nothing is there",
      given: { env: { ETCD_ENDPOINTS: ENDPOINT }, namesDefault: true },
      config: etcd(),
    },
    {
      name: "the client of etcd",
      given: { env: { ETCD_ENDPOINTS: ENDPOINT, CALICOCTL_ETCD_CLIENT: "etcd3" } },
      config: etcd({ client: "etcd3" }),
    },
    {
      name: "the usual client where none is named",
      given: { env: { ETCD_ENDPOINTS: ENDPOINT, CALICOCTL_ETCD_CLIENT: "" } },
      config: etcd(),
    },
    {
      name: "no user where the password is missing",
      given: { env: { ETCD_ENDPOINTS: ENDPOINT, ETCD_USERNAME: "u" } },
      config: etcd(),
    },
    {
      name: "no user where only the password is given",
      given: { env: { ETCD_ENDPOINTS: ENDPOINT, ETCD_PASSWORD: SECRET } },
      config: etcd(),
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
      name: "a file with fields in another case, numbers and booleans",
      given: {
        file: api({ DatastoreType: "etcdv3", etcdendpoints: ENDPOINT, etcdUsername: true, ETCDPassword: 12345 }),
      },
      config: etcd({
        from: "`spec.etcdEndpoints` in `c.cfg`",
        auth: { username: "true", password: "12345" },
      }),
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
  it.each(cases)("$name", async ({ given, config }) => expect(await load(given)).toEqual({ ok: true, config }));
});
