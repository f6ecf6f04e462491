import { Refusal } from "../../shared/refusal.ts";
import { momentWords } from "../definition/wording.ts";
import type { PersonTurn } from "../engine/feature.ts";
import { workReportPhrases } from "./phrases.ts";
import { typeOf } from "./rules.ts";
import { reportsInForce } from "./store.ts";
import { districtName } from "./views.ts";
import type { WorkReport } from "./work-report.ts";

/** What the platform lets a robot send. */
const FORWARDED = ["docx", "doc", "pdf"];

/** The city looks: who has handed in, or one district's report. @param typed a district's name, or nothing */
export async function seeReports(turn: PersonTurn, typed: string): Promise<void> {
  const reports = await reportsInForce(turn.tx, turn.campaign.id);
  const { districts } = turn.campaign.definition.campaign;
  if (typed === "") return turn.reply(overview(turn, reports));
  const district = districts.find(({ id, name }) => name === typed || id === typed);
  if (!district) {
    const names = districts.map(({ name }) => name);
    throw new Refusal("work-report.unknown-district", workReportPhrases.unknownDistrict(typed, names));
  }
  const report = reports.get(district.id);
  if (!report) throw new Refusal("work-report.missing", workReportPhrases.missingOne(district.name));
  await seeOne(turn, report);
}

function overview(turn: PersonTurn, reports: ReadonlyMap<string, WorkReport>): Parameters<PersonTurn["reply"]>[0] {
  const { districts } = turn.campaign.definition.campaign;
  const rows = districts.map(({ id, name }) => {
    const report = reports.get(id);
    return report
      ? [name, workReportPhrases.listReceived(report.version, report.late), momentWords(report.handedInAt)]
      : [name, workReportPhrases.listMissing(), ""];
  });
  return {
    title: workReportPhrases.listTitle(reports.size, districts.length),
    tone: reports.size === districts.length ? "done" : "running",
    body: [{ kind: "table", columns: workReportPhrases.listColumns(), rows }],
    actions: [],
    footnote: workReportPhrases.listFootnote(),
  };
}

async function seeOne(turn: PersonTurn, { district, version, late, content }: WorkReport): Promise<void> {
  const title = workReportPhrases.askTitle(districtName(turn, district));
  const status = workReportPhrases.listReceived(version, late);
  if (content.kind === "text") {
    const values = await turn.personal.read(turn.tx, [content.text]);
    const text = values.get(content.text.personal) ?? workReportPhrases.erased();
    return turn.reply({ ...workReportPhrases.plain(title, text), status });
  }
  const { name, hash } = content;
  const isSent = FORWARDED.includes(typeOf(name));
  const note = isSent ? workReportPhrases.fileBelow() : workReportPhrases.cannotForward(typeOf(name));
  await turn.reply({ ...workReportPhrases.plain(title, `${workReportPhrases.file(name)}。${note}`), status });
  if (isSent) await turn.outbox.sendFile(turn.tx, turn.chat, { file: { name, hash } });
}
