import { recorded } from "../../../platform/journal/record.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { GroupAudience } from "../../directory/groups.ts";
import type { Asked, Command, Feature, PersonTurn } from "../../engine/feature.ts";
import { bindingPhrases } from "./phrases.ts";

const bind: Command = {
  id: "group.bind",
  words: ["绑定本群", "bind"],
  capability: "group.bind",
  effect: "change",
  example: "绑定本群 活动群",
  purpose: "在群内@机器人发送，把该群设为活动群或市级工作群",
  onlyIn: "group",
  async run(turn, asked) {
    await bindGroup(turn, audienceIn(asked));
    return {};
  },
};

export const bindingFeature: Feature = { commands: [bind] };

function audienceIn(asked: Asked): GroupAudience {
  const words = asked.by === "words" ? asked.rest : asked.subject;
  if (words === "" || /活动/.test(words)) return "campaign";
  if (/市/.test(words)) return "city";
  throw new Refusal("group.which-audience", bindingPhrases.which());
}

/** Binds the group the person is in; a group serves one campaign under one audience. */
async function bindGroup(turn: PersonTurn, audience: GroupAudience): Promise<void> {
  const { tx, campaign, now, person, chat } = turn;
  if (chat.kind !== "group") throw new Refusal("group.not-in-group", bindingPhrases.notInGroup());
  const bound = await tx.groupBinding.findFirst({ where: { groupId: chat.group } });
  if (bound?.campaignId === campaign.id && bound.audience === audience) {
    throw new Refusal("group.bound-so", bindingPhrases.same(audience));
  }
  if (bound) throw new Refusal("group.bound-already", bindingPhrases.boundAlready());
  const replaced = await tx.groupBinding.findUnique({
    where: { campaignId_audience: { campaignId: campaign.id, audience } },
  });
  const rows = [{ table: "group_binding" as const, key: { campaign_id: campaign.id, audience } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "group.bound", rows };
  await recorded(tx, act, async () => {
    const data = { groupId: chat.group, title: turn.groupTitle ?? "", boundBy: person.staffId, boundAt: now };
    await tx.groupBinding.upsert({
      where: { campaignId_audience: { campaignId: campaign.id, audience } },
      create: { campaignId: campaign.id, audience, ...data },
      update: data,
    });
  });
  await turn.reply(bindingPhrases.bound(audience, replaced?.title));
}
