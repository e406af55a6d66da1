const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#58": ":", "#35": "#" };

/** What a reader of XML or HTML gets: its texts, with one blank for any white space; `style` is none of them. */
export function documentText(markup: string): string {
  return markup
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<(?!\/?tspan)[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\s+/g, " ");
}
