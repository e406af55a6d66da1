import { isDeepStrictEqual } from "node:util";
import { readObject, readServiceObject } from "../../kubernetes/read-object.ts";
import type { Candidate } from "../../manifest/candidates.ts";
import { skipsKinds } from "../../manifest/foreign/object-reading.ts";
import { type ParsedManifests, parseManifests } from "../../manifest/parse-manifests.ts";
import { type DocumentText, splitDocuments, textOf } from "../../manifest/yaml/split.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import type { SourceText } from "../../model/diagnostic.ts";
import type { JsonObject } from "../../model/json.ts";
import { objectOrEmpty, textOrEmpty, valueText } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { isCalicos } from "../../scenario/check-input.ts";
import { cutObject, withoutLastApplied } from "../snapshot/cut-object.ts";

/** The texts of manifests that a page may hold, and the names of the objects that are not in them. */
export interface PageTexts {
  readonly manifests: readonly SourceText[];
  readonly leftOut: readonly string[];
}

/** What of a manifest is read, so that the rest stays out of a page. */
export interface TextReading {
  readonly calico: CalicoVersionRules;
  readonly namespace: string | undefined;
  readonly skipKinds: readonly string[];
}

/** What of a document a page may hold: objects, and the names of those that it may not. */
interface Kept {
  readonly objects: readonly JsonObject[];
  readonly leftOut: readonly string[];
}

/**
 * The texts without what no answer depends on: objects of kinds that are not evaluated (Secrets), and of those of Kubernetes what
 * is not read (the environment of containers). A document that has nothing of the kind stays as it is written, and all stay
 * on their lines.
 */
export function pageTexts(manifests: readonly SourceText[], reading: TextReading): PageTexts {
  const leftOut: string[] = [];
  const texts = manifests.map(({ name, text: given }): SourceText => {
    const text = textOf(given);
    const lines = text.split("\n").map((line) => (line.startsWith("---") ? "---" : line));
    // From the last to the first, so that the lines before a document stay where they are.
    for (const piece of splitDocuments(given).pieces.toReversed()) {
      const parsed = parseManifests([{ name, text: piece.text }]);
      const kept = keptOf(parsed, reading);
      leftOut.unshift(...kept.leftOut);
      if (!isAsWritten(parsed, kept)) replaceLines(lines, piece, kept);
    }
    return { name, text: lines.join("\n") };
  });
  return { manifests: texts, leftOut };
}

function keptOf({ documents }: ParsedManifests, { calico, namespace, skipKinds }: TextReading): Kept {
  const skips = skipsKinds(skipKinds);
  const objects: JsonObject[] = [];
  const leftOut: string[] = [];
  for (const candidate of documents.flatMap((document) => document.candidates)) {
    const { value, kind = "", apiVersion = "" } = candidate;
    if (skips(candidate)) leftOut.push(nameOf(candidate));
    else if (isCalicos(candidate)) objects.push(withoutLastApplied(value));
    else if (readObject(value, calico, namespace ?? "default") ?? readServiceObject(value))
      objects.push(cutObject(value, apiVersion, kind));
    else leftOut.push(nameOf(candidate));
  }
  return { objects, leftOut };
}

function nameOf({ value, kind = "an object" }: Candidate): string {
  const { namespace, name } = objectOrEmpty(value.metadata);
  const names = [namespace, name].map(textOrEmpty).filter((text) => text !== "");
  return [kind, names.join("/")].filter((text) => text !== "").join(" ");
}

/** The findings about text of a document that is passed over, and could be anything. */
const PASSED_OVER = new Set(["yaml.separator", "document.helm-notes", "json.further-value"]);

/** Whether the text of a document has nothing but what is kept of it: of Kubernetes' objects also nothing that is odd in any way. */
function isAsWritten({ documents, diagnostics }: ParsedManifests, { objects, leftOut }: Kept): boolean {
  const candidates = documents.flatMap((document) => document.candidates);
  const findings = [...diagnostics, ...documents.flatMap((document) => document.diagnostics)];
  const isOdd = candidates.every(isCalicos) ? findings.some(({ code }) => PASSED_OVER.has(code)) : findings.length > 0;
  const written = candidates.map(({ value }) => value);
  return !isOdd && leftOut.length === 0 && isDeepStrictEqual(plain(written), plain(objects));
}

const plain = (value: unknown): unknown => JSON.parse(valueText(value));

/** Puts what is kept in the place of a document; a longer text than before becomes one line, so that others stay on theirs. */
function replaceLines(lines: string[], { text, line }: DocumentText, { objects }: Kept): void {
  const length = text.replace(/\n$/, "").split("\n").length;
  const block = objects.length === 0 ? [] : goYaml(listOf(objects)).trimEnd().split("\n");
  const put = block.length <= length ? block : [valueText(listOf(objects))];
  const blank = Array.from({ length: length - put.length }, () => "");
  lines.splice(line, length, ...put, ...blank);
}

function listOf(objects: readonly JsonObject[]): unknown {
  const [first] = objects;
  return objects.length === 1 ? first : { apiVersion: "v1", kind: "List", items: objects };
}
