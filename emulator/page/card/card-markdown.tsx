import { useMemo } from "preact/hooks";
import { cardMarkdownHtml } from "../text/card-markdown.ts";
import { useDrawnHtml } from "../text/use-drawn-html.ts";
import { useFaceOf } from "./rendered-card.ts";

/** A card's markdown. Its links go the card's own way. */
export function CardMarkdown({ source }: { source: string }) {
  const { links, follow, fileUrl } = useFaceOf();
  const html = useMemo(() => cardMarkdownHtml(source, fileUrl), [source]);
  return <div ref={useDrawnHtml(html, { links, follow })} class="markdown card-markdown" />;
}
