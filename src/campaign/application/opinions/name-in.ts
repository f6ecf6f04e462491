import { partsOfOther } from "../../../platform/conversation/parts-of-other.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { CommandRequest } from "../../engine/feature.ts";
import type { Application } from "../application.ts";
import { answerContext, applicationForm } from "../form.ts";
import { besideIn } from "../reason-gate.ts";
import { surroundingsOf } from "../surroundings.ts";
import { calledOffices, officesOf } from "./offices.ts";
import { beginsWithOffice, isHeader, isLead } from "./opinion-rows.ts";
import { opinionRefusals as refusals } from "./phrases.ts";
import { type ReadOpinions, readOpinions, type SpokenOpinion } from "./read-words.ts";
import { caseInSight, casesInSight } from "./visible.ts";

/** The case that the words begin with, and what follows its name. */
export interface NamedCase {
  application: Application;
  rest: string;
}

/**
 * 雅苑 社区 同意 9月5日: the name is the longest that the words begin with, or what stands before the first blank. People
 * with one case need not name it.
 * @throws {RefusalError} if no case or more than one fits
 */
export async function namedCase(context: PersonContext, request: CommandRequest): Promise<NamedCase> {
  const text = belowColumns(request.verbatim.normalize("NFKC")).trim();
  if (request.subject !== undefined || text === "") {
    return { application: await caseInSight(context, { ...request, words: text }), rest: "" };
  }
  const cases = await casesInSight(context);
  const names = cases.map(({ compoundName }) => compoundName.normalize("NFKC"));
  const [longest] = names.filter((name) => text.startsWith(name)).toSorted((a, b) => b.length - a.length);
  if (longest === undefined && cases.some(({ district }) => beginsWithOffice(text, calledIn(context, district)))) {
    return { application: await caseInSight(context, { ...request, words: "" }), rest: text };
  }
  const typed = longest ?? text.split(/[\s:,]/u)[0] ?? "";
  const application = await caseInSight(context, { ...request, words: typed });
  return { application, rest: text.slice(typed.length).replace(/^[\s:,的]+/u, "") };
}

/** Without the names of columns and what leads to the rows, which stand where a name would. */
const belowColumns = (text: string): string => {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "" && !isHeader(line) && !isLead(line));
  return lines.slice(Math.max(0, first)).join("\n");
};

/** How people call the offices of a case in this district. */
export function calledIn(
  { campaign, rulings }: Pick<PersonContext, "campaign" | "rulings">,
  district: string,
): ReadonlyMap<string, readonly string[]> {
  const { definition } = campaign;
  const named = definition.campaign.districts.find(({ id }) => id === district);
  return calledOffices(applicationForm({ campaign, rulings }), {
    district: named ?? { name: district, kind: "other" },
    city: definition.campaign.city.name,
  });
}

/** @throws {RefusalError} naming what is missing */
export async function opinionsInWords(
  context: PersonContext,
  { district, answers, compoundName }: Application,
  words: string,
): Promise<{ opinions: readonly SpokenOpinion[]; empty: readonly string[] }> {
  const read = readOpinions(words, calledIn(context, district), answerContext(context));
  if (read.ok) {
    const cases = (await casesInSight(context)).map((one) => one.compoundName);
    const around = surroundingsOf(context, { own: compoundName, cases });
    const other = read.opinions.find(
      ({ text = "" }) => text !== "" && (partsOfOther(text, around).length > 0 || besideIn(text) !== undefined),
    );
    if (!other) return { opinions: read.opinions, empty: read.empty ?? [] };
    throw new RefusalError("application.opinion-other", refusals.spoken(other.text ?? ""));
  }
  const offices = officesOf(applicationForm(context), answers).filter(({ nobody }) => !nobody);
  const sentence = sentenceOf(
    read,
    offices.map(({ name }) => name),
  );
  throw new RefusalError(`application.opinion-${read.lacks}`, sentence);
}

/** 局意见撤, 社区 改9-7: of what is recorded already. */
const TAKES_BACK = /撤|作废|不要|删|取消|改/u;

function sentenceOf({ lacks, at }: Extract<ReadOpinions, { ok: false }>, names: readonly string[]): string {
  switch (lacks) {
    case "office":
      return refusals.noOffice(names, at);
    case "stance":
      return TAKES_BACK.test(at) ? refusals.noStanceBack(at) : refusals.noStance(at);
    case "date":
      return refusals.noDate(at);
    case "dates":
      return refusals.severalDates(at);
    case "once":
      return refusals.twice(at);
    case "spoken":
      return refusals.spoken(at);
    case "unread":
      return refusals.unread(at);
    case "pastDate":
      return refusals.future(at);
  }
}
