/** The cells of a CSV row; a quoted one may hold commas, and quotes twice. `undefined` where a quote is not closed. */
export function splitCells(row: string): string[] | undefined {
  const line = row.endsWith("\r") ? row.slice(0, -1) : row;
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at++) {
    if (line[at] !== '"') {
      const comma = line.indexOf(",", at);
      const end = comma === -1 ? line.length : comma;
      cells.push(line.slice(at, end));
      at = end;
      continue;
    }
    let cell = "";
    for (at++; ; at++) {
      const quote = line.indexOf('"', at);
      if (quote === -1) return undefined;
      cell += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      cell += '"';
    }
    const comma = line.indexOf(",", at);
    const end = comma === -1 ? line.length : comma;
    cells.push(cell + line.slice(at, end));
    at = end;
  }
  return cells;
}
