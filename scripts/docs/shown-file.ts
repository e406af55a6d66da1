/** Languages of blocks of code, by the ends of names. */
const LANGUAGES: Readonly<Record<string, string>> = { mmd: "mermaid" };

/** Markdown that shows a file of the site: a picture, a page in a frame of its own that may run nothing but its own script, or text. */
export function asShown(path: string, text: string): string {
  const extension = path.slice(path.lastIndexOf(".") + 1);
  // In markup already.
  const title = (/<title[^>]*>([^<]*)<\/title>/.exec(text)?.[1] ?? path).replaceAll('"', "&quot;");
  const link = `<a href="${path}" target="_blank">open it alone</a>`;
  const figure = (shown: string): string =>
    `\n<figure class="made">${shown}<figcaption>${path.slice(path.lastIndexOf("/") + 1)}, ${link}</figcaption></figure>\n`;
  switch (extension) {
    case "svg":
      return figure(`<img src="${path}" alt="${title}" ${sizeOf(text)}>`);
    case "html":
      return figure(`<iframe src="${path}" title="${title}" sandbox="allow-scripts" loading="lazy"></iframe>`);
    default:
      return `\n\`\`\`\`${LANGUAGES[extension] ?? extension}\n${text.trimEnd()}\n\`\`\`\`\n`;
  }
}

/** The size of a picture as attributes, so that the page does not move when it has come. */
function sizeOf(svg: string): string {
  const root = /<svg[^>]*>/.exec(svg)?.[0] ?? "";
  return ["width", "height"].flatMap((name) => new RegExp(` ${name}="[\\d.]+"`).exec(root)?.[0].trim() ?? []).join(" ");
}
