import { Etcd3, Range } from "etcd3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, runCli } from "../../support/cli.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";

const PREFIX = "/calico/resources/v3/projectcalico.org/";
const MANIFEST = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: a}
spec: {node: n1, interfaceName: eth0}
`;

describe.skipIf(!hasEtcd)(`a role that may only use host endpoints${needsEtcd}`, () => {
  let server: EtcdServer;
  beforeAll(async () => {
    server = await startEtcd();
    const client = new Etcd3({ hosts: server.endpoint });
    const role = await client.role("hep").create();
    await role.grant({ permission: "Readwrite", range: Range.prefix(`${PREFIX}hostendpoints/`) });
    for (const name of ["root", "hep"]) {
      const user = await client.user(name).create("s3cret");
      await user.addRole(name === "root" ? await client.role(name).create() : role);
    }
    await client.auth.authEnable();
    client.close();
  });
  afterAll(() => server.stop());

  const run = (line: string, version?: string): Promise<Ran> =>
    runCli(line.split(" "), {
      stdin: MANIFEST,
      env: {
        ETCD_ENDPOINTS: server.endpoint,
        ETCD_USERNAME: "hep",
        ETCD_PASSWORD: "s3cret",
        ...(version !== undefined && { CALICO_VERSION: version }),
      },
    });

  it.each(["v3.7", "v3.32"])("works with them where %s is given", async (version) => {
    for (const line of [
      "apply -f -",
      "get hep",
      "label hep a x=y",
      'patch hep a -p {"spec":{"interfaceName":"eth1"}}',
      "replace -f -",
      "delete hep a",
      "create -f -",
      "delete -f -",
    ]) {
      expect({ line, ...(await run(line, version)) }).toMatchObject({ line, code: 0, stderr: "" });
    }
    expect(await run(`get hep --calico-version ${version}`)).toMatchObject({ code: 0 });
  });

  it.each([
    [
      "get hep",
      undefined,
      /may not read `.*\/projectcalico.org\/\w+\/\w*`, which shows the Calico version/,
      /--calico-version/,
    ],
    [
      "get gnp",
      "v3.7",
      /may not read `.*\/globalnetworkpolicies\/`/,
      /grant-permission ROLE --prefix=true read .*\/globalnetworkpolicies\//,
    ],
    ["get hep,node", "v3.7", /may not read `.*\/nodes\/`/, /read .*\/nodes\//],
    ["label node n1 a=b", "v3.7", /may not read `.*\/nodes\/n1`/, /read .*\/nodes\//],
    ["delete node n1", "v3.7", /may not read `.*\/nodes\/n1`/, /read .*\/nodes\//],
    [
      "delete globalnetworkset x",
      "v3.7",
      /may not read and write `.*\/globalnetworksets\/x`/,
      /readwrite .*\/globalnetworksets\//,
    ],
    [
      "datastore migrate lock",
      "v3.7",
      /may not read `.*\/clusterinformations\/default`/,
      /read .*\/clusterinformations\//,
    ],
  ])("%s with version %s: names the key, and what to grant", async (line, version, message, help) => {
    const ran = await run(line, version);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toMatch(help);
    expect(ran.stderr).not.toContain("s3cret");
  });

  it("a wrong password is never taken for missing rights", async () => {
    const env = {
      ETCD_ENDPOINTS: server.endpoint,
      ETCD_USERNAME: "hep",
      ETCD_PASSWORD: "wr0ng",
      CALICO_VERSION: "v3.7",
    };
    const ran = await runCli(["get", "hep"], { env });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("user or password not accepted");
    expect(ran.stderr).not.toContain("wr0ng");
  });
});
