import { useMemo } from "preact/hooks";
import type { Link } from "../../src/contract/card.ts";
import { useStore } from "../state/context.ts";
import { markdownHtml } from "../text/markdown.ts";
import { useRenderedHtml } from "../text/use-rendered-html.ts";
import { useOpenLink } from "./use-open-link.ts";

interface MarkdownProps {
  source: string;
  links: readonly Link[];
  userId: string;
  /** The chat whose pictures the lightbox shows. */
  conversationId?: string;
}

/** A message's markdown; a press on a picture enlarges it. */
export function Markdown({ source, links, userId, conversationId = "" }: MarkdownProps) {
  const { control, preview } = useStore();
  const html = useMemo(() => markdownHtml(source, control.fileUrl), [source, control]);
  const openLink = useOpenLink(userId);
  const onPicture = (address: string) => {
    preview.value = { kind: "picture", userId, conversationId, address };
  };
  return <div ref={useRenderedHtml(html, { links, openLink, onPicture })} class="markdown" />;
}
