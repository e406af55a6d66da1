import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium } from "./chromium.ts";
import { expectAccessible, ROOT, savePage } from "./save-page.ts";

const GUIDE = ["policy.yaml", "host-endpoint.yaml", "allow-nodeport.yaml", "pod.yaml"].map((name) =>
  join(ROOT, "examples/worked-example", name),
);
const ENDPOINT = "#/endpoint/HostEndpoint/node1-eth0";

describe.skipIf(!hasChromium)(`pages of resources, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await startChromium();
    address = await savePage(join(folder, "guide.html"), GUIDE);
  });
  afterAll(() => browser?.close());

  const main = async (page: Page): Promise<string> => (await page.locator("main").textContent()) ?? "";
  async function follow(page: Page, name: string): Promise<void> {
    await page.locator("main").getByRole("link", { name, exact: true }).first().click();
    await settled(page);
  }

  test("lead from the cluster to an endpoint, to its policies, to what they select, and back", async () => {
    const { page, problems } = await openWatched(browser, address);
    await follow(page, "node1-eth0");
    await expect.poll(() => new URL(page.url()).hash).toBe(ENDPOINT);
    expect(await page.title()).toMatch(/^node1-eth0 · Endpoint · /);
    expect(await page.locator("main:focus h1").textContent()).toBe("node1-eth0");
    for (const text of ["host-endpoint.yaml:", "host-endpoint=ingress", "10.240.0.5/32", "tcp/22"])
      expect(await main(page)).toContain(text);
    await follow(page, "drop-other-ingress");
    await expect.poll(() => new URL(page.url()).hash).toBe("#/policy/GlobalNetworkPolicy/drop-other-ingress");
    for (const text of ["every packet", "policy.yaml:26", "pre-DNAT ingress"]) expect(await main(page)).toContain(text);
    await follow(page, "node1-eth0");
    await page.goBack();
    await page.goBack();
    await settled(page);
    expect(await page.locator("h1").textContent()).toBe("node1-eth0");
    await follow(page, "Ask a packet to this endpoint");
    expect(await page.getByLabel("To", { exact: true }).inputValue()).toBe("node1-eth0");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("say stage by stage which policies apply, in their order, and why others do not", async () => {
    const { page } = await openWatched(browser, address + ENDPOINT);
    const stages = await page.locator(".stages > li").allTextContents();
    expect(stages.find((text) => text.startsWith("pre-DNAT"))).toMatch(
      /allow-cluster-internal-ingress order 10.*allow-nodeport order 10.*drop-other-ingress order 20.*go on to the next stage/,
    );
    expect(stages.find((text) => text.startsWith("normal egress"))).toContain("denied, but for failsafe ports");
    const forward = page.locator(".stages > li").filter({ hasText: "forward ingress" });
    await forward.locator("summary").click();
    expect(await forward.textContent()).toMatch(/applyOnForward is false/);
    await page.context().close();
  });

  test("are where a step of a packet's path leads, at its rule; and the link opens the same elsewhere", async () => {
    const { page, problems } = await openWatched(
      browser,
      `${address}#/packet?protocol=tcp&port=8443&from=198.51.100.7&to=node1-eth0`,
    );
    await follow(page, "Open the rule in drop-other-ingress");
    expect(await page.locator("tr.marked").textContent()).toContain("policy.yaml:26");
    const other = await openWatched(browser, page.url());
    expect(await main(other.page)).toBe(await main(page));
    expect(await other.page.locator("tr.marked").count()).toBe(1);
    expect([...problems, ...other.problems]).toEqual([]);
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  test.each([
    ["#/policy/GlobalNetworkPolicy/drop-other-ingres", "is it GlobalNetworkPolicy drop-other-ingress?"],
    ["#/policy/GlobalNetworkPolicy", "There is no view"],
    ["#/policy/%E0%A4%A/x", "There is no view"],
  ])("%s: says what there is not", async (fragment, text) => {
    const { page, problems } = await openWatched(browser, address + fragment);
    expect(await main(page)).toContain(text);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each(
    [ENDPOINT, "#/policy/GlobalNetworkPolicy/allow-nodeport?rule=ingress+1", "#/resource/Node/node1"].flatMap(
      (fragment) => (["light", "dark"] as const).map((colorScheme) => [fragment, colorScheme] as const),
    ),
  )("%s in the %s theme: axe finds nothing, and it fits a small screen", async (fragment, colorScheme) => {
    const { page, problems } = await openWatched(browser, address + fragment, { colorScheme, bypassCSP: true });
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await expectAccessible(page);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("nothing in labels, selectors or names becomes markup", async () => {
    const image = "<img src=x onerror=alert(2)>";
    const file = join(folder, `${image}.yaml`);
    writeFileSync(
      file,
      `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: a, labels: {role: web}, annotations: {b: "${image}"}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1], profiles: ["p"]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: b}
spec: {selector: role == "${image}" || role == 'web', ingress: [{action: Allow, source: {selector: role == "${image}"}}]}
`,
    );
    const harm = await savePage(join(folder, "harm.html"), [file]);
    for (const [fragment, text] of [
      ["#/endpoint/HostEndpoint/a", image],
      ["#/policy/GlobalNetworkPolicy/b", image],
      [`#/policy/${encodeURIComponent(image)}/${encodeURIComponent(image)}`, `${image} does not exist`],
    ] as const) {
      const { page, problems } = await openWatched(browser, harm + fragment);
      expect(await main(page)).toContain(text);
      expect(await page.locator("img, main script").count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });
});
