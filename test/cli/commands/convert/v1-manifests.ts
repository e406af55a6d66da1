import { expect } from "vitest";
import { runCli } from "../../../support/cli.ts";

/** Returns a v1 manifest as text. */
export const v1 = (kind: string, metadata: unknown, spec?: unknown) =>
  JSON.stringify({ apiVersion: "v1", kind, metadata, ...(spec !== undefined && { spec }) });
/** Runs `convert` on a text. */
export const convert = (stdin: string, ...more: string[]) =>
  runCli(["convert", "-f", "-", "-o", "json", ...more], { stdin });

/** Returns what a manifest becomes, without what every output has. */
export async function converted(text: string): Promise<unknown> {
  const ran = await convert(text, "--calico-version", "v3.32");
  expect(ran.stderr.replaceAll(/^.*(: warning: .*\n|^ +\d* [|=].*\n)/gm, "")).toBe("");
  const { kind, metadata, spec } = JSON.parse(ran.stdout);
  return { kind, metadata, spec };
}
/** Returns what the policy with this v1 spec becomes. */
export const policyOf = (spec: unknown) => converted(v1("policy", { name: "p" }, spec));
/** Returns a v1 host endpoint as text. */
export const hep = (metadata: unknown, spec: unknown) =>
  v1("hostEndpoint", { name: "eth0", node: "n1", ...(metadata as object) }, spec);
