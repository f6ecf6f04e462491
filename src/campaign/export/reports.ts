import { textView } from "../../platform/chat/view.ts";
import type { WordBlockSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { writeZip } from "../../platform/documents/zip/write-zip.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { endingOf } from "../attachment/attachment.ts";
import { districtName } from "../definition/districts.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { MOST_PACK_BYTES, packing } from "../evidence/output/rules.ts";
import { furtherFiles } from "../work-report/further-files/further-files.ts";
import { typeOf } from "../work-report/rules.ts";
import { FORWARDED } from "../work-report/see.ts";
import { reportsInForce } from "../work-report/store.ts";
import type { WorkReport } from "../work-report/work-report.ts";
import type { ExportOffer } from "./extension-points.ts";
import { offerPhrases as phrases } from "./phrases-offers.ts";

const CAPABILITY = "workReport.see";
const REPORTS = "export.reports";
const NAME = phrases.report();

interface Entry {
  name: string;
  size: number;
  content: Uint8Array;
}

/** 工作报告 of every district that the person may see, at once, in as many zips as DingTalk needs. */
export const exportReports: Command = {
  id: REPORTS,
  words: [phrases.reportsTyped(NAME), `导出${NAME}`, `打包${NAME}`],
  capability: CAPABILITY,
  effect: "read",
  help: { example: phrases.reportsTyped(NAME), purpose: phrases.reportsPurpose(NAME), step: "report" },
  onlyIn: "direct",
  async handle(context) {
    const reports = await reportsSeen(context);
    if (reports.length === 0) throw new RefusalError("export.no-reports", phrases.noReports(NAME));
    const { entries, gone } = await entriesOf(context, reports);
    const { packs, left } = packing(entries);
    const { year, city, name } = context.campaign.definition.campaign;
    const title = `${year.value}年度${city.name}“${name}”${NAME}`;
    const names: string[] = [];
    for (const [at, pack] of packs.entries()) {
      const zip = writeZip(
        pack.map((entry) => ({ name: entry.name, content: async () => entry.content })),
        context.now,
      );
      const { hash } = await context.files.putPieces(zip);
      const file = { name: phrases.reportsZip(title, at + 1, packs.length), hash };
      await context.withJournal({ action: "export.made", reason: `${file.name} ${hash}`, whenClosed: true }, () =>
        context.outbox.sendFile(context.person.staffId, file),
      );
      names.push(file.name);
    }
    // As large as DingTalk carries: it goes without a zip around it.
    const alone = left.filter(({ name, size }) => size <= MOST_PACK_BYTES && FORWARDED.includes(typeOf(name)));
    for (const { name, content } of alone) {
      const hash = await context.files.put(Buffer.from(content));
      await context.withJournal({ action: "export.made", reason: `${name} ${hash}`, whenClosed: true }, () =>
        context.outbox.sendFile(context.person.staffId, { name, hash }),
      );
      names.push(name);
    }
    const missing = [...gone, ...left.filter((one) => !alone.includes(one)).map((one) => one.name)];
    const sentence = phrases.sent(names) + (missing.length === 0 ? "" : phrases.reportsGone(missing));
    return { reply: textView(phrases.sentTitle(), sentence, { tone: "done" }) };
  },
};

export async function reportsOffer(context: PersonContext): Promise<ExportOffer[]> {
  const { definition } = context.campaign;
  const scope = districtScope(definition, context.person, CAPABILITY);
  if (deliverableFor(definition, "report") === undefined || (scope !== "all" && scope.length === 0)) return [];
  const count = (await reportsSeen(context)).length;
  const action = {
    ...{ id: REPORTS, label: phrases.reportsLabel(), typed: phrases.reportsTyped(NAME) },
    look: "default" as const,
  };
  return [{ action, holds: phrases.reportsHold(count, nounsOf(definition)) }];
}

/** In the definition's order. */
async function reportsSeen({ tx, campaign, person }: PersonContext): Promise<WorkReport[]> {
  const scope = districtScope(campaign.definition, person, CAPABILITY);
  const reports = await reportsInForce(tx, campaign.id);
  return campaign.definition.campaign.districts.flatMap(({ id }) =>
    isWithin(scope, id) ? (reports.get(id) ?? []) : [],
  );
}

/** Files as they were handed in, texts as Word. */
async function entriesOf(context: PersonContext, reports: readonly WorkReport[]) {
  const { campaign, files, personal } = context;
  const entries: Entry[] = [];
  const gone: string[] = [];
  for (const [at, { district, version, content }] of reports.entries()) {
    const of = districtName(campaign.definition, district);
    const nameWith = (ending: string, part?: number) => phrases.reportFile(at + 1, of, { version, part }, ending);
    if (content.kind === "file") {
      const name = nameWith(content.name.split(".").at(-1) ?? "bin");
      if (!(await files.has(content.hash))) gone.push(name);
      else entries.push(entry(name, await files.get(content.hash)));
    } else {
      const text = (await personal.read([content.text])).get(content.text.personal);
      const name = nameWith("docx");
      if (text === undefined) gone.push(name);
      else entries.push(entry(name, await asWord(context, phrases.reportTitle(of, NAME), text)));
    }
    for (const { keptHash, type, ordinal } of await furtherFiles(context, { district, version })) {
      const name = nameWith(endingOf(type), ordinal + 1);
      if (!(await files.has(keptHash))) gone.push(name);
      else entries.push(entry(name, await files.get(keptHash)));
    }
  }
  return { entries, gone };
}

const entry = (name: string, content: Uint8Array): Entry => ({ name, size: content.length, content });

function asWord({ campaign, now }: PersonContext, title: string, text: string): Promise<Uint8Array> {
  const paragraph = (line: string): WordBlockSpec => ({ kind: "paragraph", text: line, look: "body" });
  return writeWord({
    author: campaign.definition.campaign.city.bureau,
    at: now,
    sections: [
      {
        start: "nextPage",
        paper: "portrait",
        blocks: [
          { kind: "paragraph", text: title, look: "title" },
          ...text
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => paragraph(line.trim())),
        ],
      },
    ],
  });
}
