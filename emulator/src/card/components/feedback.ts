import type { CardButton, CardNode } from "../../contract/card.ts";
import type { Draw } from "../drawing.ts";
import { placedId } from "../press-id.ts";

/** Feedback buttons of an AI card, by the property that enables them. What each sends is not documented. */
const ACTIONS: Record<string, string> = {
  enableLikeDislike: "赞或踩",
  enableCopy: "复制",
  enableRefresh: "重新生成",
};

export const feedback: Draw = (node, scope, drawAll) => {
  const buttons = Object.entries(ACTIONS)
    .filter(([property]) => node.props[property] === true)
    .map(([property, label]): CardNode => {
      const button: CardButton = {
        actionId: `${placedId(scope, node.id)}.${property}`,
        label,
        look: "default",
        disabled: false,
        steps: [{ kind: "unsupported", action: `Feedback.${property}` }],
      };
      return { kind: "button", ...button };
    });
  const bar: CardNode[] = buttons.length === 0 ? [] : [{ kind: "group", direction: "row", children: buttons }];
  return [...bar, ...drawAll(node.children, scope)];
};

/** The progress line of a streamed card has no text. */
export const aiProgress: Draw = () => [];
