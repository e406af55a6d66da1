/** What stands in the place of a view that a link names and that there is not. */
export function NoView({ path }: { readonly path: string }) {
  return (
    <section class="card">
      <h1>There is no view {path}</h1>
      <p>
        The link may be of another release. <a href="#/">Go to the cluster</a>.
      </p>
    </section>
  );
}
