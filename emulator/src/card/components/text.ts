import type { CardNode, CardText } from "../../contract/card.ts";
import { colored } from "../colors.ts";
import type { Draw } from "../drawing.ts";
import { resolve, textOf } from "../resolve.ts";
import type { Scope } from "../scope.ts";
import { namedSize, sizeOfPixels, textStyle } from "../text-style.ts";
import { iconOf } from "./icon.ts";

type Props = Record<string, unknown>;

/** Size and weight: a named style if the template chose one, otherwise explicit values. */
function styleOf(scope: Scope, props: Props): Pick<CardText, "size" | "bold"> {
  if (props.styleType === "standard") return textStyle(textOf(scope, props.styleToken));
  const own =
    props.fontSizeType === "Custom"
      ? sizeOfPixels(Number(resolve(scope, props.customFontSize)))
      : namedSize(textOf(scope, props.size));
  return { ...(own ? { size: own } : {}), ...(props.bold === true ? { bold: true } : {}) };
}

function lineOf({ size, ...more }: Pick<CardText, "size" | "bold">): Pick<CardText, "size" | "bold"> {
  return size === undefined || size === "body" ? more : { size, ...more };
}

const ALIGNS: Record<string, CardText["align"]> = { center: "center", right: "right" };

function layoutOf(scope: Scope, props: Props): Pick<CardText, "align" | "lines" | "fit"> {
  const align = ALIGNS[textOf(scope, props.gravity)];
  const lines = Number(resolve(scope, props.maxLine) ?? 0);
  return {
    ...(align ? { align } : {}),
    ...(lines > 0 ? { lines } : {}),
    ...(props.autoWidth === true ? { fit: true } : {}),
  };
}

function inkOf(scope: Scope, props: Props): { color?: string } {
  if (props.fontColorType === "Custom") return colored(textOf(scope, props.customLightColor));
  return colored(textOf(scope, props.color));
}

export const text: Draw = (node, scope) => {
  const { props } = node;
  const words = textOf(scope, props.text);
  if (words.trim() === "") return [];
  const icon = props.enableIcon === true ? iconOf(scope, props) : "";
  return [
    {
      kind: "text",
      text: words,
      ...lineOf(styleOf(scope, props)),
      ...inkOf(scope, props),
      ...(props.italic === true ? { italic: true } : {}),
      ...(props.strikeThrough === true ? { struck: true } : {}),
      ...layoutOf(scope, props),
      ...(icon === "" ? {} : { icon }),
    },
  ];
};

export const markdown: Draw = (node, scope) => {
  const source = textOf(scope, node.props.content);
  return source.trim() === "" ? [] : [{ kind: "markdown", source }];
};

export const divider: Draw = (node) => [
  { kind: "divider", ...(node.props.direction === "vertical" ? { upright: true } : {}) },
];

export const header: Draw = (node, scope) => [{ kind: "header", title: textOf(scope, node.props.title) }];

/** A 普通版 card includes its header: name, tag and the tag's color. */
export const standardCard: Draw = (node, scope, drawAll) => {
  const status = textOf(scope, node.props.tagText);
  const head: CardNode = {
    kind: "header",
    title: textOf(scope, node.props.cardName),
    ...(status === "" ? {} : { status, ...colored(textOf(scope, node.props.tagColor)) }),
  };
  return [head, ...drawAll(node.children, scope)];
};

export const tag: Draw = (node, scope) => {
  const words = textOf(scope, node.props.text);
  return words === "" ? [] : [{ kind: "tag", text: words, ...colored(textOf(scope, node.props.color)) }];
};

export const progress: Draw = (node, scope) => {
  const percent = Math.min(100, Math.max(0, Number(resolve(scope, node.props.progress)) || 0));
  const shown = node.props.showPercentage === true ? { text: `${percent}%` } : {};
  return [{ kind: "progress", percent, ...shown, ...colored(textOf(scope, node.props.color)) }];
};

export const pending: Draw = (node, scope) => {
  const words = textOf(scope, node.props.pendingTip);
  return words === "" ? [] : [{ kind: "text", text: words, size: "meta" }];
};
