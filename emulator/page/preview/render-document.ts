import { decodedAddress } from "../text/decoded-address.ts";
import { withFallback } from "./fonts.ts";

/**
 * Renders a Word document into a shadow root, so that its styles affect nothing else. Rejects when the file is not
 * one.
 */
export async function renderDocument(archive: ArrayBuffer, root: ShadowRoot): Promise<void> {
  const { renderAsync } = await import("docx-preview");
  const pages = document.createElement("div");
  const styles = document.createElement("div");
  await renderAsync(archive, pages, styles, {
    className: "docx",
    inWrapper: true,
    ignoreFonts: true,
    useBase64URL: true,
    renderAltChunks: false,
    renderComments: false,
    renderChanges: false,
    ignoreLastRenderedPageBreak: false,
  });
  removeActiveContent(pages);
  nameFallbacks(pages, styles);
  root.replaceChildren(styles, ownStyle(), pages);
  root.addEventListener("click", scrollToAnchor);
}

/** The library emits neither scripts nor frames; anything active that a document may still contain is removed. */
function removeActiveContent(pages: HTMLElement): void {
  for (const element of pages.querySelectorAll("script, iframe, object, embed, link, meta, base, form"))
    element.remove();
  for (const anchor of pages.querySelectorAll("a")) {
    const address = anchor.getAttribute("href") ?? "";
    if (/^(https?|mailto):/i.test(address)) Object.assign(anchor, { target: "_blank", rel: "noopener noreferrer" });
    else if (!address.startsWith("#")) anchor.removeAttribute("href");
  }
}

function nameFallbacks(pages: HTMLElement, styles: HTMLElement): void {
  for (const style of styles.querySelectorAll("style"))
    style.textContent = (style.textContent ?? "").replace(
      /font-family:\s*([^;}]+)/g,
      (_, families: string) => `font-family: ${withFallback(families.trim())}`,
    );
  for (const { style } of pages.querySelectorAll<HTMLElement>('[style*="font-family"]'))
    style.fontFamily = withFallback(style.fontFamily);
}

/** A link within the document must not change the page's own address. */
function scrollToAnchor(event: Event): void {
  const anchor = event.target instanceof Element ? event.target.closest("a") : null;
  const address = anchor?.getAttribute("href") ?? "";
  if (!address.startsWith("#")) return;
  event.preventDefault();
  const root = anchor?.getRootNode();
  if (root instanceof ShadowRoot) root.getElementById(decodedAddress(address.slice(1)))?.scrollIntoView();
}

function ownStyle(): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = `
    .docx-wrapper { background: none; padding: 0; color: #000; }
    .docx-wrapper > section.docx { margin-bottom: 16px; box-shadow: 0 1px 4px rgba(0, 0, 0, 0.25); }`;
  return style;
}
