/** Parts of Go's regular expressions that JavaScript writes otherwise, and what they are there; for a check, not for use. */
const GO_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\(\?[imsU]*(?:-[imsU]+)?\)/g, ""],
  [/\(\?[imsU]*(?:-[imsU]+)?:/g, "(?:"],
  [/\(\?P</g, "(?<"],
  [/\\Q.*?(?:\\E|$)/gs, "q"],
];

/**
 * Why Go cannot read a regular expression, as far as that is sure: what JavaScript cannot read either, look-around and
 * back-references, which Go does not have; otherwise `undefined`.
 */
export function regularExpressionFault(pattern: string): string | undefined {
  if (/\(\?(?:=|!|<=|<!)/.test(pattern)) return `\`${pattern}\` looks around, which Go's do not`;
  const plain = pattern.replace(/\\\\/g, "");
  if (/\\[1-9]/.test(plain)) return `\`${pattern}\` refers back to a group, which Go's do not`;
  const translated = GO_FORMS.reduce((text, [form, ours]) => text.replace(form, ours), pattern);
  try {
    new RegExp(translated);
    return undefined;
  } catch {
    return `\`${pattern}\` cannot be read`;
  }
}
