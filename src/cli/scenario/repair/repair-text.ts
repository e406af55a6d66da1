import { addressNames } from "../../../analysis/address-names.ts";
import type { ResourceEdit } from "../../../analysis/edits/resource-edit.ts";
import { changedResource } from "../../../analysis/edits/resource-edit.ts";
import type { Effect } from "../../../analysis/effect/effect.ts";
import { fewAlike, type RankedRepair } from "../../../analysis/repair/ranked-repairs.ts";
import { printable } from "../../../model/printable.ts";
import { displayId, resourceId } from "../../../model/resource.ts";
import type { Verdict } from "../../../policy/outcome.ts";
import type { World } from "../../../policy/world/compiled.ts";
import { effectData } from "../../../report/effect/effect-data.ts";
import { CHANGE_WORDS } from "../../../report/effect/effect-text.ts";
import { type AddressNames, endNames, wayText } from "../../../report/effect/place-names.ts";
import { regionLines } from "../../../report/regions/region-text.ts";
import type { Style } from "../../../report/style.ts";
import { textLines } from "../../../report/text-lines.ts";
import { wrappedLines } from "../../../report/wrapped-cell.ts";
import { editCommands } from "../../../scenario/edits/edit-commands.ts";
import { editSnippet } from "./edit-snippet.ts";
import type { FoundRepairs } from "./repair-flow.ts";

/** How repairs are shown. */
interface ShownAs {
  readonly style: Style;
  /** The World that names addresses. */
  readonly world: World;
}

/** What the lines of a repair stand behind, after its number. */
const INDENT = "   ";

/** Lines of what a repair changes. */
const MOST_LINES = 5;

/** Repairs that people are shown; `-o json` has all. */
const SHOWN = 5;
/** Of the same kinds. */
const MOST_ALIKE = 2;

/** Said where not all edits were tried. */
const CUT = "not all edits were tried: the rules of the policies are too many; another may change less\n";

/** The repairs for people: what to edit, what else that does, and how it is typed. */
export function repairsText(
  { met, isCut, repairs }: FoundRepairs,
  wanted: Verdict,
  { isEvaluated, ...shownAs }: ShownAs & { readonly isEvaluated: boolean },
): string {
  if (!isEvaluated) return "no repair: what becomes of the packet is unknown, and must be evaluated first\n";
  const packet = wanted === "allow" ? "the packet and its reply pass" : "the packet is denied";
  if (met) return `nothing to repair: ${packet} already\n`;
  const cut = isCut ? CUT : "";
  if (repairs.length === 0) return `no repair found: no edit that was tried makes it so that ${packet}\n${cut}`;
  const shown = fewAlike(repairs, MOST_ALIKE).slice(0, SHOWN);
  const rest = repairs.length - shown.length;
  const heading = `with ${repairs.length === 1 ? "this edit" : "one of these edits"} ${packet}; each was evaluated, the one that changes least is first\n`;
  const more = rest > 0 ? `\n... and ${rest} more; -o json lists all\n` : "";
  return `${wrappedLines(heading, shownAs.style.width)}${shown.map((one, at) => `\n${repairText(one, at + 1, shownAs)}`).join("")}${more}${cut}`;
}

function repairText({ text, edits, effect }: RankedRepair, number: number, { style, world }: ShownAs): string {
  const indented = (line: string) => `${INDENT}${printable(line)}`.trimEnd();
  const title = textLines(printable(text), style.width ?? Number.POSITIVE_INFINITY, `${number}  `, INDENT);
  const effects = (effect ? effectLines(effect, world) : []).map((line) => wrappedLines(indented(line), style.width));
  // What is typed is not broken.
  const typed = edits.flatMap((edit) =>
    editLines(edit)
      .flatMap((one) => one.split("\n"))
      .map(indented),
  );
  return `${[...title.map((line) => style.bold(line)), ...effects, ...typed].join("\n")}\n`;
}

/** All packets of new connections that are decided otherwise then, the packet itself among them. */
function effectLines(effect: Effect, world: World): readonly string[] {
  const namesOf = addressNames(world);
  const lines = effect.groups.flatMap((group) => {
    const { kind, families, places, regions, count } = group;
    const names: AddressNames = (side, region, family) => namesOf(family, region[side] ?? []);
    const [family = 4] = families;
    const where = `${wayText(group)}${places.length > 1 ? ` at ${places.length} endpoints` : ""}`;
    const texts = regions
      .slice(0, MOST_LINES)
      .flatMap((region) => regionLines(family, region, endNames(group, region, names)));
    const rest = count > MOST_LINES ? [`and ${count - MOST_LINES} regions more`] : [];
    return [...texts, ...rest].map((text) => `${CHANGE_WORDS[kind]}: ${text}   ${where}`);
  });
  const more = lines.length - MOST_LINES;
  const open = effect.notProved.length > 0 ? [`not proved on ${effect.notProved.length} ways`] : [];
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`... and ${more} more; -o json lists all`] : []), ...open];
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
export function repairsData({ met, isCut, repairs }: FoundRepairs, wanted: Verdict): Record<string, unknown> {
  return { wanted, met, ...(isCut && { isCut }), repairs: repairs.map(repairData) };
}

function repairData({ kinds, text, edits, effect }: RankedRepair): Record<string, unknown> {
  return { kinds, text, edits: edits.map(editData), ...(effect && { effect: effectData(effect) }) };
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
