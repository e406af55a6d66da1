/** What a command line of a page needs, and how it ends. */
export interface ShownRun {
  readonly code: number;
  /** Command lines that run before it, each of which must end with 0. */
  readonly before?: readonly string[];
  /** What is run in its place: the same, with values that a test can use. */
  readonly as?: string;
  /** What of its output differs at each run, and what the page has there. */
  readonly varies?: readonly (readonly [RegExp, string])[];
  /** It runs in a terminal of its own, in which nothing is typed; left out where no program makes one. */
  readonly terminal?: boolean;
  /** A program that it uses, without which it is left out. */
  readonly program?: string;
}

/** A page of the documentation, and what its blocks need. A page without any needs no entry. */
export interface ShownPage {
  /** The files that its commands name, by path, beside those that its blocks are; `examples` is there for all. */
  readonly files?: Readonly<Record<string, string>>;
  /** Command lines that run before all; each must end with 0. */
  readonly before?: readonly string[];
  /**
   * What the command lines need and do: one that is not here ends with 0; a text is the reason why it is not run. Of a line that the
   * page has several times, a list has what each does.
   */
  readonly commands?: Readonly<Record<string, ShownRun | readonly ShownRun[] | string>>;
  /** The commands are run one after the other, in one folder on one store; else each has its own, as they were before the first. */
  readonly inOrder?: boolean;
  /** The width that tables are made for; without it that of a pipe, which has none. */
  readonly columns?: number;
  /** The datastore: an etcd of the page's own, or an API server with the objects of `examples/kubernetes`; else an embedded store. */
  readonly datastore?: "etcd" | "cluster";
  /** Blocks that are neither commands, files nor what `checkFragment` knows: by their first line, why nothing checks them. */
  readonly unchecked?: Readonly<Record<string, string>>;
}
