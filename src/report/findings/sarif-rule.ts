/** What a code means, what to do, and manifests with such a finding and without it. */
export interface RuleText {
  readonly what: string;
  readonly remedy: string;
  readonly wrong?: string;
  readonly right?: string;
}

/** A code as a rule of SARIF; `page` is the address of the page about it. */
export function sarifRule(id: string, text: RuleText | undefined, page: string | undefined) {
  return {
    id,
    name: pascalCase(id),
    ...(text && {
      shortDescription: { text: text.what },
      fullDescription: { text: text.what },
      help: { text: plainHelp(id, text), markdown: markdownHelp(id, text) },
    }),
    ...(page !== undefined && { helpUri: page }),
  };
}

/** `field.unknown` as `FieldUnknown`. */
function pascalCase(code: string): string {
  return code.replace(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function plainHelp(id: string, { remedy }: RuleText): string {
  return `What to do: ${remedy}.\n\ncalicoctl explain ${id}`;
}

function markdownHelp(id: string, { what, remedy, wrong, right }: RuleText): string {
  return [
    `${what}\n\nWhat to do: ${remedy}.`,
    ...(wrong === undefined ? [] : [`Wrong:\n\n${yamlBlock(wrong)}`]),
    ...(right === undefined ? [] : [`Right:\n\n${yamlBlock(right)}`]),
    `\`calicoctl explain ${id}\``,
  ].join("\n\n");
}

function yamlBlock(text: string): string {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}
