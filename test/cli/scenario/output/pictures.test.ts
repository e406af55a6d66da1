import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentText } from "../../../report/pictures/document-text.ts";
import { CHROMIUM, NEEDS_CHROMIUM } from "../../../support/browser/chromium.ts";
import {
  accessibilityProblems,
  misplacedTexts,
  openBrowser,
  show,
  VIEWS,
} from "../../../support/browser/shown-document.ts";
import { runCli } from "../../../support/cli.ts";

const EXAMPLE = "--offline -f examples/worked-example/host-endpoint.yaml -f examples/worked-example/policy.yaml";
const ONE = `simulate ${EXAMPLE} --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:8443`;
const MANY = `simulate ${EXAMPLE} --flows examples/worked-example/flows.yaml`;

const EXPOSED = "exposure --offline -f examples/exposure/policies.yaml";

const TESTED = "test examples/flow-tests/flows --offline -f examples/flow-tests/policies";
const CHANGED = "diff --effect examples/lock-out/stored.yaml examples/lock-out/change.yaml";

/** A command line, its exit code, and what its output begins and ends with. */
const ROWS: readonly (readonly [line: string, code: number, begins: string, ends: string])[] = [
  [`${ONE} -o svg`, 0, '<svg xmlns="http://www.w3.org/2000/svg"', "</svg>\n"],
  [`${ONE} -o html`, 0, "<!DOCTYPE html>\n<html", "</html>\n"],
  [`${ONE} -o mermaid`, 0, "flowchart TB\n  accTitle: DENY TCP 198.51.100.7 to 10.240.0.5:8443\n", "\n"],
  [
    `${ONE} -o markdown`,
    0,
    "### DENY TCP 198.51.100.7 -&gt; 10.240.0.5:8443\n",
    "- the source port is 40000: none was given\n",
  ],
  [`${ONE} -o svg --expect allow`, 3, "<svg", "</svg>\n"],
  [`${MANY} -o svg`, 3, "<svg", "</svg>\n"],
  [`${MANY} -o html`, 3, "<!DOCTYPE html>", "</html>\n"],
  [`${EXPOSED} -o svg`, 0, "<svg", "</svg>\n"],
  [`${EXPOSED} -o html --verdict any`, 0, "<!DOCTYPE html>", "</html>\n"],
  [`${EXPOSED} --matrix -o svg`, 0, "<svg", "</svg>\n"],
  [`${EXPOSED} --matrix -o html`, 0, "<!DOCTYPE html>", "</html>\n"],
  [`${TESTED} -o html`, 0, "<!DOCTYPE html>", "</html>\n"],
  [`${CHANGED} -o html`, 1, "<!DOCTYPE html>", "</html>\n"],
];

test.each(ROWS)("%s", async (line, code, begins, ends) => {
  const ran = await runCli(line.split(" "));
  expect({ code: ran.code, begins: ran.stdout.slice(0, begins.length), ends: ran.stdout.slice(-ends.length) }).toEqual({
    ...{ code, begins, ends },
  });
});

test("a format that is unknown", async () => {
  const ran = await runCli([...ONE.split(" "), "-o", "png"]);
  expect([ran.code, ran.stdout]).toEqual([2, ""]);
  expect(ran.stderr).toContain("table, json, yaml, svg, html, markdown, mermaid or csv");
});

/** Command lines whose whole output is a file of the folder `golden`. */
const GOLDEN = {
  "denied-markdown.txt": `${ONE} -o markdown`,
  "two-nodes-mermaid.txt":
    "simulate --offline -f examples/kubernetes/cluster.yaml --from node/node1 --to svc/shop/db -o mermaid",
};

test.each(Object.entries(GOLDEN))("%s", async (file, line) => {
  const { stdout } = await runCli(line.split(" "));
  await expect(stdout).toMatchFileSnapshot(`golden/${file}`);
});

/** What a page must have as a reader sees it. */
const SHOWN: readonly (readonly [line: string, texts: readonly string[]])[] = [
  [
    `${TESTED} -o html`,
    [
      "12 passed, 0 failed",
      "coverage 80 % (8 of 10): 6 of 6 rules, 2 of 4 default denies",
      "15 ✗ name: db1-eth0 default deny of normal ingress not reached by any flow",
      "17 ✓ - action: Allow reached by a proof",
    ],
  ],
  [`${EXPOSED} -o html`, ["Who reaches the endpoints", "policy database, rule 1 (examples/exposure/policies.yaml:79)"]],
  [`${EXPOSED} --matrix -o html`, ["from \\ to", "own node"]],
  [`${CHANGED} -o html`, ["Newly allowed", "Newly denied"]],
];

test.each(SHOWN)("what the page of %s shows", async (line, texts) => {
  const { stdout } = await runCli(line.split(" "));
  const shown = documentText(stdout);
  expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
});

describe.skipIf(CHROMIUM === "")(`pages in Chromium${NEEDS_CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(SHOWN)("%s is without errors, and shuts nobody out", async (line) => {
    const { stdout } = await runCli(line.split(" "));
    for (const view of VIEWS) {
      const { page, problems } = await show(browser, stdout, view);
      expect(await misplacedTexts(page)).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(problems).toEqual([]);
      await page.close();
    }
  });
});
