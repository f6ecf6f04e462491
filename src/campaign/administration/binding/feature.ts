import { RefusalError } from "../../../shared/refusal-error.ts";
import type { GroupAudience } from "../../directory/groups.ts";
import { groupBindingTable } from "../../directory/store.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { bindingPhrases } from "./phrases.ts";

const bind: Command = {
  id: "group.bind",
  words: ["绑定本群", "bind"],
  capability: "group.bind",
  effect: "write",
  help: { example: "绑定本群 活动群", purpose: "在群内@机器人发送，把该群设为活动群或市级工作群" },
  onlyIn: "group",
  async handle(context, { words }) {
    const audience = audienceIn(words);
    const replaced = await bindGroup(context, audience);
    return { reply: bindingPhrases.bound(audience, replaced) };
  },
};

export const bindingFeature: Feature = { commands: [bind] };

function audienceIn(words: string): GroupAudience {
  if (words === "" || /活动/.test(words)) return "campaign";
  if (/市/.test(words)) return "city";
  throw new RefusalError("group.which-audience", bindingPhrases.which());
}

/**
 * Binds the group the person is in; a group serves one campaign under one audience.
 *
 * @returns the title of the group that was bound so until now
 */
async function bindGroup(context: PersonContext, audience: GroupAudience): Promise<string | undefined> {
  const { tx, campaign, now, person, chat } = context;
  if (chat.kind !== "group") throw new Error("group.bind outside a group: the dispatcher refuses that");
  const bound = await tx.groupBinding.findFirst({ where: { groupId: chat.group } });
  if (bound?.campaignId === campaign.id && bound.audience === audience) {
    throw new RefusalError("group.bound-so", bindingPhrases.same(audience));
  }
  if (bound) throw new RefusalError("group.bound-already", bindingPhrases.boundAlready());
  const where = { campaignId_audience: { campaignId: campaign.id, audience } };
  const replaced = await tx.groupBinding.findUnique({ where });
  const rows = [groupBindingTable.row({ campaign_id: campaign.id, audience })];
  await context.withJournal({ action: "group.bound", rows }, async () => {
    const data = { groupId: chat.group, title: context.groupTitle ?? "", boundBy: person.staffId, boundAt: now };
    await tx.groupBinding.upsert({ where, create: { campaignId: campaign.id, audience, ...data }, update: data });
  });
  return replaced?.title;
}
