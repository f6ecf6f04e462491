import { formatValue } from "./parse-value.ts";
import { member } from "./path.ts";
import { resolve, textOf } from "./resolve.ts";
import type { Scope } from "./scope.ts";
import { type Props, propsOf } from "./steps.ts";

/** The ids of buttons in a loop differ by their place. */
export const placedId = (scope: Scope, id: string): string =>
  [id, ...scope.iterations.map(({ index }) => index)].join(".");

/** The first link or request of an event chain, as properties of a button. */
function firstEvent({ events }: Props): Props {
  const event = (Array.isArray(events) ? events : [])
    .map((entry: unknown) => member(entry, "event"))
    .find((one) => ["request", "url"].includes(formatValue(member(one, "actionType"))));
  return propsOf(event);
}

/** The id sent for a press: its own, or that of its event. */
export function pressId(scope: Scope, props: Props, fallbackId: string): string {
  const named: Record<string, unknown> = {
    eventChain: firstEvent(props).actionId,
    confirm: props.confirmOkReqActionActionId,
    dynamicEvent: member(member(resolve(scope, props.dynamicEventVar), "params"), "actionId"),
  };
  return textOf(scope, named[formatValue(props.actionType)]) || textOf(scope, props.actionId) || fallbackId;
}
