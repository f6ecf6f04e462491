import { createHash } from "node:crypto";
import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import { numberFrom, shownCheckNumber } from "../../application/check-number.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Consultation, Department } from "../consultation.ts";
import { concernsOf } from "../departments.ts";
import type { LetterRow } from "../letter-document.ts";
import { consultationPhrases } from "../phrases.ts";
import { consultationsOf } from "../read-state.ts";
import { newestOf } from "../rules.ts";
import { textsOf } from "../texts.ts";
import { givenReplies, type ReplyValues } from "./given.ts";
import { replyColumns as columns, replySheetPhrases as phrases } from "./phrases.ts";

/** Columns that are filled in. */
const FIRST_INPUT = 3;
const WIDTHS = [20, 10, 26, 10, 20, 44, 13, 16];

/** 回复表 of one department as a workbook that comes back filled in, with what is recorded already. */
export async function replyWorkbook(
  context: PersonContext,
  department: Department,
  rows: readonly LetterRow[],
): Promise<{ name: string; bytes: Buffer }> {
  const { definition } = context.campaign;
  const consultation = (await consultationsOf(context)).find((one) => one.department.id === department.id);
  const recorded = consultation ? await valuesOf(context, consultation) : new Map<string, ReplyValues>();
  const values = Object.fromEntries(rows.map(({ caseId }) => [caseId, recorded.get(caseId) ?? {}]));
  const hash = createHash("sha256").update(JSON.stringify(values)).digest("hex");
  const number = numberFrom(["consultation", context.campaign.id, department.id, hash]);
  await givenReplies.keep(context, number, { department: department.id, values });
  const concerns = concernsOf(definition, department);
  const options = [consultationPhrases.findings.noObjection, consultationPhrases.findings.reported];
  const sheet = {
    name: phrases.sheet(),
    titles: [
      phrases.title(department.name),
      phrases.state(fullMomentWords(context.now), shownCheckNumber(number)),
      phrases.hint(nounsOf(definition)),
      ...concerns.map(({ label, wording }) => phrases.concern(label, wording)),
    ],
    columns: columns(nounsOf(definition)).map((header, at) => ({
      ...{ header, width: WIDTHS[at] ?? 14, kind: "text" as const },
    })),
    rows: rows.map(({ caseId, name, district, enterprise }) => {
      const { finding = "", concerns: named = "", words = "", on = "", by = "" } = values[caseId] ?? {};
      return [name, district, enterprise, finding, named, words, on, by];
    }),
    inputs: rows.flatMap((_, row) =>
      WIDTHS.slice(FIRST_INPUT).map((_width, at) => ({
        ...{ row, column: FIRST_INPUT + at },
        ...(at === 0 ? { options } : {}),
      })),
    ),
    paper: "landscape" as const,
  };
  const bytes = await writeWorkbook({ author: definition.campaign.city.bureau, at: context.now, sheets: [sheet] });
  return { name: phrases.fileName(department.name), bytes };
}

/** What is recorded of each case, as it stands in the cells. */
export async function valuesOf(
  context: Pick<Context, "personal" | "campaign">,
  { replies, department }: Consultation,
): Promise<ReadonlyMap<string, ReplyValues>> {
  const newest = [...replies].flatMap(([caseId, versions]) => {
    const reply = newestOf(versions);
    return reply ? [[caseId, reply] as const] : [];
  });
  const texts = await textsOf(
    context,
    newest.map(([, reply]) => reply),
  );
  const concerns = concernsOf(context.campaign.definition, department);
  return new Map(
    newest.map(([caseId, reply]) => [
      caseId,
      {
        finding: consultationPhrases.findings[reply.finding],
        concerns: concerns
          .filter(({ id }) => reply.concerns.includes(id))
          .map(({ name }) => name)
          .join("、"),
        words: texts.get(reply)?.words ?? "",
        on: reply.repliedOn,
        by: texts.get(reply)?.repliedBy ?? "",
      },
    ]),
  );
}
