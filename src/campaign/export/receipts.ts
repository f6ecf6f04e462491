import { textView } from "../../platform/chat/view.ts";
import { writeWorkbook } from "../../platform/documents/workbook.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtName } from "../definition/districts.ts";
import { roleName } from "../definition/role-name.ts";
import { fullMomentWords } from "../definition/wording.ts";
import { districtsOf, mayMember, memberOf } from "../directory/member.ts";
import { namesOf } from "../directory/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { journalLines } from "../engine/journal-line.ts";
import { receiptPhrases } from "../receipt/phrases.ts";
import { type Receipt, receiptsOf } from "../receipt/store.ts";
import type { ExportOffer } from "./extension-points.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { exportPhrases } from "./phrases.ts";
import { offerPhrases as phrases } from "./phrases-offers.ts";

const CAPABILITY = "reminder.send";
const RECEIPTS = "export.receipts";

/** 回执 as a workbook, to the organizer alone: it names who has not read. */
export const exportReceipts: Command = {
  id: RECEIPTS,
  words: [phrases.receiptsTyped(), "导出回执", "导出 阅读情况"],
  capability: CAPABILITY,
  effect: "read",
  help: { example: phrases.receiptsTyped(), purpose: phrases.receiptsPurpose() },
  onlyIn: "direct",
  async handle(context) {
    const { name, bytes } = await receiptWorkbook(context);
    const hash = await context.files.put(bytes);
    await context.withJournal({ action: "export.made", reason: `${name} ${hash}`, whenClosed: true }, () =>
      context.outbox.sendFile(context.person.staffId, { name, hash }),
    );
    return { reply: textView(phrases.sentTitle(), phrases.sent([name]), { tone: "done" }) };
  },
};

export async function receiptsOffer(context: PersonContext): Promise<ExportOffer[]> {
  const { definition } = context.campaign;
  if (!mayMember(definition, context.person, CAPABILITY)) return [];
  const all = await receiptsOf(context.tx, context.campaign.id, {});
  const messages = new Set(all.map(({ message }) => message)).size;
  const people = new Set(all.map(({ person }) => person)).size;
  const typed = phrases.receiptsTyped();
  const action = { id: RECEIPTS, label: phrases.receiptsLabel(), typed, look: "default" as const };
  return [{ action, holds: phrases.receiptsHold(messages, people) }];
}

/** @throws {RefusalError} if nothing was sent that has receipts */
export async function receiptWorkbook(context: Context): Promise<ExportedFile> {
  const { tx, campaign, now } = context;
  const { year, city, name } = campaign.definition.campaign;
  const all = await receiptsOf(tx, campaign.id, {});
  if (all.length === 0) throw new RefusalError("export.no-receipts", phrases.noReceipts());
  const names = await namesOf(tx, [...new Set(all.map(({ person }) => person))]);
  const title = phrases.receiptsTitle(year.value, city.name, name);
  const [kind = "", sent = "", person = "", place = "", read = "", asked = "", state = ""] = phrases.receiptsColumns();
  const bytes = await writeWorkbook({
    author: city.bureau,
    at: now,
    sheets: [
      {
        name: phrases.receiptsSheet(),
        titles: [title, exportPhrases.progressAsOf(fullMomentWords(now))],
        columns: [
          { header: kind, width: 12, kind: "text" },
          { header: sent, width: 24, kind: "moment" },
          { header: person, width: 16, kind: "text" },
          { header: place, width: 18, kind: "text" },
          { header: read, width: 24, kind: "moment" },
          { header: asked, width: 24, kind: "moment" },
          { header: state, width: 18, kind: "text" },
        ],
        rows: all.map((one) => [
          receiptPhrases.kind(one.kind),
          one.sentAt,
          names.get(one.person) ?? one.person,
          placeOf(context, one),
          one.readAt ?? null,
          one.askedAt ?? null,
          phrases.receiptState(stateOf(one)),
        ]),
        notes: await journalLines(context, ["receipt.%"]),
        paper: "landscape",
      },
    ],
  });
  return { name: exportPhrases.fileName(title), bytes };
}

const stateOf = ({ readAt, askedAt }: Receipt): "read" | "unread" | "unknown" => {
  if (readAt) return "read";
  return askedAt ? "unread" : "unknown";
};

/** The districts of who got it, or their role. */
function placeOf({ campaign: { definition }, people }: Context, { person }: Receipt): string {
  const member = memberOf(people, person);
  if (!member) return "";
  const districts = districtsOf(definition, member).map((id) => districtName(definition, id));
  return districts.join("、") || [...new Set(member.roles.map(({ role }) => roleName(definition, role)))].join("、");
}
