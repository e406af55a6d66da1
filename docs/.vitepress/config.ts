import { defineConfig } from "vitepress";
import { SIDEBAR } from "./sidebar.ts";

export default defineConfig({
  title: "calicoctl-ts",
  description: "A calicoctl for securing hosts with Calico policy",
  lang: "en",
  // Written by scripts/docs.ts: the pages of this folder, and what is generated.
  srcDir: ".vitepress/pages",
  srcExclude: ["public/**"],
  markdown: {
    config: (md) => {
      // Pages are plain Markdown: braces of Go templates in them are text, and not expressions of Vue.
      for (const token of ["text", "code_inline"]) {
        const render = md.renderer.rules[token];
        md.renderer.rules[token] = (...of) => render?.(...of).replaceAll("{{", "&#123;&#123;") ?? "";
      }
    },
  },
  themeConfig: {
    sidebar: [...SIDEBAR],
    outline: [2, 3],
    search: { provider: "local" },
  },
});
