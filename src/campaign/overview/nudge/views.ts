import { type Action, type Block, textView, type View } from "../../../platform/chat/view.ts";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { memberOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { taskActions } from "../../tasks/actions.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { ownLines } from "../../tasks/lines.ts";
import { listOf } from "../../tasks/views.ts";
import { currentNudges, leftOf, type Nudge, nudgeOf } from "./nudge.ts";
import type { Outstanding } from "./outstanding.ts";
import { nudgePhrases as phrases } from "./phrases.ts";
import type { Nudges } from "./rules.ts";

export const CONFIRM = "nudge.confirm";
export const DROP = "nudge.drop";

type To = Nudges["to"][number];

/** Beside the lines of what is left. @param of one deliverable; left out: all that is pressing */
export const nudgeAction = (of?: { subject: string; name: string }): Action => ({
  ...{ id: "nudge.preview", label: phrases.word(), look: "primary" },
  typed: of ? `${phrases.word()} ${of.name}` : phrases.word(),
  ...(of ? { subject: of.subject } : {}),
});

/** The card of a preview, as it stands now. */
export async function nudgeCardView(context: Context, draft: Draft): Promise<View> {
  const nudge = nudgeOf(draft);
  if (nudge.sent) return textView(phrases.sentTitle(), sentWords(context, nudge.sent), { tone: "done" });
  if (draft.state === "dropped") return textView(phrases.droppedTitle(), phrases.dropped(), { tone: "closed" });
  const then = { ...context, now: new Date(nudge.at) };
  const { state, nudges } = await currentNudges(then, nudge);
  return previewView(then, { state, nudges, nudge, id: draft.id });
}

export const sentWords = (
  { campaign }: Pick<Context, "campaign">,
  { districts, people }: NonNullable<Nudge["sent"]>,
): string => phrases.sent(nounsOf(campaign.definition).districts(districts), people);

interface Preview {
  state: CampaignState;
  nudges: Nudges;
  nudge: Nudge;
  id: string;
}

/** Who gets what, and who gets nothing and why. */
export function previewView(context: Context, { state, nudges, nudge, id }: Preview): View {
  const to = leftOf(nudge, nudges);
  const [first] = to;
  if (!first) return { title: phrases.nobodyTitle(), tone: "closed", body: goneBody(context, nudges), actions: [] };
  const button = (action: string, label: string, look: Action["look"]): Action => ({
    ...{ id: action, label, typed: label, look, subject: id },
  });
  return {
    title: phrases.previewTitle(),
    tone: "near",
    status: phrases.previewStatus(),
    body: [
      {
        kind: "facts",
        facts: [{ label: phrases.receiversLabel(), value: receiversWords(context, to) }],
      },
      { kind: "list", items: receiverLines(context, to) },
      ...heldBlocks(context, nudges),
      ...contentBlocks(context, state, first, nudge.text),
    ],
    actions: [button(CONFIRM, phrases.confirmWord(), "primary"), button(DROP, phrases.dropWord(), "default")],
    footnote: phrases.previewFootnote(),
  };
}

const goneBody = (context: Context, nudges: Nudges): Block[] => [
  { kind: "text", text: phrases.gone() },
  ...heldBlocks(context, nudges),
];

const receiversWords = ({ campaign }: Context, to: readonly To[]): string => {
  const districts = new Set(to.flatMap(({ about }) => about.map(({ district }) => district)));
  return phrases.receivers(nounsOf(campaign.definition).districts(districts.size), to.length);
};

/** 柯桥区：甲、乙（推荐名单） */
function receiverLines({ campaign, people }: Context, to: readonly To[]): string[] {
  const districts = [...new Set(to.flatMap(({ about }) => about.map(({ district }) => district)))];
  return districts.map((district) => {
    const theirs = to.filter(({ about }) => about.some((one) => one.district === district));
    const names = theirs.map(({ reminder }) => memberOf(people, reminder.person)?.name ?? "");
    const about = theirs.flatMap((one) => one.about).filter((one) => one.district === district);
    const things = [...new Set(about.map(({ name }) => name))];
    return phrases.line(districtName(campaign.definition, district), names, things);
  });
}

/** Who owes it all the same, and why nothing is sent. */
export function heldBlocks({ campaign: { definition } }: Context, { held }: Nudges): Block[] {
  if (held.length === 0) return [];
  const items = held.map((one) => {
    const until = "until" in one ? dayWordsIn(definition, one.until) : "";
    return phrases.held(districtName(definition, one.about.district), one.about.name, phrases.reason(one, until));
  });
  return [
    { kind: "heading", text: phrases.heldHeading() },
    { kind: "list", items },
  ];
}

/** What the first of them will read. */
function contentBlocks(
  { campaign, now }: Context,
  state: CampaignState,
  { reminder, about }: To,
  text: string | undefined,
): Block[] {
  const [first] = about;
  const place = districtName(campaign.definition, first?.district ?? "");
  return [
    { kind: "heading", text: phrases.contentHeading(phrases.title(reminder.level, place)) },
    ...(text === undefined ? [] : [{ kind: "quote" as const, text }]),
    listOf(ownLines(state, reminder.tasks, now)),
  ];
}

/** The organizer's words, and what is owed with the presses that do it. */
export function wordsView(
  { campaign: { definition }, person, now }: PersonContext,
  state: CampaignState,
  { reminder, about, text }: To & { text: string },
): View {
  const places = [...new Set(about.map(({ district }) => districtName(definition, district)))];
  const { contact } = definition.campaign;
  return {
    title: phrases.title(reminder.level, places.join("、")),
    tone: about.some(({ isLate }: Outstanding) => isLate) ? "overdue" : "near",
    body: [{ kind: "quote", text }, listOf(ownLines(state, reminder.tasks, now))],
    actions: taskActions(state, reminder.tasks),
    footnote: phrases.from(person.name, contact),
  };
}
