/** What a report says of a resource. */
export type Claim = "done" | "not done" | "unknown";

const CLAIMS: Readonly<Record<string, Claim>> = {
  written: "done",
  deleted: "done",
  "not written": "not done",
  "not deleted": "not done",
  "unknown whether written": "unknown",
  "unknown whether deleted": "unknown",
};
const LINE = /^ {2}((?:not |unknown whether )?(?:written|deleted)): (.*)$/gm;
const STRETCH = /HostEndpoint (\S+)(?: \([^)]*\))?(?: to HostEndpoint (\S+)(?: \([^)]*\))?)?/g;

/**
 * What the report of a command that ended early says of each resource, by the stretches on stderr. `names` are all resources, in
 * the order of the input. Of resources that it leaves out (`3 more`) nothing is claimed.
 */
export function claimsOf(stderr: string, names: readonly string[]): ReadonlyMap<string, Claim> {
  const places = new Map(names.map((name, at) => [name, at]));
  const claims = new Map<string, Claim>();
  for (const [, words = "", list = ""] of stderr.matchAll(LINE)) {
    for (const [, first = "", last = first] of list.matchAll(STRETCH)) {
      const [from, to] = [places.get(first) ?? 0, places.get(last) ?? -1];
      for (const name of names.slice(from, to + 1)) claims.set(name, CLAIMS[words] ?? "unknown");
    }
  }
  return claims;
}

/** Every claim that what is stored disproves: each name with `gen`, or absent where it is `undefined`, once it is done. */
export function falseClaims(
  claims: ReadonlyMap<string, Claim>,
  wanted: ReadonlyMap<string, string | undefined>,
  there: ReadonlyMap<string, string | undefined>,
): string[] {
  return [...claims].flatMap(([name, claim]) => {
    const isThere =
      wanted.has(name) && there.get(name) === wanted.get(name) && there.has(name) === (wanted.get(name) !== undefined);
    if (claim === "unknown" || isThere === (claim === "done")) return [];
    return [`${name} is said to be ${claim}, but is ${there.has(name) ? there.get(name) : "absent"}`];
  });
}
