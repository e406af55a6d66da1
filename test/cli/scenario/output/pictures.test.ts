import { expect, test } from "vitest";
import { runCli } from "../../../support/cli.ts";

const EXAMPLE = "--offline -f examples/worked-example/host-endpoint.yaml -f examples/worked-example/policy.yaml";
const ONE = `simulate ${EXAMPLE} --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:8443`;
const MANY = `simulate ${EXAMPLE} --flows examples/worked-example/flows.yaml`;

const EXPOSED = "exposure --offline -f examples/exposure/policies.yaml";

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
  expect(ran.stderr).toContain("table, json, yaml, svg, html, markdown or mermaid");
});
