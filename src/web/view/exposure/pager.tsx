/** Which of many rows or columns are shown, and buttons to those before and after them. */
export function Pager(props: {
  readonly called: string;
  /** The first that is shown, from 0. */
  readonly first: number;
  readonly count: number;
  readonly step: number;
  readonly onFirst: (first: number) => void;
}) {
  const { called, first, count, step, onFirst } = props;
  const last = Math.min(first + step, count);
  const text = (number: number): string => number.toLocaleString("en");
  if (count <= step && first === 0)
    return (
      <span>
        {called} <strong>{text(count)}</strong>
      </span>
    );
  return (
    <div class="pager">
      <span>
        {called}{" "}
        <strong>
          {first < count ? `${text(first + 1)} to ${text(last)}` : "none"} of {text(count)}
        </strong>
      </span>
      <button
        type="button"
        disabled={first === 0}
        aria-label={`${called} before these`}
        onClick={() => onFirst(Math.max(0, first - step))}
      >
        ←
      </button>
      <button
        type="button"
        disabled={last >= count}
        aria-label={`${called} after these`}
        onClick={() => onFirst(first + step)}
      >
        →
      </button>
    </div>
  );
}
