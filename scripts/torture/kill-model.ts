import { endpoint, manifest } from "./manifests.ts";

/** The label `gen` that each resource may have; `undefined` where it may be absent. */
type Allowed = Map<string, Set<string | undefined>>;

/** A command, and the label each resource has once it is done; `undefined`: none, it is deleted. */
export interface Operation {
  readonly argv: readonly string[];
  readonly wanted: ReadonlyMap<string, string | undefined>;
}

/** What a store may hold, whose writer is killed at chance moments. */
export interface KillModel {
  /** The next command, by chance. */
  readonly next: () => Operation;
  /** Takes the end of a command: done, or killed or refused, after which each resource is the old or the new one. */
  readonly settle: (wanted: Operation["wanted"], isDone: boolean) => void;
  /** Every resource that is not as the commands allow; from then on those are allowed that are there. */
  readonly judge: (there: ReadonlyMap<string, string | undefined>) => string[];
}

/** The model of an empty store; manifests are written to the folder. */
export function killModel(folder: string, random: () => number): KillModel {
  const allowed: Allowed = new Map();
  let count = 0;
  const among = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const some = (names: readonly string[], most: number): string[] =>
    [...names].sort(() => random() - 0.5).slice(0, Math.min(names.length, most));
  const operation = (argv: readonly string[], names: readonly string[], gen: string | undefined): Operation => ({
    argv,
    wanted: new Map(names.map((name) => [name, gen])),
  });
  const file = (names: readonly string[], gen: string) =>
    manifest(
      folder,
      names.map((name) => endpoint(name, gen)),
    );

  const next = (): Operation => {
    const gen = String(++count);
    const certain = [...allowed].flatMap(([name, gens]) => (gens.has(undefined) ? [] : [name])).sort();
    const kinds = ["one", "one", "batch", "batch", "update", "replace", "label", "patch", "delete", "delete many"];
    const kind = certain.length === 0 ? "batch" : among(kinds);
    const [name = ""] = some(certain, 1);
    switch (kind) {
      case "update":
      case "replace": {
        const names = some(certain, among([3, 200]) ?? 3);
        return operation([kind === "update" ? "apply" : kind, "-f", file(names, gen)], names, gen);
      }
      case "label":
        return operation(["label", "hep", name, `gen=${gen}`, "--overwrite"], [name], gen);
      case "patch":
        return operation(["patch", "hep", name, "-p", JSON.stringify({ metadata: { labels: { gen } } })], [name], gen);
      case "delete":
        return operation(["delete", "hep", name], [name], undefined);
      case "delete many": {
        const names = some(certain, among([3, 200]) ?? 3);
        return operation(["delete", "-f", file(names, gen)], names, undefined);
      }
      default: {
        const size = kind === "one" ? 1 : (among([5, 40, 300]) ?? 5);
        const names = Array.from({ length: size }, (_, at) => `n${gen}-${at}`);
        return operation([among(["apply", "create"]) ?? "apply", "-f", file(names, gen)], names, gen);
      }
    }
  };
  return {
    next,
    settle: (wanted, isDone) => {
      for (const [name, gen] of wanted)
        allowed.set(name, new Set(isDone ? [gen] : [...(allowed.get(name) ?? [undefined]), gen]));
    },
    judge: (there) => {
      const wrong = [...allowed].flatMap(([name, gens]) =>
        gens.has(there.get(name)) ? [] : [`${name} is ${there.get(name)}, allowed: ${[...gens].join(", ")}`],
      );
      for (const name of there.keys()) if (!allowed.has(name)) wrong.push(`${name} appeared`);
      for (const name of allowed.keys()) allowed.set(name, new Set([there.get(name)]));
      return wrong;
    },
  };
}
