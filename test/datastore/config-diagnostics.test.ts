import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/datastore/config.ts";
import type { ConfigSources } from "../../src/datastore/config-sources.ts";
import { api, type Given, load, SECRET } from "./config-sources.ts";

describe("loadConfig refuses", () => {
  const cases: readonly {
    readonly name: string;
    readonly given: Given;
    readonly codes: readonly string[];
    readonly wording: RegExp;
  }[] = [
    {
      name: "an unknown type",
      given: { env: { DATASTORE_TYPE: "etcdv2" } },
      codes: ["config.type"],
      wording: /invalid datastore type `etcdv2` in DATASTORE_TYPE.*did you mean `etcdv3`/,
    },
    {
      name: "a type in another case",
      given: { env: { DATASTORE_TYPE: "ETCDv3", ETCD_ENDPOINTS: "x" } },
      codes: ["config.type"],
      wording: /did you mean `etcdv3`/,
    },
    {
      name: "a client of etcd that there is not",
      given: { env: { ETCD_ENDPOINTS: "http://127.0.0.1:2379", CALICOCTL_ETCD_CLIENT: "etcd2" } },
      codes: ["config.etcd-client"],
      wording: /CALICOCTL_ETCD_CLIENT can only be `etcd3`/,
    },
    {
      name: "etcd without endpoints",
      given: { env: { DATASTORE_TYPE: "etcdv3" } },
      codes: ["config.no-endpoints"],
      wording: /ETCD_ENDPOINTS/,
    },
    {
      name: "ETCD_AUTHORITY alone",
      given: { env: { ETCD_AUTHORITY: "127.0.0.1:2379" } },
      codes: ["config.no-endpoints"],
      wording: /no etcd endpoints/,
    },
    {
      name: "other etcd settings alone",
      given: { env: { ETCD_CA_CERT_FILE: "x" } },
      codes: ["config.no-endpoints"],
      wording: /no etcd endpoints/,
    },
    {
      name: "service discovery",
      given: { env: { ETCD_DISCOVERY_SRV: "example.com" } },
      codes: ["config.no-endpoints"],
      wording: /ETCD_DISCOVERY_SRV is not supported/,
    },
    {
      name: "a file without endpoints, whatever the environment says",
      given: { env: { ETCD_ENDPOINTS: "http://x:1" }, file: api({ datastoreType: "etcdv3" }) },
      codes: ["config.no-endpoints"],
      wording: /`spec.etcdEndpoints` in `c.cfg`/,
    },
    { name: "an empty spec", given: { file: api(null) }, codes: ["config.no-endpoints"], wording: /no etcd endpoints/ },
    {
      name: "two stores at once",
      given: { env: { ETCD_ENDPOINTS: "http://x:1", EMBEDDED_PATH: "/x" } },
      codes: ["config.ambiguous"],
      wording: /DATASTORE_TYPE/,
    },
    { name: "no home", given: { env: { HOME: "" } }, codes: ["config.no-path"], wording: /HOME/ },
    {
      name: "half a key pair",
      given: { env: { ETCD_ENDPOINTS: "https://x:1", ETCD_CERT_FILE: "c" } },
      codes: ["config.tls"],
      wording: /ETCD_CERT_FILE is set, but not the key/,
    },
    {
      name: "malformed endpoints, each",
      given: { env: { ETCD_ENDPOINTS: "::::,http://x:99999,ftp://x:1,http://x y:1/path" } },
      codes: Array.from({ length: 4 }, () => "config.endpoint"),
      wording:
        /endpoint 1 of ETCD_ENDPOINTS.*no host.*endpoint 2.*port.*endpoint 3.*begins with neither.*endpoint 4.*characters that no host name has/,
    },
    {
      name: "a user in an endpoint, without telling the password",
      given: { env: { ETCD_ENDPOINTS: `http://u:${SECRET}@x:1` } },
      codes: ["config.endpoint"],
      wording: /endpoint 1 of ETCD_ENDPOINTS.*beside host and port.*ETCD_USERNAME and ETCD_PASSWORD/s,
    },
    ...[
      `http://x:1?token=${SECRET}`,
      `x:1/?token=${SECRET}`,
      `https://x:1#${SECRET}`,
      `http://u:${SECRET}@x:1?t=${SECRET}`,
    ].map((endpoint) => ({
      name: `a token in the endpoint ${endpoint.replaceAll(SECRET, "...")}`,
      given: { env: { ETCD_ENDPOINTS: endpoint } },
      codes: ["config.endpoint"],
      wording: /endpoint 1 of ETCD_ENDPOINTS.*beside host and port.*ETCD_USERNAME and ETCD_PASSWORD/s,
    })),
    {
      name: "nothing but commas",
      given: { env: { ETCD_ENDPOINTS: " , ," } },
      codes: ["config.no-endpoints"],
      wording: /names no etcd endpoint/,
    },
    {
      name: "another kind of file",
      given: { file: { apiVersion: "projectcalico.org/v3", kind: "calicoApiConfig" } },
      codes: ["config.file"],
      wording: /not a CalicoAPIConfig/,
    },
    { name: "an empty file", given: { file: null }, codes: ["config.file"], wording: /not a CalicoAPIConfig/ },
    {
      name: "everything wrong with a file",
      given: { file: { ...(api({ etcdEndpoint: "x", etcdEndpoints: [5], __proto__x: 1 }) as object), more: 1 } },
      codes: Array.from({ length: 4 }, () => "config.file"),
      wording: /`more`.*`spec.etcdEndpoint`.*did you mean `etcdEndpoints`.*must be a string/,
    },
    {
      name: "a spec that is a list",
      given: { file: api([1]) },
      codes: ["config.file"],
      wording: /must be a map/,
    },
  ];
  it.each(cases)("$name", async ({ given, codes, wording }) => {
    const result = await load(given);
    if (result.ok) throw new Error("it was taken");
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(codes);
    const text = result.diagnostics.map(({ message, help }) => `${message} ${help ?? ""}`).join(" ");
    expect(text).toMatch(wording);
    expect(text).not.toContain(SECRET);
  });

  it("a file that is not there, cannot be read or parsed", async () => {
    const parse = async (text: string): Promise<unknown> => JSON.parse(text);
    const base: ConfigSources = { env: {}, configPath: "nope.cfg", readFile: () => undefined, parse };
    const message = async (sources: ConfigSources): Promise<string> => {
      const result = await loadConfig(sources);
      return result.ok ? "taken" : `${result.diagnostics[0]?.code} ${result.diagnostics[0]?.message}`;
    };
    expect(await message(base)).toBe("config.missing the config file `nope.cfg` does not exist");
    const denied = (): never => {
      throw Object.assign(new Error("denied"), { code: "EACCES" });
    };
    expect(await message({ ...base, readFile: denied })).toBe(
      "config.unreadable cannot read the config file `nope.cfg`: permission denied",
    );
    expect(await message({ ...base, readFile: () => "{" })).toBe(
      "config.syntax the config file `nope.cfg`: neither YAML nor JSON",
    );
  });
});
