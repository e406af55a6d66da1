import type { ShikiTransformer } from "shiki";
import type { LanguageInput } from "shiki/core";

/** Commands as they are typed, with or without a prompt, and what they print. */
export const CONSOLE: LanguageInput = {
  name: "console",
  aliases: ["sh"],
  scopeName: "text.console",
  repository: {},
  patterns: [
    {
      // A backslash at the end continues a command.
      begin: "^(?:(\\$ )|(?=(?:[A-Z_]+=\\S+ )*(?:calicoctl|cp|npm|npx|source|man|docker|podman|kubectl|export|git) ))",
      beginCaptures: { 1: { name: "comment.prompt" } },
      end: "(?<![\\\\\n])$",
      patterns: [
        { match: "(?<=\\s)#.*$", name: "comment.line" },
        { match: "'[^']*'|\"[^\"]*\"", name: "string.quoted" },
        { match: "(?<=\\s)--?[a-zA-Z][\\w-]*", name: "constant.other.option" },
        { match: "\\b(?:calicoctl|kubectl|npm|docker|podman|git)(?= [a-z-])", name: "entity.name.function" },
      ],
    },
  ],
};

/** Marks prompts and what commands print: the button that copies a block leaves them out. */
export const markOutput: ShikiTransformer = {
  name: "mark-output",
  code(node) {
    if (!["console", "sh"].includes(this.options.lang) || !/^\$ /m.test(this.source)) return;
    let isCommand = false;
    let isContinued = false;
    const lines = this.source.split("\n");
    const spans = node.children.filter((child) => child.type === "element");
    for (const [index, span] of spans.entries()) {
      const text = lines[index] ?? "";
      isCommand = text.startsWith("$ ") || (isCommand && isContinued);
      isContinued = text.endsWith("\\");
      if (!isCommand) {
        this.addClassToHast(span, ["output", "vp-copy-ignore"]);
        // With its line break, which would be left as an empty line.
        const at = node.children.indexOf(span);
        if (node.children[at + 1]?.type !== "text") continue;
        node.children.splice(at + 1, 1);
        span.children.push({ type: "text", value: "\n" });
      } else if (text.startsWith("$ ")) {
        const [prompt] = span.children;
        if (prompt?.type === "element") this.addClassToHast(prompt, ["prompt", "vp-copy-ignore"]);
      }
    }
  },
};
