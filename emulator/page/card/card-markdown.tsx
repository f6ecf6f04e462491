import { useMemo } from "preact/hooks";
import { cardMarkdownHtml } from "../text/card-markdown.ts";
import { useRenderedHtml } from "../text/use-rendered-html.ts";
import { useCardInteraction } from "./card-interaction.ts";

/** A card's markdown. Its links are handled like those of the card. */
export function CardMarkdown({ source }: { source: string }) {
  const { links, openLink, fileUrl } = useCardInteraction();
  const html = useMemo(() => cardMarkdownHtml(source, fileUrl), [source]);
  return <div ref={useRenderedHtml(html, { links, openLink })} class="markdown card-markdown" />;
}
