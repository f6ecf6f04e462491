import type { CardButton, CardNode } from "../../contract.ts";
import { isVisible } from "../condition.ts";
import type { Draw } from "../drawing.ts";
import { member } from "../path.ts";
import { resolve, textOf } from "../resolve.ts";
import { lookup, type Scope } from "../scope.ts";
import type { TemplateNode } from "../template.ts";
import { shown } from "../typed.ts";

type Props = Record<string, unknown>;

const LOOKS: Record<string, CardButton["look"]> = { blue: "primary", red: "danger" };

/** The params a template adds to what a press or a form sends. */
export function paramsOf(scope: Scope, params: unknown): Record<string, unknown> {
  if (!Array.isArray(params)) return {};
  const named = params
    .map((param: unknown) => ({ param, name: shown(member(param, "name")) }))
    .filter(({ name }) => name !== "");
  return Object.fromEntries(
    named.map(({ param, name }) => {
      const path = member(param, "variable");
      const bound = member(param, "type") === "variable" && typeof path === "string";
      return [name, (bound ? lookup(scope, path) : resolve(scope, member(param, "value"))) ?? ""];
    }),
  );
}

/** The first link or request of an event chain, as properties of a button. */
export function firstEvent(props: Props): Props {
  const events = member(props, "events");
  const found = (Array.isArray(events) ? events : [])
    .map((entry: unknown) => member(entry, "event"))
    .find((event) => ["request", "url"].includes(shown(member(event, "actionType"))));
  return typeof found === "object" && found !== null ? { ...found } : {};
}

const addressOf = (scope: Scope, props: Props): string =>
  textOf(scope, props.url) || textOf(scope, props.pcUrl) || textOf(scope, props.androidUrl);

const confirmOf = (scope: Scope, props: Props) => ({
  title: textOf(scope, props.confirmTitle),
  text: textOf(scope, props.confirmMessage),
});

type Press = Pick<CardButton, "actionId" | "params" | "url" | "confirm">;

/** An action that the card's data describe: `openLink` or `sendCardRequest`. */
function pressFromData(scope: Scope, props: Props, fallbackId: string): Press {
  const action = resolve(scope, props.dynamicEventVar);
  const inner = member(action, "params");
  const url = member(inner, "url");
  const params = member(inner, "params");
  return {
    actionId: shown(member(inner, "actionId")) || fallbackId,
    params: typeof params === "object" && params !== null ? { ...params } : {},
    ...(member(action, "type") === "openLink" ? { url: shown(member(url, "pc") ?? url) } : {}),
  };
}

function pressOf(scope: Scope, props: Props, fallbackId: string): Press {
  const type = props.actionType;
  if (type === "dynamicEvent") return pressFromData(scope, props, fallbackId);
  if (type === "confirm")
    return {
      actionId: textOf(scope, props.confirmOkReqActionActionId) || fallbackId,
      params: paramsOf(scope, props.confirmOkReqActionParams),
      confirm: confirmOf(scope, props),
    };
  if (type === "eventChain") return pressOf(scope, firstEvent(props), textOf(scope, props.actionId) || fallbackId);
  const actionId = textOf(scope, props.actionId) || fallbackId;
  if (type === "url" && addressOf(scope, props) !== "") return { actionId, params: {}, url: addressOf(scope, props) };
  return { actionId, params: paramsOf(scope, props.params) };
}

/** The ids of buttons in a loop differ by their place. */
export const placedId = (scope: Scope, id: string): string => [id, ...scope.turns.map(({ index }) => index)].join(".");

/** The button that an area is when pressing it asks the bot or opens something; none otherwise. */
export function pressable(node: TemplateNode, scope: Scope, label: string): CardButton | undefined {
  const { props } = node;
  const asks = props.actionType === "request" || props.actionType === "eventChain";
  const opens = props.actionType === "url" && addressOf(scope, props) !== "";
  if (label === "" || (!asks && !opens)) return undefined;
  return { ...pressOf(scope, props, placedId(scope, node.id)), label, look: "default", disabled: false };
}

function buttonOf(scope: Scope, props: Props, fallbackId: string): CardNode[] {
  const label = textOf(scope, props.text);
  if (label === "" || !isVisible(scope, props.visible)) return [];
  return [
    {
      kind: "button",
      ...pressOf(scope, props, fallbackId),
      label,
      look: LOOKS[textOf(scope, props.color)] ?? "default",
      disabled: textOf(scope, props.status) === "disabled",
    },
  ];
}

export const singleButton: Draw = (node, scope) => buttonOf(scope, node.props, placedId(scope, node.id));

/** Several buttons in one component: `buttons` is the list itself or holds it as `list`. */
export const buttonList: Draw = (node, scope) => {
  const { buttons } = node.props;
  const list: unknown = Array.isArray(buttons) ? buttons : member(buttons, "list");
  const children = (Array.isArray(list) ? list : []).flatMap((button: object) => {
    const props: Props = { ...button };
    return buttonOf(scope, props, placedId(scope, shown(props.id) || node.id));
  });
  const direction = node.props.direction === "vertical" ? "column" : "row";
  return children.length === 0 ? [] : [{ kind: "group", direction, children }];
};
