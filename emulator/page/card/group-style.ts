import type { CardBox, CardGroup, CardNode } from "../../src/contract/card.ts";
import { toneOf } from "./tone.ts";

/** Template lengths in rem, so that they scale with the text. */
const rem = (pixels: number): string => `${pixels / 16}rem`;

/** Nodes that take the remaining width of a row; the others are as wide as their content. */
const WIDE = new Set<CardNode["kind"]>([
  "group",
  "markdown",
  "table",
  "chart",
  "form",
  "input",
  "progress",
  "collapse",
]);

function flexOf(node: CardNode): string | undefined {
  const width = node.kind === "group" ? node.box?.width : undefined;
  if (width === "content") return "0 1 auto";
  if (width !== undefined) return "pixels" in width ? `0 0 ${rem(width.pixels)}` : `${width.share} 1 0`;
  if (node.kind === "text") return node.fit === true ? "0 1 auto" : "1 1 auto";
  if (node.kind === "input" && node.input.type === "CHECKBOX") return "0 1 auto";
  return WIDE.has(node.kind) ? "1 1 0" : undefined;
}

/** The flex style of a child in a row. */
export function flexStyleOf(node: CardNode): Record<string, string> {
  const flex = flexOf(node);
  return flex === undefined ? {} : { flex };
}

/** Buttons in a row share its width and wrap; any other row keeps its columns. */
export const isButtonRow = ({ children }: CardGroup): boolean =>
  children.length > 0 && children.every(({ kind }) => kind === "button");

/** Named fills are tints of the page; exact colors have a dark counterpart. */
function fillOf({ fill }: CardBox): { look: string; style: Record<string, string> } {
  if (fill === undefined) return { look: "", style: {} };
  if (!fill.light.startsWith("#") || fill.dark === undefined)
    return { look: `tinted ${toneOf(fill.light)}`, style: {} };
  return { look: "filled", style: { "--fill": fill.light, "--fill-dark": fill.dark } };
}

export interface GroupStyle {
  look: string;
  style: Record<string, string>;
}

export function groupStyleOf(group: CardGroup): GroupStyle {
  const { direction, columns, box = {}, press } = group;
  const { look, style } = fillOf(box);
  const names = [
    "group",
    columns === undefined ? direction : "columns",
    isButtonRow(group) ? "buttons" : "",
    look,
    box.framed === true ? "framed" : "",
    box.padded === true ? "padded" : "",
    box.across === undefined ? "" : `across-${box.across}`,
    box.down === undefined ? "" : `down-${box.down}`,
    press === undefined ? "" : "area",
  ];
  const width =
    typeof box.width === "object" && "pixels" in box.width ? { width: rem(box.width.pixels), maxWidth: "100%" } : {};
  return {
    look: names.filter((name) => name !== "").join(" "),
    style: {
      ...style,
      ...width,
      ...(box.height === undefined ? {} : { minHeight: rem(box.height) }),
      ...(columns === undefined ? {} : { "--columns": String(columns) }),
    },
  };
}
