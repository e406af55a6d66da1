/**
 * A file's name as a URI: relative to the `folder` for one below it, which is the root of a checkout where CI services read
 * it, or as it was given; absolute for all other absolute names.
 */
export function fileUri(source: string, folder?: string): string {
  const path = encoded(source).replace(/^(?:\.\/+)+/, "");
  const root = folder === undefined ? undefined : `${encoded(folder)}/`;
  if (root !== undefined && path.startsWith(root)) return path.slice(root.length);
  return path.startsWith("/") ? `file://${path}` : path;
}

function encoded(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split(/[\\/]/)
    .map(encodeURIComponent)
    .join("/");
}
