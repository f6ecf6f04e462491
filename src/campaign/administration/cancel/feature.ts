import { disarm } from "../../engine/dispatch/disarm.ts";
import { leaveKept } from "../../engine/dispatch/kept-paste.ts";
import { dispatchPhrases } from "../../engine/dispatch/phrases.ts";
import type { Feature } from "../../engine/feature.ts";

/** Closes the open dialogue and disarms what waits for a confirmation. Keeps saved drafts. */
export const cancelFeature: Feature = {
  commands: [
    {
      id: "dialogue.cancel",
      words: ["取消", "cancel"],
      capability: "help.see",
      effect: "read",
      help: { example: "取消", purpose: "放弃正在等待答复的事项；「继续」接着办理没有办完的事项", withoutButton: true },
      anyCampaign: true,
      offeredBy: ["engine"],
      async handle(context, { subject }) {
        const wasOpen = await context.dialogue.close();
        const { names, sentences } = await disarm(context);
        const left = subject === undefined ? await leaveKept(context) : [];
        const disarmed = { names, sentences: [...sentences, ...left] };
        const hadSome = wasOpen || disarmed.names.length > 0 || disarmed.sentences.length > 0;
        // Pressed beside what was to be confirmed: the card itself shows it.
        if (subject !== undefined) {
          const toast = hadSome ? dispatchPhrases.cancelledToast(disarmed) : dispatchPhrases.nothingToCancelToast();
          return { toast, changed: true };
        }
        await context.reply(hadSome ? dispatchPhrases.cancelled(disarmed) : dispatchPhrases.nothingToCancel());
        return {};
      },
    },
  ],
};
