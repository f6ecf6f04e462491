import type { View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { stageWindow } from "../../definition/definition.ts";
import { upperDistricts } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { audienceOf } from "../../directory/groups.ts";
import { districtsOf } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { awaitedCounts, awaitedLists } from "../../ranking/awaited-lists.ts";
import { districtsWith } from "../../stage/extension-points.ts";
import { stagePhrases, toneOf } from "../../stage/phrases.ts";
import { currentStage, districtsOwing, type Owed, owedInStage, workingDaysLeft } from "../../stage/rules.ts";
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
  /** Counts of the lists addressed to the city, as they are counted everywhere; undefined for other deliverables. */
  lists: string | undefined;
}

/** Own districts for district officials, all districts for the city, counts only in groups. */
async function progressView(context: PersonContext): Promise<View> {
  const { campaign, now, place } = context;
  const own = place === "direct" ? districtsOf(campaign.definition, context.person) : [];
  const statuses = await owedNow(context, own);
  const audience = await audienceOf(context.tx, campaign.id, context.chat);
  return {
    ...headOf(context, own),
    body: [
      { kind: "facts", facts: [{ label: progressPhrases.stageLabel(), value: stageNow(campaign, now) }] },
      statuses.length === 0
        ? { kind: "text", text: progressPhrases.nothingYet() }
        : {
            kind: "facts",
            facts: statuses.map((one) => factOf(context, one, own)),
          },
    ],
    actions: [],
    ...(place === "group" ? { footnote: progressPhrases.groupFootnote(campaign.definition, audience) } : {}),
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
  if (campaign.closedAt) return progressPhrases.closed(dayWordsIn(campaign.definition, dayOf(campaign.closedAt)));
  if (to >= today) {
    const until = dayWordsIn(campaign.definition, to);
    return progressPhrases.stage(stage, until, workingDaysLeft(campaign.calendar, now, to));
  }
  const { stages } = campaign.definition.campaign;
  const next = stages[stages.indexOf(stage) + 1];
  return next
    ? progressPhrases.between(next, dayWordsIn(campaign.definition, stageWindow(campaign.definition, next).from))
    : progressPhrases.over();
}

async function owedNow(context: Context, own: readonly string[]): Promise<OwedStatus[]> {
  const { campaign, now, rulings } = context;
  const stage = currentStage(campaign, dayOf(now));
  const asked = { now, rulings, ...(own.length > 0 ? { districts: own } : {}) };
  const owed = stage ? owedInStage(campaign, stage, asked) : [];
  return Promise.all(
    owed.map(async (one) => ({
      owed: one,
      received: await districtsWith(context, one.deliverable.id),
      lists: isListToCity(context, one) ? awaitedCounts(context, await awaitedLists(context)) : undefined,
    })),
  );
}

const isListToCity = ({ campaign: { definition } }: Context, { deliverable }: Owed): boolean =>
  deliverable.purpose === "list" && expectedLevel(definition) === deliverable.level;

/** Level of the lists that reach the city. */
const expectedLevel = (definition: Context["campaign"]["definition"]): number =>
  upperDistricts(definition).length > 0 ? 2 : 1;

function factOf(context: Context, { owed, received, lists }: OwedStatus, own: readonly string[]) {
  const { campaign, now } = context;
  const { definition } = campaign;
  const label = owed.deliverable.name;
  const due = campaign.closedAt ? "" : `；${stagePhrases.due(owed)}`;
  const owing = districtsOwing(definition, owed.deliverable, dayOf(now)).map(({ id }) => id);
  if (own.length === 0)
    return { label, value: `${lists ?? progressPhrases.received(definition, received.size, owing.length)}${due}` };
  if (own.filter((district) => owing.includes(district)).every((district) => received.has(district)))
    return { label, value: progressPhrases.ownReceived() };
  return { label, value: `${progressPhrases.ownMissing()}${due}` };
}
