import type { CardNode } from "../../contract.ts";
import { colorOf } from "../colors.ts";
import type { Draw } from "../drawing.ts";
import { resolve, textOf } from "../resolve.ts";

const SIZES: Record<string, "title" | "meta"> = { large: "title", small: "meta" };

const colored = (name: string): { color?: string } => {
  const color = colorOf(name);
  return color === undefined ? {} : { color };
};

export const text: Draw = (node, scope) => {
  const words = textOf(scope, node.props.text);
  if (words.trim() === "") return [];
  const size = SIZES[textOf(scope, node.props.size)];
  return [
    {
      kind: "text",
      text: words,
      ...(size ? { size } : {}),
      ...colored(textOf(scope, node.props.color)),
      ...(node.props.bold === true ? { bold: true } : {}),
    },
  ];
};

export const markdown: Draw = (node, scope) => {
  const source = textOf(scope, node.props.content);
  return source.trim() === "" ? [] : [{ kind: "markdown", source }];
};

export const divider: Draw = () => [{ kind: "divider" }];

export const header: Draw = (node, scope) => [{ kind: "header", title: textOf(scope, node.props.title) }];

/** A 普通版 card brings its header along: name, tag and the tag's color. */
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
  return [{ kind: "progress", percent, ...(node.props.showPercentage === true ? { text: `${percent}%` } : {}) }];
};

export const pending: Draw = (node, scope) => {
  const words = textOf(scope, node.props.pendingTip);
  return words === "" ? [] : [{ kind: "text", text: words, size: "meta" }];
};
