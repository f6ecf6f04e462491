import { firstEvent, placedId } from "./components/button.ts";
import { holds, type ReadTested } from "./condition.ts";
import { member, walk } from "./path.ts";
import { textOf } from "./resolve.ts";
import { lookup, type Scope, scopeOf } from "./scope.ts";
import type { CardTemplate, TemplateNode } from "./template.ts";
import { shown } from "./typed.ts";

/** What the bot answered to a press, as values by key; missing when nothing came back in time. */
export interface PressAnswer {
  cardData: Record<string, string>;
  cardPrivateData: Record<string, string>;
}

interface Press {
  template: CardTemplate;
  /** The card's values after the answer. */
  data: Record<string, string>;
  actionId: string;
  answer: PressAnswer | undefined;
}

type Props = Record<string, unknown>;

/** Properties of everything that can be pressed, with the id it has when its own is empty. */
function pressables(node: TemplateNode): { props: Props; id: string }[] {
  const { buttons } = node.props;
  const list: unknown = Array.isArray(buttons) ? buttons : member(buttons, "list");
  const listed = (Array.isArray(list) ? list : []).map((button: object) => {
    const props: Props = { ...button };
    return { props, id: shown(props.id) || node.id };
  });
  return [{ props: node.props, id: node.id }, ...listed, ...node.children.flatMap(pressables)];
}

const nameOf = (scope: Scope, { props, id }: { props: Props; id: string }): string =>
  textOf(scope, firstEvent(props).actionId) || textOf(scope, props.actionId) || placedId(scope, id);

/** Values of the answer for tests on `eventData`, the card's own for tests on variables. */
const readEvent =
  (scope: Scope): ReadTested =>
  (test) =>
    member(test, "type") === "eventData"
      ? walk(member(scope.values, "event"), shown(member(test, "eventData")))
      : lookup(scope, shown(member(test, "variable")));

/** The first toast that an event, or what follows on it, shows. */
function toastOfEvent(entry: unknown, scope: Scope, outcome: "success" | "failure"): string {
  const event = member(entry, "event");
  if (member(event, "actionType") === "toast") return textOf(scope, member(event, "toastContent"));
  const next = member(member(entry, "callbacks"), outcome);
  if (next === undefined) return "";
  const left = holds(member(next, "condition"), scope, readEvent(scope));
  return toastOfEvent(member(next, left ? "leftEvent" : "rightEvent"), scope, outcome);
}

function toastOf(props: Props, scope: Scope, outcome: "success" | "failure"): string {
  if (props.actionType === "eventChain") {
    const events = props.events;
    const texts = (Array.isArray(events) ? events : []).map((entry: unknown) => toastOfEvent(entry, scope, outcome));
    return texts.find((text) => text !== "") ?? "";
  }
  const done = outcome === "success" && holds(props.successCondition, scope, readEvent(scope));
  return textOf(scope, props[done ? "successToast" : "failureToast"]);
}

/** What the client shows for a moment after a press, as the template says: by an event chain, or by a request's toasts. */
export function toastAfter({ template, data, actionId, answer }: Press): string | undefined {
  const scope = scopeOf(template, data, answer ? { event: answer } : {});
  const pressed = template.root
    .flatMap(pressables)
    .find((one) => actionId === nameOf(scope, one) || actionId.startsWith(`${nameOf(scope, one)}.`));
  const text = pressed ? toastOf(pressed.props, scope, answer ? "success" : "failure") : "";
  return text === "" ? undefined : text;
}
