import type { ResourceEdit } from "../../../analysis/edits/resource-edit.ts";
import { changedResource } from "../../../analysis/edits/resource-edit.ts";
import type { Repair } from "../../../analysis/repair/repair-types.ts";
import type { Repairs } from "../../../analysis/repair/repairs.ts";
import { printable } from "../../../model/printable.ts";
import { displayId, resourceId } from "../../../model/resource.ts";
import type { Verdict } from "../../../policy/outcome.ts";
import type { Style } from "../../../report/style.ts";
import { editCommands } from "./edit-commands.ts";
import { editSnippet } from "./edit-snippet.ts";

/** Repairs that people are shown; `-o json` has all. */
const SHOWN = 5;

/** The repairs for people: what to edit, what else that does, and how it is typed. */
export function repairsText({ met, repairs }: Repairs, wanted: Verdict, style: Style): string {
  const packet = wanted === "allow" ? "the packet and its reply pass" : "the packet is denied";
  if (met) return `nothing to repair: ${packet} already\n`;
  if (repairs.length === 0) return `no repair found: no edit that was tried makes it so that ${packet}\n`;
  const shown = repairs.slice(0, SHOWN);
  const rest = repairs.length - shown.length;
  const heading = `with ${repairs.length === 1 ? "this edit" : "one of these edits"} ${packet}; each was evaluated\n`;
  const more = rest > 0 ? `\n... and ${rest} more; -o json lists all\n` : "";
  return `${heading}${shown.map((one, at) => `\n${repairText(one, at + 1, style)}`).join("")}${more}`;
}

function repairText({ text, edits }: Repair, number: number, style: Style): string {
  const lines = edits.flatMap((edit) => editLines(edit));
  const indented = lines.flatMap((one) => one.split("\n")).map((line) => `   ${printable(line)}`.trimEnd());
  return `${style.bold(`${number}  ${printable(text)}`)}\n${indented.join("\n")}\n`;
}

function editLines(edit: ResourceEdit): readonly string[] {
  const snippet = editSnippet(edit);
  if (snippet === undefined) return editCommands(edit);
  const { place, field, yaml } = snippet;
  return yaml === undefined
    ? [`${place}: remove ${field}`]
    : [`${place}: ${field}`, yaml.trimEnd().replace(/^/gm, "  ")];
}

/** The repairs as data (`schemas/simulate/outcome.schema.json`). */
export function repairsData({ met, repairs }: Repairs, wanted: Verdict): Record<string, unknown> {
  return { wanted, met, repairs: repairs.map(repairData) };
}

function repairData({ kinds, text, edits }: Repair): Record<string, unknown> {
  return { kinds, text, edits: edits.map(editData) };
}

function editData(edit: ResourceEdit): Record<string, unknown> {
  const snippet = editSnippet(edit);
  const resource = edit.kind === "create" ? edit.resource : edit.of.resource;
  return {
    edit: edit.kind,
    resource: displayId(resourceId(resource)),
    ...(snippet && { place: snippet.place }),
    ...(edit.kind === "change" && { after: changedResource(resource, edit.changes) }),
    ...(edit.kind === "create" && { after: resource }),
    commands: editCommands(edit),
  };
}
