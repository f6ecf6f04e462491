import type { Block, View } from "../../../platform/chat/view.ts";
import { addDays, dayOf } from "../../../shared/civil-date.ts";
import { applicationsOf } from "../../application/store.ts";
import { readingOf, rulingValue } from "../../definition/rulings-in-force.ts";
import { dayWords, momentWords } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { BASIS } from "../../ranking/rules.ts";
import { NOTICE, noticeDays } from "../rules.ts";
import type { Selection } from "../selection.ts";
import { nameOf } from "../store.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import type { Publishable } from "./publication.ts";

export const CONFIRM = "publication.confirm";
const LIST = "city-list";

/** What goes to whom, once more, and the button that sends it. */
export async function previewView(context: Context, { selection, chosen }: Publishable): Promise<View> {
  const { definition } = context.campaign;
  const { version, decidedBy, decidedAt } = selection;
  const to = definition.campaign.publications.find(({ id }) => id === LIST)?.to ?? "";
  const by = decidedBy ? await nameOf(context.tx, decidedBy) : "";
  const days = noticeDays(definition, context.rulings);
  const readings = [NOTICE, BASIS].map((id) => ({
    label: phrases.ruling(id),
    value: readingOf(definition, id, context.rulings).text,
  }));
  return {
    title: phrases.previewTitle(),
    tone: "near",
    status: phrases.previewStatus(version),
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.toLabel(), value: phrases.to(await groupTitle(context), to) },
          { label: phrases.contentLabel(), value: phrases.content(chosen.length) },
          { label: phrases.approvedLabel(), value: phrases.approved(by, decidedAt ? momentWords(decidedAt) : "") },
          { label: phrases.verifiedLabel(), value: phrases.unverified() },
          ...readings,
        ],
      },
      listTable(chosen.map(({ districtName, name }) => [districtName, name])),
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

/** The list as all districts see it: by district, no points, no ranks, no reasons. */
export async function listView(context: Context, { items }: Selection): Promise<View> {
  const { campaign } = context.campaign.definition;
  const applications = await applicationsOf(context.tx, context.campaign.id);
  const rows = campaign.districts.flatMap(({ id, name }) =>
    items
      .filter(({ selected }) => selected)
      .flatMap(({ applicationId }) => applications.find((one) => one.id === applicationId && one.district === id) ?? [])
      .map(({ compoundName }): [string, string] => [name, compoundName]),
  );
  const line = campaign.publications.find(({ id }) => id === LIST)?.line[0] ?? 1;
  return {
    title: phrases.listTitle(campaign.year.value, campaign.city.name, campaign.name),
    tone: "done",
    status: phrases.published(),
    body: [{ kind: "text", text: phrases.listLead(campaign.city.bureau, rows.length) }, listTable(rows)],
    actions: [],
    footnote: phrases.listFootnote(campaign.planTitle, line, campaign.contact),
  };
}

const listTable = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: "table",
  columns: phrases.listColumns,
  rows: rows.map((row, at) => [String(at + 1), ...row]),
});

export async function groupTitle({ tx, campaign }: Context): Promise<string> {
  const binding = await tx.groupBinding.findFirst({ where: { campaignId: campaign.id, audience: "campaign" } });
  return binding?.title ?? "";
}

/** The last day of 公示 when it begins on the day after the approval. */
function noticeEnd({ campaign, rulings }: Context, decidedAt: Date): string {
  const days = noticeDays(campaign.definition, rulings);
  const from = dayOf(decidedAt);
  const { workingDays } = rulingValue(campaign.definition, NOTICE, rulings);
  return dayWords(workingDays === true ? campaign.calendar.addWorkingDays(from, days) : addDays(from, days));
}
