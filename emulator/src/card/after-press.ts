import type { CardStep } from "../contract/card.ts";
import { holds, type ReadTested } from "./condition.ts";
import { formatValue } from "./parse-value.ts";
import { member, walk } from "./path.ts";
import { pressId } from "./press-id.ts";
import { textOf } from "./resolve.ts";
import { lookup, type Scope, scopeOf } from "./scope.ts";
import { eventSteps, type Place, type Props, propsOf } from "./steps.ts";
import type { CardTemplate, TemplateNode } from "./template.ts";

/** What the bot answered to a press, as values by key; missing when nothing came back in time. */
export interface PressAnswer {
  cardData: Record<string, string>;
  cardPrivateData: Record<string, string>;
}

export interface Pressed {
  template: CardTemplate;
  /** The card's values after the answer. */
  data: Record<string, string>;
  locals?: Record<string, unknown>;
  /** The button's id; a suffix such as `/1` is the second option of its menu. */
  actionId: string;
  answer: PressAnswer | undefined;
}

type Outcome = "success" | "failure";

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Everything that can be pressed: its properties, and its fallback id. */
function pressables(node: TemplateNode): { props: Props; id: string }[] {
  const { buttons } = node.props;
  const listed = listOf(Array.isArray(buttons) ? buttons : member(buttons, "list")).map((button) => {
    const props = propsOf(button);
    return { props, id: formatValue(props.id) || node.id };
  });
  return [{ props: node.props, id: node.id }, ...listed, ...node.children.flatMap(pressables)];
}

/** Values of the answer for tests on `eventData`, the card's own for tests on variables. */
const readEvent =
  (scope: Scope): ReadTested =>
  (test) =>
    member(test, "type") === "eventData"
      ? walk(member(scope.values, "event"), formatValue(member(test, "eventData")))
      : lookup(scope, formatValue(member(test, "variable")));

/** The follow-up of an event: one of two further events, chosen by a condition on the answer and the card. */
function following(entry: unknown, outcome: Outcome, place: Place): CardStep[] {
  const next = member(member(entry, "callbacks"), outcome);
  if (next === undefined) return [];
  const left = holds(member(next, "condition"), place.scope, readEvent(place.scope));
  const chosen = member(next, left ? "leftEvent" : "rightEvent");
  if (chosen === undefined) return [];
  const steps = eventSteps(chosen, place);
  const callsAgain = steps.some(({ kind }) => kind === "request");
  return callsAgain ? [{ kind: "unsupported", action: "request" }] : [...steps, ...following(chosen, outcome, place)];
}

/** The events of a chain, or of the option chosen in its menu. */
function chosenEvents(events: unknown, choices: readonly string[]): readonly unknown[] {
  const [choice, ...rest] = choices;
  if (choice === undefined) return listOf(events);
  const menu = listOf(events).find((entry) => member(member(entry, "event"), "actionType") === "select");
  return chosenEvents(listOf(member(menu, "callbacks"))[Number(choice)], rest);
}

const calls = (entry: unknown): boolean => member(member(entry, "event"), "actionType") === "request";

/** Toasts of a plain request. They are shown only where the template defines what success is. */
function toastSteps(props: Props, outcome: Outcome, scope: Scope): CardStep[] {
  const confirmToast = props.actionType === "confirm" ? props.confirmOkReqActionToast : undefined;
  const condition = props.successCondition;
  const hasCondition = listOf(member(condition, "conditions")).length > 0;
  const done = outcome === "success" && holds(condition, scope, readEvent(scope));
  const text = done
    ? textOf(scope, confirmToast) || textOf(scope, props.successToast)
    : textOf(scope, props.failureToast);
  if (text === "" || (!hasCondition && textOf(scope, confirmToast) === "")) return [];
  return [{ kind: "say", text, tone: done ? "success" : "failure" }];
}

/** Suffix of a button's name: its index in a loop or table, then the options chosen in its menus. */
const BEHIND_NAME = /^(?:\..*?)?((?:\/\d+)*)$/;

/**
 * Finds the pressed element and the options chosen in its menus. A name may be a prefix of another: the maxLength match
 * wins.
 */
function findPressed(scope: Scope, actionId: string) {
  const fitting = scope.template.root.flatMap(pressables).flatMap((pressed) => {
    const name = pressId(scope, pressed.props, pressed.id);
    const behind = actionId.startsWith(name) ? BEHIND_NAME.exec(actionId.slice(name.length)) : null;
    const choices = behind?.[1]?.split("/").slice(1) ?? [];
    return behind === null ? [] : [{ pressed, choices, length: name.length }];
  });
  const maxLength = Math.max(...fitting.map(({ length }) => length));
  return fitting.find(({ length }) => length === maxLength);
}

/** The client's steps after a press was answered, or was not in time, as the template says. */
export function stepsAfter({ template, data, locals, actionId, answer }: Pressed): CardStep[] {
  const scope = scopeOf(template, data, { ...locals, ...(answer ? { event: answer } : {}) });
  const found = findPressed(scope, actionId);
  if (!found) return [];
  const { pressed, choices } = found;
  const outcome = answer ? "success" : "failure";
  if (pressed.props.actionType !== "eventChain") return toastSteps(pressed.props, outcome, scope);
  const place = { scope, fallbackId: pressed.id };
  return chosenEvents(pressed.props.events, choices)
    .filter(calls)
    .flatMap((entry) => following(entry, outcome, place));
}
