import type { Span } from "../model/diagnostic.ts";

/** `file:line`, as people and editors read it. */
export function fileAndLine({ source, start }: Span): string {
  return `${source}:${start.line}`;
}

/** The place of something in brackets, to follow its text: ` (policy.yaml:26)`; empty where it comes from no file. */
export function placeSuffix(of: { readonly span?: Span } | object): string {
  const span = "span" in of ? of.span : undefined;
  return span === undefined ? "" : ` (${fileAndLine(span)})`;
}
