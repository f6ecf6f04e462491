import { useEffect, useRef } from "preact/hooks";
import { damagedFileError } from "./preview-error.ts";
import { renderDocument } from "./render-document.ts";

/** A4 at 96 dots an inch. */
const PAGE_PX = 794;
const MARGIN_PX = 16;

interface DocumentViewProps {
  archive: ArrayBuffer;
  onTrouble(error: unknown): void;
}

/** A Word document as pages; scaled down when the window is narrower than a page. */
export function DocumentView({ archive, onTrouble }: DocumentViewProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    renderDocument(archive, root).catch(() => onTrouble(damagedFileError()));
  }, [archive, onTrouble]);
  useEffect(() => {
    const frame = host.current?.parentElement;
    if (!frame) return;
    const scale = () => {
      const room = (frame.clientWidth - 2 * MARGIN_PX) / PAGE_PX;
      host.current?.style.setProperty("zoom", String(Math.min(1, room)));
    };
    scale();
    const observer = new ResizeObserver(scale);
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  return <div ref={host} class="document-pages" />;
}
