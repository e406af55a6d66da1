import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { hasChromium, openWatched, settled, startChromium } from "./chromium.ts";
import { expectAccessible, ROOT, savePage } from "./save-page.ts";

const EXAMPLE = join(ROOT, "examples/flow-tests");

describe.skipIf(!hasChromium)(`flow tests, in Chromium${NEEDS_CHROMIUM}`, () => {
  const folder = tmpFolder();
  /** Policies of which a mistake breaks a flow and an assertion. */
  const policies = readdirSync(join(EXAMPLE, "policies")).map((name) => {
    const text = readFileSync(join(EXAMPLE, "policies", name), "utf8").replace("ports: [80, 443]", "ports: [80]");
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await startChromium();
    address = await savePage(join(folder, "tests.html"), policies, [join(EXAMPLE, "flows")]);
  });
  afterAll(() => browser?.close());

  const main = async (page: Page): Promise<string> => (await page.locator("main").textContent()) ?? "";

  test("say what failed and why, open to the path, and a link opens the same elsewhere", async () => {
    const { page, problems } = await openWatched(browser, `${address}#/tests`);
    expect(await page.locator(".tiles").textContent()).toMatch(/10 passed.*2 failed/);
    expect(await page.locator(".test").count()).toBe(12);
    await page.getByLabel("Only what did not pass").check();
    expect(await page.locator(".test").count()).toBe(2);
    const flow = page.locator(".test").filter({ hasText: "expected allow, got deny" });
    await flow.getByRole("button").click();
    await settled(page);
    expect(await flow.locator(".banner").textContent()).toContain("DENY");
    const other = await openWatched(browser, page.url());
    expect(await main(other.page)).toBe(await main(page));
    await page.getByLabel("Only what did not pass").uncheck();
    await page.getByLabel("Filter").fill("any other host");
    expect(await page.locator(".test").count()).toBe(1);
    await page.locator(".test").getByRole("link", { name: "database" }).click();
    await settled(page);
    expect(await page.locator("tr.marked").textContent()).toContain("database.yaml:14");
    expect([...problems, ...other.problems]).toEqual([]);
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  test("follow what is edited: What if says which would no longer pass, with a link; and a flow can be asked about alone", async () => {
    const { page, problems } = await openWatched(
      browser,
      `${address}#/edit?file=${encodeURIComponent(policies[2] ?? "")}`,
    );
    await page.locator(".cm-line").filter({ hasText: "ports: [9100]" }).click();
    await page.keyboard.press("End");
    for (let key = 0; key < 4; key++) await page.keyboard.press("Backspace");
    await page.keyboard.insertText("1]}");
    const panel = page.getByRole("region", { name: "Flow tests" });
    await panel.getByText(/flow tests? would no longer pass/).waitFor();
    expect(await panel.textContent()).toMatch(/passed, would be failed: .*got deny/);
    await panel.getByRole("link").first().click();
    await settled(page);
    expect(await page.locator(".test-path .banner").textContent()).toContain("DENY");
    const packet = await page.locator(".test-path .banner .mono").first().textContent();
    await page.getByRole("link", { name: "Ask about this packet" }).click();
    await settled(page);
    await page.locator(".banner-deny .mono").first().waitFor();
    expect(await page.locator(".banner-deny .mono").first().textContent()).toBe(packet);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("show over the text of policy what they reach", async () => {
    const { page, problems } = await openWatched(browser, `${address}#/tests/coverage`);
    const files = policies.flatMap((file) => ["-f", file]);
    const { stdout } = await runCli(["test", join(EXAMPLE, "flows"), "--offline", ...files, "--coverage"]);
    const [percent = "?"] = /\d+(?:\.\d)? % \(\d+ of \d+\): [^\n]*/.exec(stdout) ?? [];
    expect(await main(page)).toContain(percent);
    const lines = page.locator("details").filter({ hasText: "database.yaml" }).locator("tr.covered-reached");
    expect(await lines.first().textContent()).toBe("10    - action: Allow✓ ingress 1: reached by 1 flow");
    await page.getByRole("link", { name: "host endpoint db1-eth0, normal ingress: default deny" }).click();
    await settled(page);
    expect(await page.locator("tr.marked").textContent()).toContain(
      "normal ingress: default deny: not reached by any flow",
    );
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("can be made of a packet that is asked", async () => {
    const asked = "#/packet?protocol=tcp&port=22&from=203.0.113.9&to=web1-eth0";
    const { page, problems } = await openWatched(browser, address + asked);
    await page.locator("main").getByText("Keep as flow test").click();
    const kept = (await page.locator(".copied pre").textContent()) ?? "";
    const files = policies.flatMap((file) => ["-f", file]);
    const ran = await runCli(["test", "-", "--offline", ...files], { stdin: kept });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining("1 passed, 0 failed") });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("there are none without --flows, and the page says how to have some", async () => {
    const { page, problems } = await openWatched(
      browser,
      `${await savePage(join(folder, "none.html"), policies)}#/tests`,
    );
    expect(await main(page)).toContain("calicoctl explore -f policies/ --flows flows/");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("of 2,000 flows the first are shown, and the filter finds all", async () => {
    const flows = Array.from({ length: 2000 }, (_, at) => ({
      ...{ name: `flow number ${at}`, from: { interface: "eth0" }, protocol: "TCP", srcIP: "203.0.113.9" },
      ...{ dstIP: "10.0.1.10", srcPort: 40000, dstPort: 10000 + at, expect: at === 1999 ? "allow" : "deny" },
    }));
    const file = join(folder, "many.json");
    writeFileSync(file, JSON.stringify({ node: "web1", flows }));
    const { page, problems } = await openWatched(
      browser,
      `${await savePage(join(folder, "many.html"), policies, [file])}#/tests`,
    );
    expect(await page.locator(".tiles").textContent()).toMatch(/1,999 passed.*1 failed/);
    expect(await page.locator(".test").count()).toBe(100);
    await page.getByLabel("Filter").fill("number 1998");
    expect(await page.locator(".test").count()).toBe(1);
    await page.getByLabel("Filter").fill("");
    await page.getByLabel("Only what did not pass").check();
    expect(await page.locator(".test").textContent()).toContain("flow number 1999");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each(
    ["#/tests?row=flows+1", "#/tests/coverage"].flatMap((fragment) =>
      (["light", "dark"] as const).map((colorScheme) => [fragment, colorScheme] as const),
    ),
  )("%s in the %s theme: axe finds nothing, and it fits a small screen", async (fragment, colorScheme) => {
    const { page, problems } = await openWatched(browser, address + fragment, { colorScheme, bypassCSP: true });
    await expectAccessible(page);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("nothing in a flow file or manifest becomes markup", async () => {
    const image = "<img src=x onerror=alert(2)>";
    const [manifest, flowFile] = [join(folder, `${image}.yaml`), join(folder, `${image}.json`)];
    writeFileSync(
      manifest,
      `# ${image}
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: a, annotations: {b: "</script>${image}"}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`,
    );
    const flow = { name: image, from: { interface: "eth0" }, protocol: "TCP", srcIP: "10.0.0.2", dstIP: "10.0.0.1" };
    const flows = [{ ...flow, srcPort: 1, dstPort: 2, expect: { verdict: "allow", policy: image } }];
    writeFileSync(flowFile, JSON.stringify({ node: "node1", flows }));
    const harm = await savePage(join(folder, "harm.html"), [manifest], [flowFile]);
    for (const fragment of ["#/tests", "#/tests/coverage", `#/tests?file=${encodeURIComponent(image)}&row=flows+1`]) {
      const { page, problems } = await openWatched(browser, harm + fragment);
      expect(await main(page)).toContain(image);
      expect(await page.locator("img, main script").count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });
});
