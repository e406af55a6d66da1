/** Signs of structure that a text may have which is not read the quick way: so many take about half a second. */
const MOST_SIGNS = 120_000;
const SIGNS = new Set([..."\n,:-[{"].map((sign) => sign.charCodeAt(0)));

/** Whether a text has so much structure that reading it as free YAML would take longer than a second. */
export function isTooDense(text: string): boolean {
  if (text.length <= MOST_SIGNS) return false;
  let signs = 0;
  for (let at = 0; at < text.length; at++) if (SIGNS.has(text.charCodeAt(at))) signs += 1;
  return signs > MOST_SIGNS;
}
