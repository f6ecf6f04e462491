import { type Block, type Tone, textView, type View } from "../../platform/chat/view.ts";
import { districtName } from "../definition/districts.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { deadlinesMoved, stageOpened } from "../stage/events.ts";
import { supportChanged } from "../support/events.ts";
import { supportPhrases } from "../support/phrases.ts";
import { supportOf } from "../support/store.ts";
import { isOpen } from "../support/support.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { lackingIn, stateOfReport } from "./contents/state.ts";
import { completeForm, stateBlock } from "./contents/views.ts";
import { reportChanged, reportHandedIn, reportTakenBack } from "./events.ts";
import { furtherFiles } from "./further-files/further-files.ts";
import { furtherFilePhrases } from "./further-files/phrases.ts";
import { looksAt } from "./looks.ts";
import { workReportPhrases as phrases } from "./phrases.ts";
import { returnPhrases } from "./returning/phrases.ts";
import { returnWords } from "./returning/words.ts";
import { reportOf } from "./rules.ts";
import { reportSealPhrases } from "./sealed-copy/phrases.ts";
import { sealedPages } from "./sealed-copy/sealed-copy.ts";
import { lastVersion, reportsInForce } from "./store.ts";
import { askView, byPartsAction, reportForm, reportPart } from "./views.ts";
import type { WorkReport } from "./work-report.ts";

/** Takes one version of a report, and afterwards says which is in. Subject: `<district>/<version>`. */
export const REPORT_CARD = "work-report.version";

/** Asks for the district's next version: with a form, or in words where no card can be shown. */
export async function askForReport(context: PersonContext, district: string): Promise<void> {
  const { tx, campaign, cards } = context;
  if (!cards.interactive) return context.reply(await askedView(context, district));
  const next = (await lastVersion(tx, campaign.id, district)) + 1;
  await cards.show(context.chat, { kind: REPORT_CARD, subject: `${district}/${next}` });
}

const cardsUpTo = ({ district, version }: { district: string; version: number }): string[] =>
  Array.from({ length: version }, (_, before) => `${district}/${before + 1}`);

export const reportRenderer: CardRenderer = {
  kind: REPORT_CARD,
  redrawOn: [
    redrawOn(reportHandedIn, cardsUpTo),
    redrawOn(reportTakenBack, cardsUpTo),
    redrawOn(reportChanged, cardsUpTo),
    redrawOn(supportChanged, async ({ district }, { tx, campaign }) =>
      cardsUpTo({ district, version: await lastVersion(tx, campaign.id, district) }),
    ),
    redrawOn(stageOpened),
    redrawOn(deadlinesMoved),
  ],
  district: async (_, { subject }) => subject.split("/")[0],
  async render(context, { subject }) {
    const { tx, campaign } = context;
    const [district = "", version] = subject.split("/");
    // The adopted definition may have no report.
    if (!reportOf(campaign.definition)) return textView(phrases.word(), phrases.askedNoMore(), { tone: "closed" });
    if (Number(version) <= (await lastVersion(tx, campaign.id, district)) || campaign.closedAt)
      return ownView(context, district, (await reportsInForce(tx, campaign.id)).get(district));
    const asked = await askedView(context, district);
    return { ...asked, form: reportForm(context, district), actions: [byPartsAction(district)] };
  },
};

const askedView = async (context: Context, district: string): Promise<View> =>
  askView(context, district, (await reportsInForce(context.tx, context.campaign.id)).get(district));

/** What is in of a district's report, what it lacks, and what the city said of it. */
export async function ownView(context: Context, district: string, known: WorkReport | undefined): Promise<View> {
  const { definition, closedAt } = context.campaign;
  const title = phrases.askTitle(districtName(definition, district));
  const actions = reportPart(context, district, { isIn: true }).actions;
  if (!known)
    return textView(title, phrases.noneInForce(), {
      tone: "closed",
      status: phrases.listMissing(),
      actions: [...actions],
    });
  const state = await stateOfReport(context, known);
  const lacking = known.returned || closedAt ? [] : lackingIn(context, state);
  const form = completeForm(context, `${district}/${known.version}`, lacking);
  return {
    title,
    tone: toneOf(known, { lacks: lacking.length > 0, isClosed: closedAt !== undefined }),
    status: statusOf(known),
    body: [
      { kind: "text", text: phrases.known(known.version, known.handedInAt) },
      ...(known.returned ? [{ kind: "text" as const, text: await returnWords(context, known.returned) }] : []),
      stateBlock(context, state),
      ...(lacking.length > 0 ? [{ kind: "text" as const, text: contentsPhrases.ask(lacking, lacking[0] ?? "") }] : []),
      ...(await furtherBlock(context, known)),
      ...(await sealBlock(context, known)),
      ...(await supportBlock(context, district)),
      ...(await looksBlock(context, known)),
    ],
    ...(form ? { form } : {}),
    actions: [...(known.returned && !closedAt ? [byPartsAction(district)] : []), ...actions],
  };
}

function toneOf(known: WorkReport, { lacks, isClosed }: { lacks: boolean; isClosed: boolean }): Tone {
  if (isClosed) return "closed";
  return known.returned || lacks ? "near" : "done";
}

/** 第1版，逾期, and that it was sent back. */
export const statusOf = ({ version, late, returned }: WorkReport): string =>
  phrases.listReceived(version, late) + (returned ? returnPhrases.status() : "");

/** What the district asked of the city, and how much of it is not closed. */
export async function supportBlock(context: Context, district: string): Promise<Block[]> {
  const all = await supportOf(context, { district });
  if (all.length === 0) return [];
  const words = supportPhrases.counted(all.length, all.filter(isOpen).length);
  return [{ kind: "facts", facts: [{ label: supportPhrases.reportLabel(), value: words }] }];
}

/** Files of a report beyond its first. */
export async function furtherBlock(context: Context, report: WorkReport): Promise<Block[]> {
  const { length } = await furtherFiles(context, report);
  if (length === 0) return [];
  const value = furtherFilePhrases.counted(length);
  return [{ kind: "facts", facts: [{ label: furtherFilePhrases.label(), value }] }];
}

/** 盖章件 that are filed beside it; none is not spoken of, for a file may bear the seal itself. */
export async function sealBlock(context: Context, report: WorkReport): Promise<Block[]> {
  const { length } = await sealedPages(context, report);
  if (length === 0) return [];
  return [{ kind: "facts", facts: [{ label: reportSealPhrases.label(), value: reportSealPhrases.counted(length) }] }];
}

/** Whether the city has read it. */
async function looksBlock({ tx, campaign }: Context, report: WorkReport): Promise<Block[]> {
  const [first] = await looksAt(tx, campaign.id, report);
  return first ? [{ kind: "text", text: phrases.readByCity(first.seenAt, campaign.definition) }] : [];
}
