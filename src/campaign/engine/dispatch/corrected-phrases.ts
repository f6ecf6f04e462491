import { textView, type View } from "../../../platform/chat/view.ts";

/** Of a text, in the sentence; the button sends all of it. */
const MOST_SHOWN = 120;
const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}……` : text);

export const correctedPhrases = {
  takeCorrected: () => "按更正后办理",
  takeWritten: () => "照原文记录",
  /** Behind a command. */
  asWritten: () => "（照原文记录）",
  /** @param cleaned as it can be sent; undefined: how far the correction reaches is not said */
  corrected: (said: string, cleaned: string | undefined) =>
    cleaned === undefined
      ? `「${said}」中有更正，不能确定更正到哪里，未作任何改动。请按更正后的写法整条重新发送；原文无误的，请点击「照原文记录」。`
      : `「${said}」中有更正，未作任何改动。更正后为「${shown(cleaned)}」的，请点击「按更正后办理」；原文无误的，请点击「照原文记录」；都不是的，请按更正后的写法整条重新发送。`,
  correctedView: ({ said, cleaned }: { said: string; cleaned?: string }, asText: string): View =>
    textView("请确认", correctedPhrases.corrected(said, cleaned), {
      tone: "near",
      actions: [
        ...(cleaned === undefined
          ? []
          : [{ id: "", label: correctedPhrases.takeCorrected(), typed: cleaned, look: "primary" as const }]),
        { id: "", label: correctedPhrases.takeWritten(), typed: asText, look: "default" as const },
      ],
    }),
};
