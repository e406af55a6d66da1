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
    search: { provider: "local" },
  },
});
