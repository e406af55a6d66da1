/** Which part of a field a place is about: its name, or its value. */
export type Part = "key" | "value";

/** The stretch to point at, and the text of a scalar that is in it, which may be in quotes. */
export type Pointed = readonly [from: number, to: number, value: string];
