import { type Action, type Block, textView, type View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { giveAttachment } from "../attachment/give.ts";
import { districtName, districtsOn } from "../definition/districts.ts";
import { momentWords } from "../definition/wording.ts";
import { mayMember } from "../directory/member.ts";
import { namesOf } from "../directory/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { enteredFor, onBehalfLine } from "../engine/on-behalf.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { stateOfReport } from "./contents/state.ts";
import { stateBlock } from "./contents/views.ts";
import { furtherFiles } from "./further-files/further-files.ts";
import { furtherFilePhrases } from "./further-files/phrases.ts";
import { looksAt, noteLook } from "./looks.ts";
import { workReportPhrases } from "./phrases.ts";
import { furtherBlock, sealBlock, statusOf, supportBlock } from "./report-card.ts";
import { RETURN } from "./returning/commands.ts";
import { returnPhrases } from "./returning/phrases.ts";
import { returnWords } from "./returning/words.ts";
import { typeOf } from "./rules.ts";
import { reportSealPhrases } from "./sealed-copy/phrases.ts";
import { sealedPages } from "./sealed-copy/sealed-copy.ts";
import { reportsInForce } from "./store.ts";
import type { WorkReport } from "./work-report.ts";

/** File types a robot can send. */
export const FORWARDED = ["docx", "doc", "pdf"];

/** For the city: hand-in state of all districts, or one district's report. @param typed a district's name or empty */
export async function seeReports(context: PersonContext, typed: string): Promise<void> {
  const reports = await reportsInForce(context.tx, context.campaign.id);
  const { definition } = context.campaign;
  const districts = districtsOn(definition, dayOf(context.now));
  if (typed === "") return context.reply(overview(context, reports));
  const district = districts.find(({ id, name }) => name === typed || id === typed);
  if (!district) {
    const names = districts.map(({ name }) => name);
    throw new RefusalError(
      "work-report.unknown-district",
      workReportPhrases.unknownDistrict(definition, typed, names),
      { choices: names, said: typed },
    );
  }
  const report = reports.get(district.id);
  if (!report) throw new RefusalError("work-report.missing", workReportPhrases.missingOne(district.name));
  await seeOne(context, report);
}

function overview({ campaign, now }: PersonContext, reports: ReadonlyMap<string, WorkReport>): View {
  const { definition } = campaign;
  const districts = districtsOn(definition, dayOf(now));
  const received = districts.filter(({ id }) => reports.has(id)).length;
  const rows = districts.map(({ id, name }) => {
    const report = reports.get(id);
    return report
      ? [name, statusOf(report), momentWords(report.handedInAt)]
      : [name, workReportPhrases.listMissing(), ""];
  });
  return {
    title: workReportPhrases.listTitle(definition, received, districts.length),
    tone: received === districts.length ? "done" : "running",
    body: [{ kind: "table", columns: workReportPhrases.listColumns(definition), rows }],
    actions: [],
    footnote: workReportPhrases.listFootnote(definition, exampleOf(districts)),
  };
}

/** Example: the second district, so that not everyone tries the first. */
const exampleOf = ([first, second]: readonly { name: string }[]): string => (second ?? first)?.name ?? "";

async function seeOne(context: PersonContext, report: WorkReport): Promise<void> {
  const { district, content } = report;
  const title = workReportPhrases.askTitle(districtName(context.campaign.definition, district));
  const by = await onBehalfLine(context, enteredFor(report.handedInBy, report.responsible));
  const status = [statusOf(report), ...(by === undefined ? [] : [by])].join("，");
  await noteLook(context, report);
  const beside = await besideReport(context, report);
  const actions = returnActions(context, report);
  if (content.kind === "text") {
    const values = await context.personal.read([content.text]);
    const text = values.get(content.text.personal) ?? workReportPhrases.erased();
    const body: View["body"] = [{ kind: "text", text, links: true }, ...beside];
    await context.reply({ title, tone: "running", status, body, actions });
    return giveRest(context, report);
  }
  const { name, hash } = content;
  const isSent = FORWARDED.includes(typeOf(name));
  const note = isSent ? workReportPhrases.fileBelow() : workReportPhrases.cannotForward(typeOf(name));
  const view = textView(title, `${workReportPhrases.file(name)}。${note}`, { status, actions });
  await context.reply({ ...view, body: [...view.body, ...beside] });
  if (isSent) await context.outbox.sendFile(context.chat, { name, hash });
  await giveRest(context, report);
}

/** Its further files, and 盖章件. */
async function giveRest(context: PersonContext, report: WorkReport): Promise<void> {
  const name = districtName(context.campaign.definition, report.district);
  for (const file of await furtherFiles(context, report))
    await giveAttachment(context, file, {
      name: furtherFilePhrases.fileName(name, report.version, file.ordinal + 1),
      reported: true,
    });
  for (const page of await sealedPages(context, report))
    await giveAttachment(context, page, {
      name: reportSealPhrases.fileName(name, report.version, page.ordinal),
      reported: true,
    });
}

/** How its parts stand with what was given beside them, why it was sent back, and who has read it. */
async function besideReport(context: PersonContext, report: WorkReport): Promise<Block[]> {
  const { tx, campaign } = context;
  const state = await stateOfReport(context, report);
  const given = state.parts.filter((part) => part.state === "beside");
  const looks = await looksAt(tx, campaign.id, report);
  const names = await namesOf(
    tx,
    looks.map(({ person }) => person),
  );
  const readers = looks.map(({ person, seenAt }) => workReportPhrases.reader(names.get(person) ?? person, seenAt));
  return [
    stateBlock(context, state),
    ...given.flatMap(({ name, text }): Block[] => [
      { kind: "heading", text: contentsPhrases.besideHeading(name) },
      { kind: "text", text },
    ]),
    ...(await furtherBlock(context, report)),
    ...(await sealBlock(context, report)),
    ...(await supportBlock(context, report.district)),
    ...(report.returned ? [{ kind: "text" as const, text: await returnWords(context, report.returned) }] : []),
    { kind: "text", text: workReportPhrases.readBy(readers) },
  ];
}

function returnActions({ campaign, person }: PersonContext, { district, version, returned }: WorkReport): Action[] {
  if (returned || campaign.closedAt || !mayMember(campaign.definition, person, "application.return")) return [];
  const name = districtName(campaign.definition, district);
  return [
    {
      ...{ id: RETURN, label: returnPhrases.label(), typed: `${returnPhrases.word()} ${name}`, look: "default" },
      subject: `${district}/${version}`,
    },
  ];
}
