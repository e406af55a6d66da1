import { useContext, useState } from "preact/hooks";
import type { EditableText } from "../../engine/editing/manifest-list.ts";
import { EditsContext, NO_EDITS } from "../edits/use-edits.ts";
import { TextField } from "../parts/field.tsx";
import { TEMPLATES } from "./templates.ts";
import { newName } from "./texts.ts";

/** So many are listed; the field finds the others. */
const MOST = 200;

/** The manifests and stored resources, with what is done to each, and what adds another. */
export function ManifestList(props: {
  readonly texts: readonly EditableText[];
  readonly chosen: string | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const { texts, chosen, onChoose } = props;
  const state = useContext(EditsContext);
  const [words, setWords] = useState("");
  const { manifests, removed } = state?.edits ?? NO_EDITS;
  const known = new Set(texts.map(({ name }) => name));
  const added = manifests.flatMap(({ name }) => (known.has(name) ? [] : [name]));
  const names = [...added, ...texts.map(({ name }) => name)];
  const found = names.filter((name) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const markOf = (name: string): string | undefined => {
    if (removed.includes(name)) return "deleted";
    if (!known.has(name)) return "new";
    const text = manifests.find((one) => one.name === name)?.text;
    return text === undefined ? undefined : text === "" ? "deleted" : "edited";
  };
  const add = (title: string): void => {
    const template = TEMPLATES.find((one) => one.title === title);
    if (template === undefined) return;
    const name = newName(names);
    state?.change((last) => ({ ...last, manifests: [...last.manifests, { name, text: template.text }] }));
    onChoose(name);
  };
  return (
    <section class="card stack manifest-list" aria-label="Manifests">
      <div class="field">
        <label for="add-manifest">Add a manifest</label>
        <select
          id="add-manifest"
          value=""
          onChange={({ currentTarget }) => {
            add(currentTarget.value);
            currentTarget.value = "";
          }}
        >
          <option value="">Template…</option>
          {TEMPLATES.map(({ title }) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {names.length > 8 && <TextField label="Find" value={words} onValue={setWords} placeholder="policy, eth0" />}
      <ul>
        {found.slice(0, MOST).map((name) => {
          const mark = markOf(name);
          return (
            <li key={name}>
              <button
                type="button"
                class="manifest"
                aria-current={name === chosen ? "true" : undefined}
                title={name}
                onClick={() => onChoose(name)}
              >
                <span class="mono">
                  <BreakableName name={name.slice(name.lastIndexOf("/", name.includes(" ") ? 0 : undefined) + 1)} />
                </span>
                {mark !== undefined && <span class={`chip mark-${mark}`}>{mark}</span>}
              </button>
            </li>
          );
        })}
        {found.length > MOST && <li class="muted small">and {found.length - MOST} more</li>}
      </ul>
    </section>
  );
}

/** A name that a narrow column breaks between the words of a kind, such as GlobalNetwork|Policy, before it breaks one of them. */
function BreakableName({ name }: { readonly name: string }) {
  return name.split(/(?<=[a-z])(?=[A-Z])/).flatMap((word, at) => (at === 0 ? [word] : [<wbr key={at} />, word]));
}
