/** The names of the forms in which answers to flows one per line are written. */
export const LINE_FORM_NAMES = ["json", "csv"] as const;
export type LineFormName = (typeof LINE_FORM_NAMES)[number];
