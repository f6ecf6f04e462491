import { receptionPhrases } from "../../engine/dispatch/phrases.ts";
import type { Feature } from "../../engine/feature.ts";

/** Gives up whatever the bot waits for an answer to. What was saved stays saved. */
export const cancelFeature: Feature = {
  commands: [
    {
      id: "dialogue.cancel",
      words: ["取消", "cancel"],
      capability: "help.see",
      effect: "look",
      example: "取消",
      anyCampaign: true,
      purpose: "放弃正在等待答复的事项",
      async run({ tx, person, dialogues, reply }) {
        const wasOpen = await dialogues.close(tx, person.staffId);
        await reply(wasOpen ? receptionPhrases.cancelled() : receptionPhrases.nothingToCancel());
        return {};
      },
    },
  ],
};
