import type { View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { stageWindow } from "../../definition/definition.ts";
import { audienceOf } from "../../directory/groups.ts";
import { districtsOf } from "../../directory/member.ts";
import type { Command, Feature, PersonTurn, Turn } from "../../engine/feature.ts";
import { districtsWith, type HandedIn } from "../../stage/handed-in.ts";
import { stagePhrases, toneOf } from "../../stage/phrases.ts";
import { currentStage, type Owed, owedInStage, workingDaysLeft } from "../../stage/rules.ts";
import { progressPhrases } from "./phrases.ts";

export const progressFeature = (sources: readonly HandedIn[]): Feature => ({
  commands: [
    {
      id: "progress.see",
      words: ["进度", "办理进度", "progress"],
      capability: "progress.see",
      effect: "look",
      example: "进度",
      purpose: "查看办到哪一步、还差什么",
      async run(turn) {
        await turn.reply(await progressView(turn, sources));
        return {};
      },
    } satisfies Command,
  ],
});

interface Shown {
  owed: Owed;
  handedIn: ReadonlySet<string>;
}

/** A district's official sees the own district, the city's people all, a group counts only. */
async function progressView(turn: PersonTurn, sources: readonly HandedIn[]): Promise<View> {
  const { campaign, now, place } = turn;
  const own = place === "direct" ? districtsOf(campaign.definition, turn.person) : [];
  const shown = await whatIsOwed(turn, sources);
  const audience = await audienceOf(turn.tx, campaign.id, turn.chat);
  return {
    ...headOf(turn, own),
    body: [
      { kind: "facts", facts: [{ label: progressPhrases.stageLabel(), value: stageNow(campaign, now) }] },
      shown.length === 0
        ? { kind: "text", text: progressPhrases.nothingYet() }
        : { kind: "facts", facts: shown.map((one) => factOf(one, own, campaign.definition.campaign.districts.length)) },
    ],
    actions: [],
    ...(place === "group" ? { footnote: progressPhrases.groupFootnote(audience) } : {}),
  };
}

function headOf({ campaign, now }: Turn, own: readonly string[]): Pick<View, "title" | "tone"> {
  const { districts, title } = campaign.definition.campaign;
  const stage = currentStage(campaign, dayOf(now));
  const left = stage ? workingDaysLeft(campaign.calendar, now, stageWindow(campaign.definition, stage).to) : 0;
  const names = districts.filter(({ id }) => own.includes(id)).map(({ name }) => name);
  return {
    title: names.length > 0 ? progressPhrases.ownTitle(names.join("、")) : progressPhrases.title(title),
    tone: toneOf(left),
  };
}

function stageNow(campaign: Turn["campaign"], now: Date): string {
  const today = dayOf(now);
  const stage = currentStage(campaign, today);
  if (!stage) return progressPhrases.notStarted();
  const { to } = stageWindow(campaign.definition, stage);
  if (to >= today) return progressPhrases.stage(stage, to, workingDaysLeft(campaign.calendar, now, to));
  const { stages } = campaign.definition.campaign;
  const next = stages[stages.indexOf(stage) + 1];
  return next ? progressPhrases.between(next, stageWindow(campaign.definition, next).from) : progressPhrases.over();
}

async function whatIsOwed({ tx, campaign, now, rulings }: Turn, sources: readonly HandedIn[]): Promise<Shown[]> {
  const stage = currentStage(campaign, dayOf(now));
  const owed = stage ? owedInStage(campaign, stage, { now, rulings }) : [];
  return Promise.all(
    owed.map(async (one) => {
      const deliverable = one.deliverable.id;
      return { owed: one, handedIn: await districtsWith(tx, { campaignId: campaign.id, deliverable }, sources) };
    }),
  );
}

function factOf({ owed, handedIn }: Shown, own: readonly string[], districtCount: number) {
  const mine = own.length > 0;
  const isIn = own.every((district) => handedIn.has(district));
  const state = mine
    ? isIn
      ? progressPhrases.ownReceived()
      : progressPhrases.ownMissing()
    : progressPhrases.received(handedIn.size, districtCount);
  const value = mine && isIn ? state : `${state}；${stagePhrases.due(owed)}`;
  return { label: owed.deliverable.name, value };
}
