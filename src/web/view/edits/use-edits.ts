import { createContext } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Edits } from "../../engine/page-data.ts";
import { editsInAddress, keepEditsInAddress } from "../state/route.ts";
import { editsOfText, MOST_LINK_CHARACTERS, textOfEdits } from "./edits-text.ts";

/** Nothing is edited. */
export const NO_EDITS: Edits = { manifests: [], removed: [] };

/** Whether nothing is edited. */
export function isEmpty({ manifests, removed }: Edits): boolean {
  return manifests.length === 0 && removed.length === 0;
}

/** What is edited, in all views. */
export interface EditsState {
  readonly edits: Edits;
  readonly change: (next: (last: Edits) => Edits) => void;
  /** Whether views are about the edits, or about the page without them. */
  readonly isShown: boolean;
  readonly show: (isShown: boolean) => void;
  /** Whether the edits of the address are still being read. */
  readonly isReading: boolean;
  /** Whether the address has the edits as they are now, and not as they were a moment ago. */
  readonly isInAddress: boolean;
  /** Why the address does not have the edits. */
  readonly linkProblem?: string;
}

/** The edits, for the parts of the page. */
export const EditsContext = createContext<EditsState | undefined>(undefined);

/**
 * After so long without a change the edits are written into the address: later where they are long, as it takes longer to
 * compress them.
 */
const WRITE_MILLISECONDS = 250;
const CHARACTERS_EACH_MILLISECOND = 1_000;

/** The edits of the page: from the address, and kept there. */
export function useEdits(): EditsState {
  const [edits, setEdits] = useState<Edits>(NO_EDITS);
  const [isShown, show] = useState(true);
  const [isReading, setReading] = useState(() => editsInAddress() !== "");
  const [linkProblem, setLinkProblem] = useState<string | undefined>(undefined);
  const [kept, setKept] = useState<Edits>(NO_EDITS);
  const written = useRef("");

  useEffect(() => {
    const read = async (): Promise<void> => {
      const text = editsInAddress();
      if (text === "" || text === written.current) return setReading(false);
      try {
        const read = await editsOfText(text);
        written.current = text;
        keepEditsInAddress(text);
        setEdits(read);
        setLinkProblem(undefined);
      } catch {
        setLinkProblem(
          "The edits in the address cannot be read: the link is not whole. The page is shown without them.",
        );
      }
      setReading(false);
    };
    const follow = (): void => void read();
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  useEffect(() => {
    if (isReading || (isEmpty(edits) && written.current === "")) return undefined;
    let isStale = false;
    const write = async (): Promise<void> => {
      const text = isEmpty(edits) ? "" : await textOfEdits(edits);
      if (isStale) return;
      const isTooLong = text.length > MOST_LINK_CHARACTERS;
      written.current = isTooLong ? "" : text;
      keepEditsInAddress(written.current);
      setLinkProblem(
        isTooLong ? "The edits are too large for a link: export the change as YAML to hand it on." : undefined,
      );
      setKept(edits);
    };
    const length = edits.manifests.reduce((sum, { text }) => sum + text.length, 0);
    const timer = setTimeout(() => void write(), WRITE_MILLISECONDS + length / CHARACTERS_EACH_MILLISECOND);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [edits, isReading]);

  return useMemo(
    () => ({
      edits,
      change: (next: (last: Edits) => Edits) => setEdits(next),
      isShown,
      show,
      isReading,
      isInAddress: kept === edits,
      ...(linkProblem !== undefined && { linkProblem }),
    }),
    [edits, isShown, isReading, kept, linkProblem],
  );
}
