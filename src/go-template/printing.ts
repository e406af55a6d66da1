/** A timestamp (RFC 3339, UTC) as Go prints a time. */
export function goTime(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(value);
  return match === null ? value : `${match[1]} ${match[2]} +0000 UTC`;
}
