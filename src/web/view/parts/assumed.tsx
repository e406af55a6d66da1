/** What an answer of the analysis had to assume, a sentence each. */
export function Assumed({ assumptions }: { readonly assumptions: readonly string[] }) {
  return assumptions.map((text) => (
    <p key={text} class="muted small">
      assumed: {text}
    </p>
  ));
}
