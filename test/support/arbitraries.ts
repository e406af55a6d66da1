import fc from "fast-check";

export const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** Absent in one case of `freq`, which is at least 2: `fc.option` with 1 is always absent. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq: 2 | 3 | 4 | 5 = 2) =>
  fc.option(arbitrary, { nil: undefined, freq });
/** Present in one case of five. */
export const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary, weight: 1 });
export const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3) =>
  fc.array(arbitrary, { minLength: 1, maxLength, size: "max" });
/** A record without its undefined fields. */
export const fields = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Defined<T>> =>
  fc
    .record(shape)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, field]) => field !== undefined)) as Defined<T>);
type Defined<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
