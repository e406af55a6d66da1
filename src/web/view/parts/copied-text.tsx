import { useState } from "preact/hooks";
import { Scroll } from "./scroll.tsx";

/** A text to take along, with a button that copies it. */
export function CopiedText({ label, text }: { readonly label: string; readonly text: string }) {
  const [copied, setCopied] = useState("");
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      // A browser may forbid it; the text can still be selected.
      () => setCopied(""),
    );
  };
  return (
    <div class="copied">
      <Scroll label={label}>
        <pre>{text}</pre>
      </Scroll>
      <button type="button" onClick={copy}>
        {copied === text ? "Copied" : "Copy"}
      </button>
    </div>
  );
}
