import { useEffect, useRef } from "preact/hooks";

/** The widths that a picture is drawn in: the widest that the window has room for. */
const WIDTHS = [320, 480, 640, 840, 1000] as const;

/** The width of a picture beside the form, or below it where the window is narrow. */
export function pictureWidth(): number {
  const room = innerWidth <= 820 ? innerWidth - 72 : innerWidth - 560;
  return WIDTHS.findLast((width) => width <= room) ?? WIDTHS[0];
}

/** The path of a packet as it is drawn, in the colours of the page; the stages below it say the same in text. */
export function PathDrawing(props: {
  readonly picture: string | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  const { picture, isOpen, onOpen } = props;
  return (
    <details class="card" open={isOpen} onToggle={({ currentTarget }) => onOpen(currentTarget.open)}>
      <summary>
        <h2>Picture of the path</h2>
      </summary>
      {isOpen && picture !== undefined && <Drawing picture={picture} />}
    </details>
  );
}

function Drawing({ picture }: { readonly picture: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = drawingOf(picture);
    if (drawn !== undefined) frame.current?.replaceChildren(drawn);
  }, [picture]);
  return <div ref={frame} class="path-drawing" />;
}

/** The picture as elements. All texts in it are escaped where it is made. */
function drawingOf(picture: string): SVGElement | undefined {
  const { documentElement } = new DOMParser().parseFromString(picture, "image/svg+xml");
  return documentElement instanceof SVGElement ? documentElement : undefined;
}
