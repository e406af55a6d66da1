import { ofSorted, type Ranges } from "./address-ranges.ts";

/** What a class is: the class of the wider network around it and the groups that are added, ascending. */
interface Class {
  readonly parent: number;
  readonly groups: readonly number[];
}

/** Numbers classes from 1; 0 is the class without a group. A class's parent has a lower number. */
export function classPool() {
  const numbers = new Map<string, number>();
  const list: Class[] = [{ parent: 0, groups: [] }];
  const nested: number[] = [];
  const byGroup = new Map<number, number[]>();
  /** By group, the class of it alone, which that of nearly every network is: no key is made for it. */
  const classOfGroup: number[] = [];
  function add(parent: number, groups: readonly number[]): number {
    if (parent !== 0 || groups.length !== 1) return addKeyed(parent, groups);
    const group = groups[0] as number;
    classOfGroup[group] ??= newClass(parent, groups);
    return classOfGroup[group];
  }
  function addKeyed(parent: number, groups: readonly number[]): number {
    const key = `${parent}/${groups.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = newClass(parent, groups);
    numbers.set(key, number);
    return number;
  }
  function newClass(parent: number, groups: readonly number[]): number {
    const number = list.push({ parent, groups }) - 1;
    if (parent !== 0) nested.push(number);
    for (const group of groups) {
      const holders = byGroup.get(group);
      if (holders) holders.push(number);
      else byGroup.set(group, [number]);
    }
    return number;
  }
  /** The classes that hold any of the groups, themselves or around them. */
  function holding(groups: readonly number[]): Ranges {
    const numbered = new Set<number>();
    for (const group of groups) for (const number of byGroup.get(group) ?? []) numbered.add(number);
    for (const number of nested) if (numbered.has((list[number] as Class).parent)) numbered.add(number);
    return ofSorted(Float64Array.from(numbered).sort());
  }
  return { add, holding, count: () => list.length, read: (number: number): Class => list[number] as Class };
}
