import { describe, expect, test } from "vitest";
import { ConfigProblems } from "../../../../src/datastore/config-sources.ts";
import { proxyInEnvironment, proxyOf } from "../../../../src/datastore/kubernetes/config/proxy.ts";
import { load, SECRET } from "../../config-sources.ts";
import { kubeconfig } from "./kubeconfigs.ts";

describe("whether a server is asked through the proxy of the environment", () => {
  test.each<[string, string, boolean]>([
    ["https://api.example.com:6443", "", true],
    ["https://api.example.com:6443", "example.com", false],
    ["https://api.example.com:6443", ".example.com", false],
    ["https://example.com", ".example.com", true],
    ["https://example.com", "*.example.com, example.com", false],
    ["https://api.example.com:6443", "other, *", false],
    ["https://api.example.com:6443", "ample.com", true],
    ["https://api.example.com:6443", "API.example.com:6443", false],
    ["https://api.example.com:6443", "api.example.com:443", true],
    ["https://api.example.com", "api.example.com:443", false],
    ["https://10.0.0.1:6443", "10.0.0.0/8", false],
    ["https://10.0.0.1:6443", "10.1.0.0/16,10.0.0.2", true],
    ["https://10.0.0.1:6443", "10.0.0.1", false],
    ["https://[fd00::1]:6443", "fd00::/8", false],
    ["https://[fd00::1]:6443", "[fd00::1]:6443", false],
    ["https://127.0.0.1:6443", "", false],
    ["https://localhost:6443", "", false],
    ["https://[::1]:6443", "", false],
    ["http://api.example.com", "", false],
  ])("%s, NO_PROXY=%s: %s", (server, list, isUsed) => {
    const problems = new ConfigProblems();
    const env = { HTTPS_PROXY: "proxy.example.com:3128", no_proxy: list };
    const proxy = proxyInEnvironment(server, { env }, problems);
    expect(proxy).toEqual(isUsed ? { address: "http://proxy.example.com:3128", from: "HTTPS_PROXY" } : undefined);
    expect(problems.any).toBe(false);
  });
});

test("a user and a password of a proxy go into a header, and not into its address", () => {
  expect(proxyOf(`https://u%40x:${SECRET}@p:1`, "`proxy-url`", new ConfigProblems())).toEqual({
    address: "https://p:1",
    authorization: `Basic ${Buffer.from(`u@x:${SECRET}`).toString("base64")}`,
    from: "`proxy-url`",
  });
  expect(proxyOf("http://u:%zz@p", "x", new ConfigProblems())?.authorization).toBe(
    `Basic ${Buffer.from("u:%zz").toString("base64")}`,
  );
});

test.each(["socks5://p:1", "http://p:1/x", `http://p:1/?${SECRET}`, SECRET])("no proxy: %s", (text) => {
  const problems = new ConfigProblems();
  expect(proxyOf(text, "HTTPS_PROXY", problems)).toBeUndefined();
  expect(problems.diagnostics.map(({ code }) => code)).toEqual(["config.unsupported"]);
  expect(JSON.stringify(problems.diagnostics)).not.toContain(SECRET);
});

test("the proxy of a kubeconfig counts before that of the environment, whatever NO_PROXY says", async () => {
  const given = {
    env: { DATASTORE_TYPE: "kubernetes", KUBECONFIG: "/k", HTTPS_PROXY: "http://other:1", NO_PROXY: "*" },
    others: { "/k": kubeconfig({ "proxy-url": "http://p:3128" }) },
  };
  expect(await load(given)).toMatchObject({
    ok: true,
    config: { proxy: { address: "http://p:3128", from: "`proxy-url` of cluster `c`" } },
  });
});
