import type { Span } from "../../../model/diagnostic.ts";

/** A place in a manifest: `policy.yaml:26`; nothing where there is none. */
export function Place({ span }: { readonly span: Span | undefined }) {
  if (span === undefined) return null;
  const file = span.source.slice(span.source.lastIndexOf("/") + 1);
  return (
    <span class="place mono" title={`${span.source}:${span.start.line}`}>
      {file}:{span.start.line}
    </span>
  );
}
