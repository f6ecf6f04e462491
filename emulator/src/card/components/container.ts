import type { CardBox, CardButton, CardGroup, CardNode } from "../../contract/card.ts";
import { boxOf } from "../box.ts";
import type { Draw, DrawAll } from "../drawing.ts";
import { nodesText } from "../nodes-text.ts";
import { formatValue } from "../parse-value.ts";
import { boundPath, listOf, resolve, textOf } from "../resolve.ts";
import { insideIteration, lookup, type Scope } from "../scope.ts";
import type { TemplateNode } from "../template.ts";
import { pressable } from "./button.ts";

/** Whether a frame around a single child makes no visible difference. */
const isPlain = ({ width, height, fill, framed, across }: CardBox): boolean =>
  [width, height, fill, framed, across].every((part) => part === undefined);

interface Grouped {
  direction: CardGroup["direction"];
  box: CardBox;
  press: CardButton | undefined;
}

function grouped(children: CardNode[], { direction, box, press }: Grouped): CardNode[] {
  const [only] = children;
  if (press === undefined && children.length < 2 && isPlain(box)) return children;
  if (only === undefined && box.fill === undefined) return [];
  return [
    {
      kind: "group",
      direction,
      children,
      ...(Object.keys(box).length === 0 ? {} : { box }),
      ...(press ? { press } : {}),
    },
  ];
}

export const grid: Draw = (node, scope, drawAll) => {
  const children = drawAll(node.children, scope);
  return grouped(children, {
    direction: node.props.direction === "vertical" ? "column" : "row",
    box: boxOf(scope, node.props),
    press: children.length === 0 ? undefined : pressable(node, scope, nodesText(children) || "打开"),
  });
};

/** The children once for each member of the list. */
function iterations(node: TemplateNode, scope: Scope, drawAll: DrawAll): CardNode[] {
  const path = boundPath(node.props.listData);
  return listOf(scope, node.props.listData).flatMap((item, index): CardNode[] => {
    const drawn = drawAll(node.children, insideIteration(scope, { path, item, index }));
    const divided: CardNode[] = index > 0 && node.props.childDivider === true ? [{ kind: "divider" }] : [];
    return drawn.length > 1
      ? [...divided, { kind: "group", direction: "column", children: drawn }]
      : [...divided, ...drawn];
  });
}

export const loop: Draw = (node, scope, drawAll) => {
  const children = iterations(node, scope, drawAll);
  const direction = node.props.direction === "horizontal" ? "row" : "column";
  return children.length === 0 ? [] : [{ kind: "group", direction, children }];
};

/** A loop in columns of equal width. */
export const gridLayout: Draw = (node, scope, drawAll) => {
  const children = iterations(node, scope, drawAll);
  const columns = Math.max(1, Number(resolve(scope, node.props.columnCount)) || 1);
  return children.length === 0 ? [] : [{ kind: "group", direction: "row", columns, children }];
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

/** The card itself; with a link it can be pressed anywhere. */
export const card: Draw = (node, scope, drawAll) => {
  const children = drawAll(node.children, scope);
  const press = children.length === 0 ? undefined : pressable(node, scope, "打开卡片链接");
  return press ? [{ kind: "group", direction: "column", children, press }] : children;
};

/** Content of a streamed AI card, rendered only in its own state; without a state the finished one is rendered. */
export const aiStatusContent: Draw = (node, scope, drawAll) => {
  const state = formatValue(lookup(scope, "flowStatus")) || "3";
  return formatValue(node.props.status) === state ? drawAll(node.children, scope) : [];
};
