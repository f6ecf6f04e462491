import { dispatchPhrases } from "../../engine/dispatch/phrases.ts";
import type { Feature } from "../../engine/feature.ts";

/** Closes the open dialogue. Keeps saved drafts. */
export const cancelFeature: Feature = {
  commands: [
    {
      id: "dialogue.cancel",
      words: ["取消", "cancel"],
      capability: "help.see",
      effect: "read",
      help: { example: "取消", purpose: "放弃正在等待答复的事项；「继续」接着办理没有办完的事项", withoutButton: true },
      anyCampaign: true,
      async handle({ dialogue, reply }) {
        const wasOpen = await dialogue.close();
        await reply(wasOpen ? dispatchPhrases.cancelled() : dispatchPhrases.nothingToCancel());
        return {};
      },
    },
  ],
};
