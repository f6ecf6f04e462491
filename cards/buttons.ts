import {
  always,
  type Component,
  choiceFrom,
  component,
  type Json,
  paramsFrom,
  shownWhen,
  sides,
  words,
} from "./components.ts";

/** Request, then the private value `toast` of the answer as a toast; a failed request says so. */
const press = (n: number): Json => [
  {
    event: {
      actionType: "request",
      actionId: words(`button${n}`),
      params: paramsFrom({ action: `button${n}Action`, subject: `button${n}Subject`, v: "version" }),
    },
    callbacks: {
      success: {
        leftEvent: {
          event: { actionType: "toast", toastContent: words(`\${event.cardPrivateData.toast}`), toastType: 1 },
          callbacks: { success: {}, failure: {} },
        },
        condition: {
          op: "and",
          conditions: [
            {
              type: "eventData",
              eventData: "cardPrivateData.toast",
              op: "isNotEmpty",
              value: "",
              valueType: "fixed",
              valueVariableType: "global",
            },
          ],
        },
      },
      failure: {
        leftEvent: {
          event: { actionType: "toast", toastContent: words("未能送达，请稍后再试"), toastType: 2 },
          callbacks: { success: {}, failure: {} },
        },
      },
    },
  },
];

const button = (n: number): Component =>
  component({
    componentName: "SingleButton",
    id: `button${n}`,
    title: `按钮${n}`,
    props: {
      text: words(`\${button${n}}`),
      status: choiceFrom(`button${n}Status`, "normal"),
      color: choiceFrom(`button${n}Color`, "blue"),
      actionType: "eventChain",
      actionId: words(`button${n}`),
      events: press(n),
      enableClickEvent: true,
      enableIcon: false,
      visible: shownWhen({ variable: `button${n}`, op: "isNotEmpty" }),
      ...sides(6, 4),
    },
  });

const cell = (n: number): Component =>
  component({
    componentName: "Grid",
    id: `cell${n}`,
    title: `按钮格${n}`,
    props: {
      direction: "vertical",
      colSpan: 1,
      isFixedWidth: false,
      isAutoWidth: false,
      visible: always,
      ...sides(0, 0),
    },
    children: [button(n)],
  });

/** Two buttons side by side: six characters still fit at the largest text size. */
export const buttonRow = (first: number): Component =>
  component({
    componentName: "Grid",
    id: `buttons${first}`,
    title: `按钮行${first}`,
    props: {
      direction: "horizontal",
      visible: shownWhen({ variable: `button${first}`, op: "isNotEmpty" }),
      ...sides(6, 0),
    },
    children: [cell(first), cell(first + 1)],
  });
