import type { Block, View } from "../../../platform/chat/view.ts";
import { addDays, dayOf } from "../../../shared/civil-date.ts";
import { applicationsOf } from "../../application/store.ts";
import { dayWordsIn, momentWords } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { readingDeciding } from "../../ranking/reasons.ts";
import { noticePeriod } from "../rules.ts";
import type { Selection } from "../selection.ts";
import { nameOf } from "../store.ts";
import { type SelectionWords, wordsOf } from "../words.ts";
import { publishedList } from "./list.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import type { Publishable } from "./publication.ts";

export const CONFIRM = "publication.confirm";

/** The list to publish, the receivers and the confirm button. */
export async function previewView(context: Context, { selection, chosen }: Publishable): Promise<View> {
  const { definition } = context.campaign;
  const words = wordsOf(definition);
  const { version, decidedBy, decidedAt } = selection;
  const { to } = publishedList(definition);
  const by = decidedBy ? await nameOf(context.tx, decidedBy) : "";
  const { days } = noticePeriod(definition, context.rulings);
  const readings = (["noticePeriod", "rankingBasis"] as const).flatMap((decision) => {
    const reading = readingDeciding(definition, decision, context.rulings);
    return reading ? [{ label: phrases.ruling(reading.ruling), value: reading.text }] : [];
  });
  return {
    title: phrases.previewTitle(),
    tone: "near",
    status: phrases.previewStatus(version),
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.toLabel(), value: phrases.to(await groupTitle(context), to) },
          { label: phrases.contentLabel(), value: phrases.content(chosen.length, words) },
          { label: phrases.approvedLabel(), value: phrases.approved(by, decidedAt ? momentWords(decidedAt) : "") },
          ...(words.verifies ? [{ label: phrases.verifiedLabel(), value: phrases.unverified() }] : []),
          ...readings,
        ],
      },
      listTable(
        words,
        chosen.map(({ districtName, name }) => [districtName, name]),
      ),
      ...(days > 0 && decidedAt
        ? [{ kind: "text" as const, text: phrases.notice(noticeEnd(context, decidedAt)) }]
        : []),
    ],
    actions: [
      {
        id: CONFIRM,
        label: phrases.confirmLabel(),
        typed: phrases.confirmLabel(),
        look: "primary",
        subject: String(version),
      },
    ],
    footnote: phrases.once(),
  };
}

/** The list for all districts: by district, without points, ranks and reasons. */
export async function listView(context: Context, { items }: Selection): Promise<View> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const words = wordsOf(definition);
  const { title, source } = publishedList(definition);
  const applications = await applicationsOf(context.tx, context.campaign.id);
  const rows = campaign.districts.flatMap(({ id, name }) =>
    items
      .filter(({ selected }) => selected)
      .flatMap(({ applicationId }) => applications.find((one) => one.id === applicationId && one.district === id) ?? [])
      .map(({ compoundName }): [string, string] => [name, compoundName]),
  );
  return {
    title,
    tone: "done",
    status: phrases.published(),
    body: [{ kind: "text", text: phrases.listLead(campaign.city.bureau, rows.length, words) }, listTable(words, rows)],
    actions: [],
    footnote: phrases.listFootnote(source, campaign.contact, words),
  };
}

const listTable = (words: SelectionWords, rows: readonly (readonly [string, string])[]): Block => ({
  kind: "table",
  columns: phrases.listColumns(words),
  rows: rows.map((row, at) => [String(at + 1), ...row]),
});

export async function groupTitle({ tx, campaign }: Context): Promise<string> {
  const binding = await tx.groupBinding.findFirst({ where: { campaignId: campaign.id, audience: "campaign" } });
  return binding?.title ?? "";
}

/** Last day of 公示, counted from the day after the approval. */
function noticeEnd({ campaign, rulings }: Context, decidedAt: Date): string {
  const { days, workingDays } = noticePeriod(campaign.definition, rulings);
  const from = dayOf(decidedAt);
  return dayWordsIn(
    campaign.definition,
    workingDays ? campaign.calendar.addWorkingDays(from, days) : addDays(from, days),
  );
}
