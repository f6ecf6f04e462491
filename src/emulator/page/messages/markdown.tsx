import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Link } from "../../contract.ts";
import { useStore } from "../state/context.ts";
import { linkBehind } from "../text/link-behind.ts";
import { markdownHtml } from "../text/markdown.ts";
import { useFollow } from "./use-follow.ts";

interface MarkdownProps {
  source: string;
  links: readonly Link[];
  userId: string;
  /** The chat whose pictures are leafed through from here. */
  conversationId?: string;
}

/** A message's markdown; its links go through the emulator, which knows what the client does with each. */
export function Markdown({ source, links, userId, conversationId = "" }: MarkdownProps) {
  const html = useMemo(() => markdownHtml(source), [source]);
  const element = useRef<HTMLDivElement>(null);
  const follow = useFollow(userId);
  const { preview } = useStore();
  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const anchor = target instanceof Element ? target.closest("a") : null;
    if (anchor === null && target instanceof HTMLImageElement)
      preview.value = { kind: "picture", userId, conversationId, address: target.getAttribute("src") ?? "" };
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
  return <div ref={element} class="markdown" />;
}
