import type { Locator, Page } from "playwright-core";
import { type Running, start } from "../../support/cli.ts";

/** A host endpoint that the policies of `policyText` select. */
export const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {host: a}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;

/** A policy of all that comes in. */
export const policyText = (name: string, order: number, action: "Allow" | "Deny"): string =>
  `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec: {order: ${order}, selector: "has(host)", types: [Ingress], ingress: [{action: ${action}}]}
`;

/** The parameters that ask about a packet from outside to the endpoint. */
export const PACKET = "protocol=tcp&port=8443&from=198.51.100.7&to=node1-eth0";

/** Waits until the page shows this verdict, by this policy. */
export async function verdict(page: Page, verdict: "allow" | "deny", by: string): Promise<void> {
  await page.locator(`.banner-${verdict}`).filter({ hasText: by }).first().waitFor();
}

/** What the page says of its server. */
export const note = (page: Page, state: string): Locator => page.locator(`.server-note[data-state=${state}]`);

/** Starts `explore`, and returns its address. */
export async function served(
  line: string,
  env: Record<string, string>,
): Promise<{ readonly running: Running; readonly address: string }> {
  const running = start(line, { env });
  await running.until("stdout", /\/\n$/);
  return { running, address: running.written.stdout.trim() };
}
