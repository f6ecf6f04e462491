import type { CardAnswerOption, CardStep } from "../contract/card.ts";
import { afterSteps } from "./local-state.ts";
import { paramsOf } from "./params.ts";
import { formatValue } from "./parse-value.ts";
import { member } from "./path.ts";
import { boundPath, localized, resolve, textOf } from "./resolve.ts";
import type { Scope } from "./scope.ts";

export type Props = Record<string, unknown>;

/** Where a press happens: its card, and the id to call back with when it has none. */
export interface Place {
  scope: Scope;
  fallbackId: string;
}

type Build = (props: Props, place: Place) => CardStep[];

export const propsOf = (value: unknown): Props => (typeof value === "object" && value !== null ? { ...value } : {});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** 0 done, 1 plain, 2 failed. */
const TONES: Record<string, "success" | "failure"> = { "0": "success", "2": "failure" };

const request: Build = (props, { scope, fallbackId }) => [
  { kind: "request", actionId: textOf(scope, props.actionId) || fallbackId, params: paramsOf(scope, props.params) },
];

/** One address, or one per platform: on a desktop the one for computers. An empty one opens nothing. */
const open: Build = (props, { scope }) => {
  const url = textOf(scope, props.url) || textOf(scope, props.pcUrl) || textOf(scope, props.androidUrl);
  return url === "" ? [] : [{ kind: "open", url }];
};

const say: Build = (props, { scope }) => {
  const text = textOf(scope, props.toastContent);
  return text === "" ? [] : [{ kind: "say", text, tone: TONES[formatValue(props.toastType)] ?? "plain" }];
};

function localValue(props: Props, scope: Scope): unknown {
  const local = props.localVarAction;
  const type = formatValue(member(local, "varType")) || scope.template.types.get(boundPath(local));
  if (props.enableCustomLocalData === true) return resolve(scope, props.customLocalData);
  if (type === "boolean") return resolve(scope, props.booleanLocalValue) ?? false;
  if (type === "number") return resolve(scope, props.numberLocalValue) ?? 0;
  return textOf(scope, props.stringLocalValue);
}

const set: Build = (props, { scope }) => {
  const local = boundPath(props.localVarAction);
  if (local === "") return [];
  const key = textOf(scope, props.keyOfDynamicObject);
  return [{ kind: "set", local, ...(key === "" ? {} : { key }), value: localValue(props, scope) }];
};

const copy: Build = (props, { scope }) => {
  const text = textOf(scope, props.copyValue) || textOf(scope, props.copyVariable);
  return text === "" ? [] : [{ kind: "copy", text }];
};

/** One branch of a confirmation: it calls back or does nothing. */
function side(props: Props, name: "Ok" | "Cancel", { scope, fallbackId }: Place): CardStep[] {
  const asks = props[`confirm${name}Action`] ?? (name === "Ok" ? "request" : "none");
  if (asks !== "request") return [];
  return [
    {
      kind: "request",
      actionId: textOf(scope, props[`confirm${name}ReqActionActionId`]) || fallbackId,
      params: paramsOf(scope, props[`confirm${name}ReqActionParams`]),
    },
  ];
}

const ask: Build = (props, place) => [
  {
    kind: "ask",
    title: textOf(place.scope, props.confirmTitle),
    text: textOf(place.scope, props.confirmMessage),
    ok: { label: textOf(place.scope, props.confirmOkText) || "确认", steps: side(props, "Ok", place) },
    cancel: { label: textOf(place.scope, props.confirmCancelText) || "取消", steps: side(props, "Cancel", place) },
  },
];

/** A menu below the button; each option has its own event chain among the callbacks. */
function choose(props: Props, place: Place, callbacks: unknown): CardStep[] {
  const { scope } = place;
  const options = listOf(resolve(scope, member(props.selectOptions, "value") ?? props.selectOptions));
  const target = boundPath(props.selectDataKey);
  return [
    {
      kind: "choose",
      title: "",
      text: "",
      options: options.map((option, index): CardAnswerOption => {
        const value = localized(scope, member(option, "value"));
        const sets: CardStep[] = target === "" ? [] : [{ kind: "set", local: target, value }];
        const chain = chainSteps(listOf(callbacks)[index], place);
        return { label: localized(scope, member(option, "text")), steps: [...sets, ...chain] };
      }),
    },
  ];
}

/** An action sheet. The shape of its items in an export is not known, so each is read like a button. */
const sheet: Build = (props, place) => [
  {
    kind: "choose",
    title: textOf(place.scope, props.actionSheetTitle),
    text: textOf(place.scope, props.actionSheetMessage),
    options: listOf(props.actionSheetItems).map((item): CardAnswerOption => {
      const own = propsOf(item);
      const danger = ["warning", "danger", "red"].includes(formatValue(own.style) || formatValue(own.color));
      const label = [own.text, own.title, own.name].map((one) => textOf(place.scope, one)).find((one) => one !== "");
      return { label: label ?? "", ...(danger ? { danger } : {}), steps: stepsOf(own, place) };
    }),
  },
];

/** An action that the card's data describe: `openLink` or `sendCardRequest`. */
const fromData: Build = (props, { scope, fallbackId }) => {
  const action = resolve(scope, props.dynamicEventVar);
  const type = formatValue(member(action, "type"));
  const inner = member(action, "params");
  const url = member(inner, "url");
  if (type === "openLink") return [{ kind: "open", url: formatValue(member(url, "pc") ?? url) }];
  if (type !== "sendCardRequest") return type === "" ? [] : [{ kind: "unsupported", action: type }];
  const actionId = formatValue(member(inner, "actionId")) || fallbackId;
  return [{ kind: "request", actionId, params: propsOf(member(inner, "params")) }];
};

const BUILDS: Record<string, Build> = {
  request,
  url: open,
  toast: say,
  setLocalState: set,
  copy,
  confirm: ask,
  actionSheet: sheet,
  dynamicEvent: fromData,
  eventChain: (props, place) => chainSteps(props.events, place),
  none: () => [],
};

/** An event chain: events start in order, and each sees the variables set by those before it. */
function chainSteps(events: unknown, place: Place): CardStep[] {
  const steps: CardStep[] = [];
  for (const entry of listOf(events)) {
    const scope = afterSteps(place.scope, steps);
    steps.push(...eventSteps(entry, { ...place, scope }));
  }
  return steps;
}

/** One event of a chain, without its follow-up. */
export function eventSteps(entry: unknown, place: Place): CardStep[] {
  const event = propsOf(member(entry, "event"));
  if (event.actionType === "select") return choose(event, place, member(entry, "callbacks"));
  return stepsOf(event, place);
}

/** The steps of a press on a component with these properties. Without a type it calls back. */
export function stepsOf(props: Props, place: Place): CardStep[] {
  const type = formatValue(props.actionType) || "request";
  const build = Object.hasOwn(BUILDS, type) ? BUILDS[type] : undefined;
  return build ? build(props, place) : [{ kind: "unsupported", action: type }];
}
