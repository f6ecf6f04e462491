import type { CardBox } from "../contract/card.ts";
import { colorOf } from "./colors.ts";
import { resolve, textOf } from "./resolve.ts";
import type { Scope } from "./scope.ts";

type Props = Record<string, unknown>;

/** The default color of a card. */
const CARD_GROUND = "common_fg_color";

const numberOf = (scope: Scope, prop: unknown): number => Number(resolve(scope, prop)) || 0;

/** A fixed width in pixels, one that follows the content, or a share of the row. */
function widthOf(scope: Scope, props: Props): Pick<CardBox, "width"> {
  if (props.isFixedWidth === true) return { width: { pixels: numberOf(scope, props.width) } };
  if (props.isAutoWidth === true) return { width: "content" };
  const share = props.enableColSpan === true ? numberOf(scope, props.colSpan) : 0;
  return share > 1 ? { width: { share } } : {};
}

/** `leftTop`, `centerTop`, `rightCenter` …: across, then down. */
function gravityOf({ childGravity }: Props): Pick<CardBox, "across" | "down"> {
  const [, across, down] = /^(left|center|right)(Top|Center|Bottom)$/.exec(String(childGravity)) ?? [];
  return {
    ...(across === "center" || across === "right" ? { across } : {}),
    ...(down === "Center" ? { down: "center" } : {}),
    ...(down === "Bottom" ? { down: "bottom" } : {}),
  };
}

function fillOf(scope: Scope, props: Props): Pick<CardBox, "fill"> {
  if (props.hasBackground !== true) return {};
  if (props.backgroundType === "Custom") {
    const [light, dark] = [textOf(scope, props.backgroundColor), textOf(scope, props.darkModeBackgroundColor)];
    return light === "" ? {} : { fill: { light, ...(dark === "" ? {} : { dark }) } };
  }
  const name = textOf(scope, props.standardBackgroundColor);
  return name === CARD_GROUND ? {} : { fill: { light: colorOf(name) ?? "gray" } };
}

/** The frame a container gives its children; empty for a plain one. */
export function boxOf(scope: Scope, props: Props): CardBox {
  const height = props.isAutoHeight === false ? numberOf(scope, props.height) : 0;
  const fill = fillOf(scope, props);
  const framed = props.hasBorder === true;
  const isPadded = (framed || fill.fill !== undefined) && numberOf(scope, props.paddingTop) > 0;
  return {
    ...widthOf(scope, props),
    ...(height > 0 ? { height } : {}),
    ...gravityOf(props),
    ...fill,
    ...(framed ? { framed } : {}),
    ...(isPadded ? { padded: true } : {}),
  };
}
