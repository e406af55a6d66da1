import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Resource } from "../../src/model/resource.ts";

const FOLDER = join(import.meta.dirname, "recorded");

/** Name of a recording in test/conformance/recorded, without `.gz`; README.md there says what each holds. */
export type Recording =
  | "flows-extra.jsonl"
  | "flows-extra-v3.32.jsonl"
  | "flows-handmade.jsonl"
  | "flows-handmade-v3.32.jsonl"
  | "flows-random.jsonl"
  | "flows-selectors.jsonl"
  | "flows-rejects.jsonl"
  | "validate.jsonl"
  | "cli.jsonl"
  | "kube-proxy.jsonl"
  | "kubernetes.jsonl"
  | "layout.json"
  | "defaults.json"
  | "timing.json";

/** Returns the cases of a recording that has one case a line. */
export function recordedLines<Case>(file: Recording): Case[] {
  return recordedText(file)
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Case]));
}

/** Returns a recording that is a single JSON value. */
export function recordedFile<Value>(file: Recording): Value {
  return JSON.parse(recordedText(file)) as Value;
}

function recordedText(file: Recording): string {
  return gunzipSync(readFileSync(join(FOLDER, `${file}.gz`))).toString("utf8");
}

/** A line of validate.jsonl. */
export interface ManifestCase {
  readonly id: string;
  readonly kind: string;
  readonly manifest: unknown;
  readonly calico: string;
  readonly accept: boolean;
  readonly stored?: Readonly<Record<string, Resource | string>>;
}

/** The manifests of which Calico's answer was recorded. */
export const manifestCases = (): readonly ManifestCase[] => recordedLines<ManifestCase>("validate.jsonl");

/** The manifest as JSON text, with `@@REPEAT:x:N@@` written out. */
export const manifestText = (manifest: unknown): string =>
  JSON.stringify(manifest).replace(/@@REPEAT:(.):(\d+)@@/g, (_all, char: string, count: string) =>
    char.repeat(Number(count)),
  );
