import { mayMember } from "../../directory/member.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { asksWhoHandedIn } from "./rules.ts";
import { progressView } from "./views.ts";

const CAPABILITY = "progress.see";

const see: Command = {
  id: "progress.see",
  orients: true,
  words: ["进度", "办理进度", "progress"],
  capability: CAPABILITY,
  effect: "read",
  help: { example: "进度", purpose: "查看办到哪一步、还差什么" },
  offeredBy: ["stage"],
  async handle(context, { words, subject = words }) {
    // People of one campaign may name it all the same.
    const district = subject === context.campaign.id ? "" : subject;
    await context.reply(await progressView(context, context, district));
    return {};
  },
};

/** Answers the usual questions of who has handed in, as 进度 does. */
const question = extend(understood, async (context, { text, person, place, chat }) => {
  if (!asksWhoHandedIn(text) || !mayMember(context.campaign.definition, person, CAPABILITY)) return undefined;
  return progressView(context, { person, place, chat }, "");
});

export const progressFeature: Feature = { commands: [see], extensions: [question] };
