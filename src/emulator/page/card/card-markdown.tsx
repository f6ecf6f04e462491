import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { cardMarkdownHtml } from "../text/card-markdown.ts";
import { linkBehind } from "../text/link-behind.ts";
import { useFaceOf } from "./face.ts";

/** A card's markdown. Its links go the card's own way. */
export function CardMarkdown({ source }: { source: string }) {
  const { links, follow, fileUrl } = useFaceOf();
  const html = useMemo(() => cardMarkdownHtml(source, fileUrl), [source]);
  const element = useRef<HTMLDivElement>(null);
  const onClick = (event: MouseEvent) => {
    const anchor = event.target instanceof Element ? event.target.closest("a") : null;
    if (anchor === null) return;
    event.preventDefault();
    const link = linkBehind(anchor, links);
    if (link === undefined) window.open(anchor.href, "_blank", "noopener");
    else follow(link);
  };
  useLayoutEffect(() => {
    if (element.current !== null) element.current.innerHTML = html;
  }, [html]);
  useLayoutEffect(() => {
    const drawn = element.current;
    drawn?.addEventListener("click", onClick);
    return () => drawn?.removeEventListener("click", onClick);
  });
  return <div ref={element} class="markdown card-markdown" />;
}
