import { mayMember } from "../../directory/member.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { plainText } from "../../engine/dispatch/match-command.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { progressView } from "./views.ts";

const CAPABILITY = "progress.see";

const see: Command = {
  id: "progress.see",
  words: ["进度", "办理进度", "progress"],
  capability: CAPABILITY,
  effect: "read",
  help: { example: "进度", purpose: "查看办到哪一步、还差什么" },
  offeredBy: ["stage"],
  async handle(context, { words, subject = words }) {
    await context.reply(await progressView(context, context, subject));
    return {};
  },
};

/** 几个区报了, 哪些地区没报, 谁没报, 还有谁没交 */
const ASKED =
  /^(?:现在|目前|请问)?(?:有|还有)?(?:几个|多少个?|哪些|哪几个|哪个|谁)\S{0,6}?(?:还没有?|没有?|未|已经?)?(?:报|交|送)\S{0,6}$/u;

/** Answers the usual questions of who has handed in, as 进度 does. */
const question = extend(understood, async (context, { text, person, place, chat }) => {
  if (!ASKED.test(plainText(text)) || !mayMember(context.campaign.definition, person, CAPABILITY)) return undefined;
  return progressView(context, { person, place, chat }, "");
});

export const progressFeature: Feature = { commands: [see], extensions: [question] };
