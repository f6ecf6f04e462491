import { type Action, textView, type View } from "../../../platform/chat/view.ts";

export const resumptionPhrases = {
  goOnWith: (name: string) => `继续${name}`,
  which: (names: readonly string[], actions: Action[]): View => ({
    title: "没有办完的事项",
    tone: "running",
    body: [
      { kind: "text", text: `您有${names.length}项没有办完，请选择接着办理哪一项，可回复「继续 1」或点按钮。` },
      { kind: "list", ordered: true, items: names },
    ],
    actions,
  }),
  /** 继续 二杠三扣一分, where it is no answer to what is open. */
  notDone: (said: string): View =>
    textView(
      "继续",
      `「${said}」不是没有办完的事项的名称，未作任何改动。用于答复接下来的问题的，请在问题显示后点击「按此答复」，或重新发送。`,
      { actions: [{ id: "", label: "按此答复", typed: said, look: "default" }] },
    ),
  nothing: (isAsked: boolean): View =>
    textView(
      "继续",
      isAsked
        ? "没有其他办到一半的事项。当前的问题请直接答复。"
        : "没有办到一半的事项。发送「待办」可查看等您办理的事项。",
    ),
};
