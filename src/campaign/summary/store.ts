import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Context } from "../engine/context.ts";
import { weeklyAt } from "./rules.ts";
import type { SummaryKind, SummarySetting } from "./summary.ts";

export const summaryTable = journalTable("summary", ["campaign_id", "what"]);

/** What was said of a summary, and when its workbook was sent last. */
export interface SummaryState extends SummarySetting {
  /** It is as the campaign's folder has it. */
  isDefault: boolean;
  /** Of what was sent last. */
  digest: string | undefined;
  sentAt: Date | undefined;
}

export async function summaryState({ tx, campaign }: Context, what: SummaryKind): Promise<SummaryState> {
  const row = await tx.summary.findUnique({ where: { campaignId_what: { campaignId: campaign.id, what } } });
  const own = campaign.definition.campaign.summaries?.find((one) => one.what === what);
  const isDefault = row?.isOn == null;
  const time = isDefault ? own?.time : (row?.time ?? undefined);
  const weekday = isDefault ? own?.weekday : (row?.weekday ?? undefined);
  return {
    isOn: isDefault ? (own?.on ?? true) : row.isOn === true,
    ...(what === "weekly" ? weeklyAt({ weekday, time }) : time === undefined ? {} : { time }),
    ...{ isDefault, digest: row?.digest ?? undefined, sentAt: row?.sentAt ?? undefined },
  };
}

/** Turns it on, off or to another moment. */
export async function setSummary(context: Context, what: SummaryKind, setting: SummarySetting): Promise<void> {
  const { isOn, weekday = null, time = null } = setting;
  await store(context, what, "summary.set", { isOn, weekday, time });
}

/** Notes what was sent, so that the same is not sent again. */
export const noteSummary = (context: Context, what: SummaryKind, digest: string): Promise<void> =>
  store(context, what, "summary.sent", { digest, sentAt: context.now });

async function store(
  { tx, campaign, withJournal }: Context,
  what: SummaryKind,
  action: "summary.set" | "summary.sent",
  data: { isOn?: boolean; weekday?: number | null; time?: string | null; digest?: string; sentAt?: Date },
): Promise<void> {
  const key = { campaignId: campaign.id, what };
  await withJournal({ action, rows: [summaryTable.row({ campaign_id: campaign.id, what })] }, () =>
    tx.summary.upsert({ where: { campaignId_what: key }, create: { ...key, ...data }, update: data }),
  );
}
