import type { CardNode } from "../../contract.ts";
import type { Draw } from "../drawing.ts";
import { boundPath, listOf, resolve, textOf } from "../resolve.ts";
import { insideTurn, lookup } from "../scope.ts";
import { shown } from "../typed.ts";
import { pressable } from "./button.ts";

/** What a press on an area does is drawn as a button that carries the area's words. */
export const grid: Draw = (node, scope, drawAll) => {
  const children = drawAll(node.children, scope);
  const button = node.props.enableClickEvent === false ? undefined : pressable(node, scope, wordsOf(children));
  if (button) return [{ kind: "button", ...button }];
  if (children.length < 2) return children;
  const direction = node.props.direction === "vertical" ? "column" : "row";
  return [{ kind: "group", direction, children }];
};

function wordsOf(nodes: readonly CardNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "group") return wordsOf(node.children);
      if (node.kind === "text" || node.kind === "tag") return node.text;
      return "";
    })
    .join("");
}

/** The children once for each member of the list. */
export const loop: Draw = (node, scope, drawAll) => {
  const path = boundPath(node.props.listData);
  const children = listOf(scope, node.props.listData).flatMap((item, index): CardNode[] => {
    const drawn = drawAll(node.children, insideTurn(scope, { path, item, index }));
    return drawn.length > 1 ? [{ kind: "group", direction: "column", children: drawn }] : drawn;
  });
  const direction = node.props.direction === "horizontal" ? "row" : "column";
  return children.length === 0 ? [] : [{ kind: "group", direction, children }];
};

export const collapse: Draw = (node, scope, drawAll) => [
  {
    kind: "collapse",
    title: textOf(scope, node.props.title),
    open: resolve(scope, node.props.contentVisible) === true,
    children: drawAll(node.children, scope),
  },
];

export const plain: Draw = (node, scope, drawAll) => drawAll(node.children, scope);

/** A face of a card that is written while one watches: drawn in its own state only; without a state the finished one. */
export const writingFace: Draw = (node, scope, drawAll) => {
  const state = shown(lookup(scope, "flowStatus")) || "3";
  return shown(node.props.status) === state ? drawAll(node.children, scope) : [];
};
