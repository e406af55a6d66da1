import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium, type WatchedPage } from "./chromium.ts";
import { expectAccessible, ROOT, savePage } from "./save-page.ts";

const GUIDE = ["policy.yaml", "host-endpoint.yaml", "allow-nodeport.yaml", "pod.yaml"].map((name) =>
  join(ROOT, "examples/worked-example", name),
);
const ASKED = "#/packet?protocol=tcp&port=8443&from=198.51.100.7&to=node1-eth0";

describe.skipIf(!hasChromium)(`a saved page, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let browser: Browser;
  let address: string;

  const saved = (name: string, files: readonly string[]): Promise<string> => savePage(join(folder, name), files);
  const open = (to: string, options = {}): Promise<WatchedPage> => openWatched(browser, to, options);

  beforeAll(async () => {
    browser = await startChromium();
    address = await saved("page.html", GUIDE);
  });
  afterAll(() => browser?.close());

  test("shows the cluster, and complains about nothing", async () => {
    const { page, problems } = await open(address);
    expect(await page.title()).toContain("Cluster");
    const text = await page.locator("main").textContent();
    for (const shown of ["1 node", "2 endpoints", "node1-eth0", "10.240.0.5", "drop-other-ingress"])
      expect(text).toContain(shown);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("answers a packet that is typed as the command line does, and a link to it opens it again", async () => {
    const { page, problems } = await open(address);
    await page.getByRole("link", { name: "Ask a packet", exact: true }).click();
    for (const [label, value] of [
      ["From", "198.51.100.7"],
      ["To", "node1-eth0"],
      ["Port", "8443"],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.locator(".banner").waitFor();
    await settled(page);
    const banner = await page.locator(".banner").textContent();
    const line = /calicoctl (simulate .*?)Keep as flow test/.exec(banner ?? "")?.[1] ?? "";
    const files = GUIDE.flatMap((file) => ["-f", file]);
    const { stdout } = await runCli([...line.split(" "), "--offline", ...files, "-o", "json"]);
    const { flows } = JSON.parse(stdout) as { flows: [{ verdict: string; decidedBy: { text: string } }] };
    expect(banner).toContain(flows[0].verdict.toUpperCase());
    expect(banner).toContain(flows[0].decidedBy.text);
    expect(banner).toContain("policy.yaml:26");

    const other = await open(page.url());
    await other.page.locator(".banner").waitFor();
    expect(await other.page.locator(".banner").textContent()).toBe(banner);
    await other.page.getByRole("link", { name: "Cluster" }).click();
    await other.page.goBack();
    await other.page.locator(".banner").waitFor();
    expect(await other.page.locator(".banner").textContent()).toBe(banner);
    expect([...problems, ...other.problems]).toEqual([]);
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  test("can be used with the keyboard alone", async () => {
    const { page } = await open(address);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.locator("main:focus").count()).toBe(1);
    // The theme, then the views from the last one.
    await page.keyboard.press("Shift+Tab");
    for (const view of ["Flow tests", "What if", "Who reaches whom", "Ask a packet"]) {
      await page.keyboard.press("Shift+Tab");
      expect(await page.locator(":focus").textContent()).toBe(view);
    }
    await page.keyboard.press("Enter");
    await page.locator("main:focus").waitFor();
    // The choice of what is asked, then the fields.
    await page.keyboard.press("Tab");
    for (const text of ["198.51.100.7", "node1-eth0"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("8443");
    await page.locator(".banner-deny").waitFor();
    await page
      .locator("[role=status]")
      .filter({ hasText: "deny: by policy drop-other-ingress" })
      .waitFor({ state: "attached" });
    await page.context().close();
  });

  test.each(
    ["", ASKED, "#/packet", "#/nowhere"].flatMap((fragment) =>
      (["light", "dark"] as const).map((colorScheme) => [fragment, colorScheme] as const),
    ),
  )("%s in the %s theme: axe finds nothing, and it fits a small screen", async (fragment, colorScheme) => {
    const { page, problems } = await open(address + fragment, { colorScheme, bypassCSP: true });
    await expectAccessible(page);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("the theme can be changed, and nothing else changes", async () => {
    const { page } = await open(address, { colorScheme: "dark" });
    // The page takes a theme on only after it has drawn itself.
    const theme = () => page.locator("html").getAttribute("data-theme");
    await expect.poll(theme).toBe("dark");
    await page.getByRole("button", { name: "Use the light theme" }).click();
    await expect.poll(theme).toBe("light");
    await page.context().close();
  });

  test("nothing in a manifest or its name becomes markup, or runs", async () => {
    const image = "<img src=x onerror=alert(2)>";
    const name = `${image}.yaml`;
    const text = `# </script><script>alert(1)</script> <!-- <script>
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: a, annotations: {a: "</script><script>alert(3)</script>", b: "${image}"}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;
    writeFileSync(join(folder, name), text);
    const to = await saved("harm.html", [join(folder, name)]);
    const fragments = ["", `#/packet?from=${encodeURIComponent(image)}&to=a&protocol=tcp&port=1`];
    for (const [fragment, shown] of [
      [fragments[0], "node1"],
      [fragments[1], `nothing in the cluster is called \`${image}\``],
    ] as const) {
      const { page, problems } = await open(to + fragment);
      expect(await page.locator("main").textContent()).toContain(shown);
      expect(await page.locator(".brand-title").textContent()).toContain(name);
      expect(await page.locator("img, main script, header script").count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });
});
