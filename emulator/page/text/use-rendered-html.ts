import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Link } from "../../src/contract/card.ts";
import { decodedAddress } from "./decoded-address.ts";

interface HtmlHandlers {
  links: readonly Link[];
  openLink(link: Link): void;
  /** Called for a press on a picture that is not a link. */
  onPicture?(address: string): void;
}

/**
 * Puts sanitised HTML into an element. Its links are opened through the emulator, which knows what the client does
 * with each.
 */
export function useRenderedHtml(
  html: string,
  { links, openLink, onPicture }: HtmlHandlers,
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const anchor = target instanceof Element ? target.closest("a") : null;
    if (anchor === null && target instanceof HTMLImageElement) onPicture?.(target.getAttribute("src") ?? "");
    if (anchor === null) return;
    event.preventDefault();
    const link = linkOfAnchor(anchor, links);
    if (link === undefined) window.open(anchor.href, "_blank", "noopener");
    else openLink(link);
  };
  useLayoutEffect(() => {
    if (element.current === null) return;
    element.current.innerHTML = html;
    for (const picture of element.current.querySelectorAll("img")) nameIfLost(picture);
  }, [html]);
  useLayoutEffect(() => {
    const drawn = element.current;
    drawn?.addEventListener("click", onClick);
    return () => drawn?.removeEventListener("click", onClick);
  });
  return element;
}

/** A picture that cannot be loaded is a labelled box; the browser draws nothing for one without words. */
function nameIfLost(picture: HTMLImageElement): void {
  picture.addEventListener("error", () => {
    const box = document.createElement("span");
    box.className = "picture-lost";
    box.textContent = `${picture.alt || "图片"}（无法显示）`;
    picture.replaceWith(box);
  });
}

/** The link behind an anchor of rendered markdown. */
function linkOfAnchor(anchor: HTMLAnchorElement, links: readonly Link[]): Link | undefined {
  const href = anchor.getAttribute("href") ?? "";
  const same = links.filter(({ url }) => url === href || decodedAddress(url) === decodedAddress(href));
  return same.find(({ label }) => label === anchor.textContent) ?? same[0];
}
