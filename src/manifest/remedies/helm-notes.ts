/** What `helm install --dry-run` and `helm get all` print before the objects, up to the line that announces them. */
const HEAD = /^\s*NAME: .*\n(?:LAST DEPLOYED|NAMESPACE): [\s\S]*\n(?:HOOKS|MANIFEST):\s*$/;
/** The line after which everything is for people. */
const NOTES = /^NOTES:[ \t]*$/m;

/**
 * The part of a document that is Helm's words about a release and no object: from one offset to another; `undefined` where there
 * is none.
 */
export function helmNotes(text: string): { readonly from: number; readonly to: number } | undefined {
  const head = HEAD.exec(text);
  if (head !== null) return { from: head[0].length - head[0].trimStart().length, to: head[0].length };
  const notes = NOTES.exec(text);
  return notes === null ? undefined : { from: notes.index, to: text.length };
}
