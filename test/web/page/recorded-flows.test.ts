import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { PageData } from "../../../src/web/engine/page-data.ts";
import type { FlowQuestion } from "../../../src/web/engine/protocol.ts";
import { readScenarios, type Scenario } from "../../conformance/flows.ts";
import { NEEDS_CHROMIUM } from "../../support/browser/chromium.ts";
import { runCli } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { EMPTY_PAGE } from "../engine/page-of.ts";
import { hasChromium, openWatched, startChromium } from "./chromium.ts";

/** How many flows are evaluated, of how many recordings alike. */
const FLOWS = 2_000;
const RECORDINGS = [
  "flows-handmade.jsonl",
  "flows-handmade-v3.32.jsonl",
  "flows-random.jsonl",
  "flows-extra-v3.32.jsonl",
] as const;

/** The data of a page with one scenario, and its flows as questions with the recorded answers. */
interface Case {
  readonly data: PageData;
  readonly questions: readonly FlowQuestion[];
  readonly recorded: readonly string[];
}

function caseOf({ name, calico, resources, flows, node, area: _, ...facts }: Scenario): Case {
  const version = calicoVersionRules(calico)?.version;
  if (version === undefined) throw new Error(`no rules for ${calico}`);
  return {
    data: { ...EMPTY_PAGE, title: name, calicoVersion: version, stored: resources },
    questions: flows.map(({ verdict: _v, return: _r, ...flow }) => ({
      kind: "flow",
      flow,
      node,
      facts,
      asPrinted: true,
    })),
    recorded: flows.map((flow) => [flow.verdict, flow.return ?? ""].join(" ")),
  };
}

/** Scenarios of a recording, spread over all of it, until they have so many flows. */
function spread(scenarios: readonly Scenario[], wanted: number): readonly Scenario[] {
  const perScenario = scenarios.reduce((sum, { flows }) => sum + flows.length, 0) / scenarios.length;
  const every = Math.max(1, Math.floor(scenarios.length / Math.ceil(wanted / perScenario)));
  const chosen: Scenario[] = [];
  let flows = 0;
  for (let at = 0; at < scenarios.length && flows < wanted; at += every) {
    const scenario = scenarios[at] as Scenario;
    chosen.push(scenario);
    flows += scenario.flows.length;
  }
  return chosen;
}

/** Asks the engine of the page, in a worker of its own as the page starts it; returns verdict and reply of each question. */
function askInPage(page: Page, cases: readonly Case[]): Promise<string[][]> {
  const script = `(async (cases) => {
    const packed = Uint8Array.from(atob(document.getElementById("engine").textContent), (one) => one.charCodeAt(0));
    const text = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const start = "var module={exports:{}},exports=module.exports;" + text + ";module.exports.startWorker()";
    const worker = new Worker(URL.createObjectURL(new Blob([start], { type: "text/javascript" })));
    let id = 0;
    const ask = (question) => new Promise((resolve) => {
      const own = ++id;
      worker.addEventListener("message", ({ data }) => { if (data.id === own) resolve(data); });
      worker.postMessage({ type: "ask", id: own, question, changes: [] });
    });
    const all = [];
    for (const { data, questions } of cases) {
      worker.postMessage({ type: "open", data });
      const answers = await Promise.all(questions.map(ask));
      all.push(answers.map(({ answer, message }) => answer?.ok
        ? [answer.answer.verdict, answer.answer.data.return ?? ""].join(" ")
        : message ?? answer.refusal.message));
    }
    return all;
  })(${JSON.stringify(cases.map(({ data, questions }) => ({ data, questions })))})`;
  return page.evaluate<string[][]>(script);
}

describe.skipIf(!hasChromium)(`recorded packets, evaluated in Chromium${NEEDS_CHROMIUM}`, () => {
  test("have the verdicts that Felix had, and so have their replies", async () => {
    const path = join(tmpFolder(), "page.html");
    const manifest = "apiVersion: projectcalico.org/v3\nkind: Node\nmetadata: {name: node1}\n";
    await runCli(["explore", "--offline", "-f", "-", "--save", path], { stdin: manifest });
    const browser = await startChromium();
    try {
      const { page } = await openWatched(browser, pathToFileURL(path).href);
      let evaluated = 0;
      for (const recording of RECORDINGS) {
        const cases = spread(readScenarios(recording), FLOWS / RECORDINGS.length).map(caseOf);
        const answers = await askInPage(page, cases);
        const wrong = cases.flatMap(({ data, recorded }, of) =>
          recorded.flatMap((wanted, at) => {
            const actual = answers[of]?.[at] ?? "";
            // A recording may leave the reply open.
            const isSame = actual === wanted || (wanted.endsWith(" ") && actual.startsWith(wanted));
            return isSame ? [] : [`${data.title}[${at}]: recorded ${wanted}, computed ${actual}`];
          }),
        );
        expect(wrong).toEqual([]);
        evaluated += answers.flat().length;
      }
      expect(evaluated).toBeGreaterThanOrEqual(FLOWS);
    } finally {
      await browser.close();
    }
  });
});
