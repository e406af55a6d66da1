const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#58": ":", "#35": "#" };

/** What a reader of XML or HTML gets: its texts, with one blank for any white space; `style` is none of them. */
export function documentText(markup: string): string {
  return markup
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<(?!\/?(?:tspan|span|code|strong)\b)[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\s+/g, " ");
}

/** Markdown as it was before it was escaped. */
export function markdownSource(markdown: string): string {
  return markdown
    .replaceAll(/```mermaid.*?```/gs, "")
    .replaceAll(/\\([^A-Za-z0-9])/g, "$1")
    .replaceAll(/&(?:#64|#47|lt|gt|amp);/g, (entity) => MARKDOWN[entity] ?? entity)
    .replaceAll(/\s+/g, " ");
}

const MARKDOWN: Readonly<Record<string, string>> = {
  "&#64;": "@",
  "&#47;": "/",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};
