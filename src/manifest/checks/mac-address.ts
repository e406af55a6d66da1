/** Whether it is a hardware address as Go reads it: 6, 8 or 20 bytes, `aa:bb:..`, `aa-bb-..` or `aabb.ccdd..`. */
export function isMac(text: string): boolean {
  if (text.length > 59) return false;
  const separator = /^[0-9A-Fa-f]{2}([:-])/.exec(text)?.[1];
  const groups = text.split(separator ?? ".");
  const bytes = separator === undefined ? groups.length * 2 : groups.length;
  const group = separator === undefined ? /^[0-9A-Fa-f]{4}$/ : /^[0-9A-Fa-f]{2}$/;
  return [6, 8, 20].includes(bytes) && groups.every((part) => group.test(part));
}
