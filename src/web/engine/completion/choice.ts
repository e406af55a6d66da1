/** What may stand at a place of a manifest. */
export interface Completions {
  /** The offset in the text from which a choice is written. */
  readonly from: number;
  readonly choices: readonly Choice[];
}

/** One of them: what it is called, and what is written for it. */
export interface Choice {
  readonly label: string;
  readonly text: string;
  /** Its type, or what it is the name of. */
  readonly detail?: string;
  readonly about?: string;
}
