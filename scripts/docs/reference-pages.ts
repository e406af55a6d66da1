/**
 * The pages that are generated from declarations and schemas: Markdown by the path on the site
 * (`reference/commands/apply.md`). Links between pages are relative, as in docs/. They are files like all other pages when
 * VitePress starts, because its search finds nothing on pages of dynamic routes.
 */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map();
}
