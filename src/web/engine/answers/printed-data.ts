/** Data as a command prints it with `-o json`; its schema is in `schemas/simulate/`. */
export type PrintedData = Readonly<Record<string, unknown>>;
