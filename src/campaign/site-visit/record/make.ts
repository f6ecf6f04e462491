import { qrCode } from "../../../platform/documents/qr-code.ts";
import { fillTemplate } from "../../../platform/documents/word/fill-template.ts";
import { writeWord } from "../../../platform/documents/word/write-word.ts";
import { answerTexts } from "../../application/answer-texts.ts";
import { checkQr, shownCheckNumber } from "../../application/check-number.ts";
import type { Context } from "../../engine/context.ts";
import { journalLines } from "../../engine/journal-line.ts";
import { QR_SIDE } from "../../form-paper/copies.ts";
import { visitDay } from "../phrases.ts";
import { membersPerSite } from "../proposal.ts";
import type { Site } from "../sites.ts";
import { wordsOf } from "../view-words.ts";
import { type PrintedRecord, recordSection } from "./document.ts";
import { recordNumber } from "./number.ts";
import { recordPhrases as phrases } from "./phrases.ts";

/** What the head of a record is made of. */
const PREPARED = ["site-visit.arranged", "site-visit.changed", "site-visit.assigned", "site-visit.people"];
/** Columns for points that a page has room for. */
const MOST_PLACES = 3;

/** 《现场核验记录表》 of the sites in Word, one after another, with check numbers and QR codes. */
export async function recordDocument(context: Context, sites: readonly Site[]): Promise<Buffer> {
  const { definition, id: campaignId } = context.campaign;
  const applications = sites.map(({ application }) => application);
  const enterprises = await answerTexts(context, applications, "enterprise");
  const words = await wordsOf(context, sites);
  const pictures = new Map<string, { png: Uint8Array; side: number }>();
  const sections = [];
  for (const [at, { application, visit, members }] of sites.entries()) {
    const number = recordNumber(campaignId, { caseId: application.id, number: visit?.number ?? 0 });
    const qr = `${phrases.qrPlace}${at}`;
    pictures.set(qr, { png: await qrCode(checkQr("visit", [number])), side: QR_SIDE });
    const { name, district = "", address = "", escort = "" } = words.get(application.id) ?? { name: "" };
    const record: PrintedRecord = {
      ...{ name, district, address, escort, qr, enterprise: enterprises.get(application.id) ?? "" },
      day: phrases.day(visit?.day, visit?.car),
      members: members.map((member) => member.name),
      places: Math.min(MOST_PLACES, Math.max(members.length, membersPerSite(context))),
      footer: [
        phrases.footer(name, {
          day: visit ? visitDay(visit.day) : phrases.undated(),
          number: shownCheckNumber(number),
        }),
        ...(await journalLines(context, PREPARED, [application.id])),
      ],
    };
    sections.push(recordSection(definition, record));
  }
  const template = await writeWord({ author: definition.campaign.city.bureau, at: context.now, sections });
  return fillTemplate(template, [{ texts: new Map(), pictures, leftOut: [] }], context.now);
}
