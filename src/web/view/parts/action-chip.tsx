/** What a rule or step does with a packet: in a word, with a colour. */
export function ActionChip({ action }: { readonly action: string }) {
  return <span class={`chip chip-${colourOf(action.toLowerCase())}`}>{action}</span>;
}

function colourOf(action: string): "allow" | "deny" | "plain" {
  if (action === "deny" || action === "drop" || action === "reject") return "deny";
  return action === "allow" || action === "hit" ? "allow" : "plain";
}
