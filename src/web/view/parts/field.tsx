import type { ComponentChildren } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { NameOf } from "../../engine/answers/names.ts";

/** A labelled text field; `names` are offered for completion. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly names?: readonly NameOf[] | undefined;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isNarrow?: boolean;
}) {
  const { label, value, onValue, names, hint, placeholder, isNarrow = false } = props;
  const id = useId();
  // The same part of the page for the same names: thousands of them are not compared again at each key press.
  const offered = useMemo(() => names && <NameList id={`${id}-names`} names={names} />, [id, names]);
  return (
    <div class={isNarrow ? "field field-narrow" : "field"}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        list={names === undefined ? undefined : `${id}-names`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      {offered}
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

function NameList({ id, names }: { readonly id: string; readonly names: readonly NameOf[] }) {
  return (
    <datalist id={id}>
      {names.slice(0, MOST_NAMES).map(({ name, about }) => (
        <option key={`${name} ${about}`} value={name}>
          {about}
        </option>
      ))}
    </datalist>
  );
}

/** More names than this make a browser slow, and no list of them is read. */
const MOST_NAMES = 2000;

/** A labelled choice of a few. */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
}) {
  const { label, value, onValue, choices } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => choice.value === currentTarget.value);
          if (chosen !== undefined) onValue(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Fields in a row, which becomes a column where the window is narrow. */
export function FieldRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}
