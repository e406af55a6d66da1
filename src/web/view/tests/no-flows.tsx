/** What stands in the place of results where the page has no flow file. */
export function NoFlows() {
  return (
    <section class="card stack">
      <p>This page has no flow files. Name them, or folders of them, when it is made:</p>
      <div class="command">
        <code>calicoctl explore -f policies/ --flows flows/</code>
      </div>
      <p class="muted">
        A flow file lists packets with what must become of each. <a href="#/packet">Ask a packet</a> writes an entry of
        one.
      </p>
    </section>
  );
}
