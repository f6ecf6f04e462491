import type { View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { stageWindow } from "../../definition/definition.ts";
import { audienceOf } from "../../directory/groups.ts";
import { districtsOf } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { stagePhrases, toneOf } from "../../stage/phrases.ts";
import { districtsWith } from "../../stage/received.ts";
import { currentStage, type Owed, owedInStage, workingDaysLeft } from "../../stage/rules.ts";
import { progressPhrases } from "./phrases.ts";

const see: Command = {
  id: "progress.see",
  words: ["进度", "办理进度", "progress"],
  capability: "progress.see",
  effect: "read",
  help: { example: "进度", purpose: "查看办到哪一步、还差什么" },
  offeredBy: ["stage"],
  async handle(context) {
    await context.reply(await progressView(context));
    return {};
  },
};

export const progressFeature: Feature = { commands: [see] };

interface OwedStatus {
  owed: Owed;
  /** District ids. */
  received: ReadonlySet<string>;
}

/** A district's official sees the own district, the city's people all, a group counts only. */
async function progressView(context: PersonContext): Promise<View> {
  const { campaign, now, place } = context;
  const own = place === "direct" ? districtsOf(campaign.definition, context.person) : [];
  const statuses = await owedNow(context);
  const audience = await audienceOf(context.tx, campaign.id, context.chat);
  return {
    ...headOf(context, own),
    body: [
      { kind: "facts", facts: [{ label: progressPhrases.stageLabel(), value: stageNow(campaign, now) }] },
      statuses.length === 0
        ? { kind: "text", text: progressPhrases.nothingYet() }
        : {
            kind: "facts",
            facts: statuses.map((one) => factOf(one, own, campaign.definition.campaign.districts.length)),
          },
    ],
    actions: [],
    ...(place === "group" ? { footnote: progressPhrases.groupFootnote(audience) } : {}),
  };
}

function headOf({ campaign, now }: Context, own: readonly string[]): Pick<View, "title" | "tone"> {
  const { districts, title } = campaign.definition.campaign;
  const stage = currentStage(campaign, dayOf(now));
  const left = stage ? workingDaysLeft(campaign.calendar, now, stageWindow(campaign.definition, stage).to) : 0;
  const names = districts.filter(({ id }) => own.includes(id)).map(({ name }) => name);
  return {
    title: names.length > 0 ? progressPhrases.ownTitle(names.join("、")) : progressPhrases.title(title),
    tone: toneOf(left),
  };
}

function stageNow(campaign: Context["campaign"], now: Date): string {
  const today = dayOf(now);
  const stage = currentStage(campaign, today);
  if (!stage) return progressPhrases.notStarted();
  const { to } = stageWindow(campaign.definition, stage);
  if (to >= today) return progressPhrases.stage(stage, to, workingDaysLeft(campaign.calendar, now, to));
  const { stages } = campaign.definition.campaign;
  const next = stages[stages.indexOf(stage) + 1];
  return next ? progressPhrases.between(next, stageWindow(campaign.definition, next).from) : progressPhrases.over();
}

async function owedNow(context: Context): Promise<OwedStatus[]> {
  const { campaign, now, rulings } = context;
  const stage = currentStage(campaign, dayOf(now));
  const owed = stage ? owedInStage(campaign, stage, { now, rulings }) : [];
  return Promise.all(
    owed.map(async (one) => ({ owed: one, received: await districtsWith(context, one.deliverable.id) })),
  );
}

function factOf({ owed, received }: OwedStatus, own: readonly string[], districtCount: number) {
  const label = owed.deliverable.name;
  const due = stagePhrases.due(owed);
  if (own.length === 0) return { label, value: `${progressPhrases.received(received.size, districtCount)}；${due}` };
  if (own.every((district) => received.has(district))) return { label, value: progressPhrases.ownReceived() };
  return { label, value: `${progressPhrases.ownMissing()}；${due}` };
}
