import type { CardText } from "../contract/card.ts";

type Size = NonNullable<CardText["size"]>;

/** The platform's text styles by name, 28 to 12 px on the phone. */
const STYLES: Record<string, Size> = {
  hypertitle: "display",
  largetitle: "display",
  h1: "display",
  h2: "heading",
  h3: "heading",
  h4: "title",
  h5: "title",
  body: "body",
  footnote: "meta",
};

const SIZES: Record<string, Size> = { large: "title", middle: "body", small: "meta" };

const STYLE = /^common_(?<name>[a-z0-9]+?)(?<bold>_bold)?_text_style/;

/** Size and weight of a named style, `common_h4_bold_text_style`; nothing for a name that is not published. */
export function textStyle(token: string): { size?: Size; bold?: true } {
  const { name = "", bold } = STYLE.exec(token)?.groups ?? {};
  const size = Object.hasOwn(STYLES, name) ? STYLES[name] : undefined;
  return { ...(size ? { size } : {}), ...(bold === undefined ? {} : { bold: true }) };
}

export const namedSize = (name: string): Size | undefined => (Object.hasOwn(SIZES, name) ? SIZES[name] : undefined);

/** The named size closest to a size in pixels. */
export function sizeOfPixels(pixels: number): Size {
  if (pixels <= 12) return "meta";
  if (pixels <= 15) return "body";
  if (pixels <= 17) return "title";
  return pixels <= 20 ? "heading" : "display";
}
