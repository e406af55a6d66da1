import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const policy = (action: string) => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: web}
spec: {order: 10, ingress: [{action: ${action}}]}
`;
const HOST_ENDPOINT = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h}
spec: {node: n, interfaceName: eth0}
`;

test.each([
  ["policies alone are equal, and the reason is given", [policy("Allow"), policy("Deny")], 0, true],
  ["with an endpoint after", [policy("Allow"), `${policy("Allow")}---\n${HOST_ENDPOINT}`], 1, false],
  ["with an endpoint before", [`${policy("Allow")}---\n${HOST_ENDPOINT}`, policy("Allow")], 1, false],
])("%s", async (_, [before = "", after = ""], code, isSaid) => {
  const folder = tmpFolder();
  writeFileSync(join(folder, "old.yaml"), before);
  writeFileSync(join(folder, "new.yaml"), after);
  const ran = await session(folder)(`diff --effect ${folder}/old.yaml ${folder}/new.yaml`);
  expect(ran.code).toBe(code);
  expect(ran.stderr.includes("assumed: no node has an endpoint")).toBe(isSaid);
});
