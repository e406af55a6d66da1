import { Scroll } from "../parts/scroll.tsx";

/** A unified diff: lines that go and lines that come, told apart by their sign as well as by their colour. */
export function DiffText({ label, text }: { readonly label: string; readonly text: string }) {
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    <Scroll label={label}>
      <pre class="diff">
        {lines.map((line, at) => (
          <span key={`${at} ${line}`} class={classOf(line)}>
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </Scroll>
  );
}

function classOf(line: string): string | undefined {
  if (line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("@@ ")) return "diff-place";
  return line.startsWith("+") ? "diff-added" : line.startsWith("-") ? "diff-removed" : undefined;
}
