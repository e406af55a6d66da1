import type { Diagnostic } from "../../model/diagnostic.ts";
import { sha1 } from "../../model/sha1.ts";
import { fileUri } from "./file-uri.ts";

/**
 * A mark for each finding by which a service knows it again after an edit: of its code, file, resource and message, not of its
 * line. Findings that are alike in all of these are numbered in their order.
 */
export function fingerprints(diagnostics: readonly Diagnostic[], folder?: string): readonly string[] {
  const counts = new Map<string, number>();
  return diagnostics.map(({ code, span, resource, message }) => {
    const file = span && fileUri(span.source, folder);
    const mark = sha1(JSON.stringify([code, file, resource, message]));
    const count = (counts.get(mark) ?? 0) + 1;
    counts.set(mark, count);
    return `${mark}:${count}`;
  });
}
