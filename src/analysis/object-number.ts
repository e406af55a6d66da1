const numbers = new WeakMap<object, number>();
let next = 1;

/** A number of an object, the same whenever it is asked for: for keys of what was made of the same objects. */
export function objectNumber(value: object): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, next);
  return next++;
}
