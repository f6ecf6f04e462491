import type { CardButton, CardNode } from "../../contract/card.ts";
import { isVisible } from "../condition.ts";
import type { Draw } from "../drawing.ts";
import { formatValue } from "../parse-value.ts";
import { member } from "../path.ts";
import { placedId, pressId } from "../press-id.ts";
import { textOf } from "../resolve.ts";
import type { Scope } from "../scope.ts";
import { type Props, propsOf, stepsOf } from "../steps.ts";
import type { TemplateNode } from "../template.ts";
import { iconOf } from "./icon.ts";

const LOOKS: Record<string, CardButton["look"]> = { blue: "primary", red: "danger" };

type Press = Pick<CardButton, "actionId" | "steps">;

const pressOf = (scope: Scope, props: Props, fallbackId: string): Press => {
  const actionId = pressId(scope, props, fallbackId);
  return { actionId, steps: props.enableClickEvent === false ? [] : stepsOf(props, { scope, fallbackId: actionId }) };
};

/** A pressable area as a button; undefined when pressing it does nothing. */
export function pressable(node: TemplateNode, scope: Scope, label: string): CardButton | undefined {
  const press = pressOf(scope, node.props, placedId(scope, node.id));
  const hasType = typeof node.props.actionType === "string";
  if (!hasType || press.steps.length === 0) return undefined;
  return { ...press, label, look: "default", disabled: false };
}

function buttonOf(scope: Scope, props: Props, fallbackId: string): CardNode[] {
  const label = textOf(scope, props.text);
  if (label === "" || !isVisible(scope, props.visible)) return [];
  const icon = iconOf(scope, props);
  return [
    {
      kind: "button",
      ...pressOf(scope, props, fallbackId),
      label,
      look: LOOKS[textOf(scope, props.color)] ?? "default",
      disabled: textOf(scope, props.status) === "disabled",
      ...(icon !== "" && props.enableIcon !== false ? { icon } : {}),
    },
  ];
}

export const singleButton: Draw = (node, scope) => buttonOf(scope, node.props, placedId(scope, node.id));

/** Several buttons in one component: `buttons` is the list itself or holds it as `list`. */
export const buttonList: Draw = (node, scope) => {
  const { buttons } = node.props;
  const list: unknown = Array.isArray(buttons) ? buttons : member(buttons, "list");
  const children = (Array.isArray(list) ? list : []).flatMap((button: unknown) => {
    const props = propsOf(button);
    return buttonOf(scope, props, placedId(scope, formatValue(props.id) || node.id));
  });
  const direction = node.props.direction === "vertical" ? "column" : "row";
  return children.length === 0 ? [] : [{ kind: "group", direction, children }];
};
