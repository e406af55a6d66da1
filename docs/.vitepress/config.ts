import { defineConfig } from "vitepress";
import { CONSOLE, markOutput } from "./console.ts";
import { SIDEBAR } from "./sidebar.ts";

export default defineConfig({
  title: "calicoctl-ts",
  description: "See what Calico policy does to packets before you apply it: a calicoctl for hosts",
  lang: "en",
  // No icon, and no request for one.
  head: [["link", { rel: "icon", href: "data:," }]],
  // Written by scripts/docs.ts: the pages of this folder, and what is generated.
  srcDir: ".vitepress/pages",
  srcExclude: ["public/**"],
  markdown: {
    languages: [CONSOLE],
    defaultHighlightLang: "console",
    codeTransformers: [markOutput],
    config: (md) => {
      // Pages are plain Markdown: braces of Go templates in them are text, and not expressions of Vue.
      for (const token of ["text", "code_inline"]) {
        const render = md.renderer.rules[token];
        md.renderer.rules[token] = (...of) => render?.(...of).replaceAll("{{", "&#123;&#123;") ?? "";
      }
      const inlineCode = md.renderer.rules.code_inline;
      md.renderer.rules.code_inline = (tokens, at, ...rest) => {
        const html = inlineCode?.(tokens, at, ...rest) ?? "";
        return /^--?[a-z][a-z-]{0,24}$/.test(tokens[at]?.content ?? "")
          ? html.replace("<code", '<code class="option"')
          : html;
      };
    },
  },
  themeConfig: {
    nav: [
      { text: "Quick start", link: "/quick-start" },
      { text: "Commands", link: "/reference/commands/" },
      { text: "Codes", link: "/reference/codes/" },
    ],
    sidebar: [...SIDEBAR],
    outline: [2, 3],
    search: {
      provider: "local",
      options: {
        miniSearch: {
          searchOptions: {
            // A copy of this function runs in the browser: it uses nothing but what it is given.
            boostDocument: (id: string, term: string, stored?: Record<string, unknown>) => {
              const page = id.replace(/(?:\/index)?\.html.*$/, "").replace(/^.*\//, "");
              const isTop = Array.isArray(stored?.titles) && stored.titles.length === 0;
              // The page that is called so comes first, the command's before others; options that many commands have, last.
              if (page.toLowerCase() === term) return id.includes("/commands/") && isTop ? 16 : isTop ? 8 : 2;
              // Each word of `api-resources` is a term of its own.
              if (id.includes("/commands/") && isTop && page.split("-").includes(term)) return 16;
              if (/#(?:guard|datastore|facts)-options|#options-of-every-command/.test(id)) return 0.1;
              // There are many pages of codes, each with the words of what it is about in every heading.
              return id.includes("/codes/") && !isTop ? 0.3 : 1;
            },
          },
        },
      },
    },
  },
});
