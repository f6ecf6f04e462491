import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Definition } from "../../definition/definition.ts";
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
  help: { example: "绑定本群 活动群", purpose: bindingPhrases.purpose },
  onlyIn: "group",
  async handle(context, { words }) {
    const { definition } = context.campaign;
    const audience = audienceIn(words, definition);
    const replaced = await bindGroup(context, audience);
    return { reply: bindingPhrases.bound(definition, audience, replaced) };
  },
};

export const bindingFeature: Feature = { commands: [bind] };

function audienceIn(words: string, definition: Definition): GroupAudience {
  if (words === "" || /活动/.test(words)) return "campaign";
  if (words.includes(definition.campaign.words.city.noun)) return "city";
  throw new RefusalError("group.which-audience", bindingPhrases.which(definition));
}

/** Bindings of the group to open campaigns. A binding to a closed campaign does not block a new one. */
async function bindingsInUse({ tx }: PersonContext, groupId: string) {
  const bindings = await tx.groupBinding.findMany({ where: { groupId } });
  const ids = bindings.map(({ campaignId }) => campaignId);
  const open = await tx.campaign.findMany({ where: { id: { in: ids }, closedAt: null }, select: { id: true } });
  return bindings.filter(({ campaignId }) => open.some(({ id }) => id === campaignId));
}

/**
 * Binds the current group. A group has one campaign and one audience.
 *
 * @returns title of the group replaced by this binding
 */
async function bindGroup(context: PersonContext, audience: GroupAudience): Promise<string | undefined> {
  const { tx, campaign, now, person, chat } = context;
  if (chat.kind !== "group") throw new Error("group.bind outside a group; the dispatcher should refuse it");
  const bound = await bindingsInUse(context, chat.group);
  if (bound.some((one) => one.campaignId === campaign.id && one.audience === audience)) {
    throw new RefusalError("group.bound-so", bindingPhrases.same(campaign.definition, audience));
  }
  if (bound.length > 0) throw new RefusalError("group.bound-already", bindingPhrases.boundAlready());
  const where = { campaignId_audience: { campaignId: campaign.id, audience } };
  const replaced = await tx.groupBinding.findUnique({ where });
  const rows = [groupBindingTable.row({ campaign_id: campaign.id, audience })];
  await context.withJournal({ action: "group.bound", rows }, async () => {
    const data = { groupId: chat.group, title: context.groupTitle ?? "", boundBy: person.staffId, boundAt: now };
    await tx.groupBinding.upsert({ where, create: { campaignId: campaign.id, audience, ...data }, update: data });
  });
  return replaced?.title;
}
