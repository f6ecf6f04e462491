import { z } from "zod";
import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { findApplication } from "../application/find-application.ts";
import { clausesOf } from "../application/requirements/requirements.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type Consultation, REPLY_FINDINGS, type ReplyFinding } from "./consultation.ts";
import { concernsOf } from "./departments.ts";
import { consultationRefusals as refusals } from "./phrases.ts";
import { idsIn, namesIn, readReply } from "./read-words.ts";
import type { ToRecord } from "./record.ts";
import type { GivenReply } from "./rules.ts";

/** Length of what a department reports, in characters. */
export const MOST_WORDS = 300;

/** Ids before what is reported: they are kept apart from it. */
const LEADING_IDS = /^(?:(?:涉及)?(?:要求|条款)?[\s、，,]*\d{1,2}-\d{1,2}(?![\d-])[\s、，,：:和及]*)+/u;

/** A reply as a person wrote it, whichever way. */
export interface WrittenReply {
  finding: ReplyFinding | undefined;
  /** Ids that were chosen or written. */
  concerns: readonly string[];
  words: string;
  /** yyyy-MM-dd or as typed; empty: today. */
  repliedOn: string;
  repliedBy: string;
}

const text = z.string().trim().optional().catch(undefined);
const formValues = z.object({
  cases: text,
  finding: z.enum(REPLY_FINDINGS).optional().catch(undefined),
  concerns: z.array(z.string()).optional().catch(undefined),
  words: text,
  repliedOn: text,
  repliedBy: text,
});

/** A filled-in form. */
export function repliesInForm(
  context: Context,
  consultation: Consultation,
  values: Readonly<Record<string, unknown>>,
): ToRecord[] {
  const read = formValues.parse(values);
  const reply = replyOf(context, consultation, {
    finding: read.finding,
    concerns: read.concerns ?? [],
    words: read.words ?? "",
    repliedOn: (read.repliedOn ?? "").slice(0, 10),
    repliedBy: read.repliedBy ?? "",
  });
  return casesOf(context, consultation, { cases: read.cases ?? "", reply });
}

/** What was typed behind the department. */
export function repliesTyped(context: Context, consultation: Consultation, typed: string): ToRecord[] {
  const read = readReply(typed, dayOf(context.now));
  if (read.unclear)
    throw new RefusalError("consultation.one-finding", refusals.oneFinding(nounsOf(context.campaign.definition)));
  const { cases, finding, words, repliedBy } = read;
  const reply = replyOf(context, consultation, {
    ...{ finding, concerns: [], words, repliedBy },
    repliedOn: read.repliedOn ?? "",
  });
  return casesOf(context, consultation, { cases, reply });
}

/**
 * Checks what was written of one case.
 * @throws {RefusalError} with what is missing
 */
export function replyOf(context: Context, consultation: Consultation, written: WrittenReply): GivenReply {
  const { finding } = written;
  if (!finding) throw new RefusalError("consultation.no-finding", refusals.noFinding());
  const words = cleanLine(written.words).replace(LEADING_IDS, "");
  if ([...words].length > MOST_WORDS)
    throw new RefusalError("consultation.words-too-long", refusals.wordsTooLong(MOST_WORDS));
  if (finding === "reported" && words === "") throw new RefusalError("consultation.no-words", refusals.noWords());
  const repliedBy = [...cleanLine(written.repliedBy)].slice(0, 40).join("");
  if (repliedBy === "") throw new RefusalError("consultation.no-replier", refusals.noReplier());
  return {
    ...{ finding, words, repliedBy },
    concerns: finding === "reported" ? concernsIn(context, consultation, written) : [],
    repliedOn: dayIn(context, written.repliedOn),
  };
}

function concernsIn(
  { campaign: { definition } }: Context,
  { department }: Consultation,
  { concerns, words }: Pick<WrittenReply, "concerns" | "words">,
): string[] {
  const own = concernsOf(definition, department);
  const labels = own.map(({ label }) => label);
  const named = own.filter(
    ({ id, isClause, name }) =>
      concerns.includes(id) || (isClause ? idsIn(words, [id]).length > 0 : words.includes(name)),
  );
  const foreign = idsIn(
    words,
    clausesOf(definition)
      .map(({ id }) => id)
      .filter((id) => !own.some((one) => one.id === id)),
  );
  if (foreign.length > 0) throw new RefusalError("consultation.foreign", refusals.foreignConcern(foreign, labels));
  const [only] = own;
  if (named.length === 0 && only && own.length === 1) return [only.id];
  if (named.length === 0) throw new RefusalError("consultation.no-concern", refusals.noConcern(labels));
  return named.map(({ id }) => id);
}

function dayIn({ now }: Context, typed: string): CivilDate {
  const today = dayOf(now);
  const plain = typed.trim();
  const found = plain === "" ? today : isCivilDate(plain) ? plain : findDate(plain, yearOf(today))?.date;
  if (!found) throw new RefusalError("consultation.no-date", refusals.noDate(typed));
  if (found > today) throw new RefusalError("consultation.future", refusals.future(found));
  return found;
}

const yearOf = (today: CivilDate) => ({ today, year: Number(today.slice(0, 4)) });

function casesOf(
  context: Context,
  consultation: Consultation,
  { cases, reply }: { cases: string; reply: GivenReply },
): ToRecord[] {
  const nouns = nounsOf(context.campaign.definition);
  const { all, names } = namesIn(cases);
  if (all) {
    if (reply.finding === "reported") throw new RefusalError("consultation.one-by-one", refusals.oneByOne(nouns));
    if (consultation.unanswered.length === 0)
      throw new RefusalError("consultation.all-answered", refusals.allAnswered(consultation.department.name));
    return consultation.unanswered.map(({ id }) => ({ caseId: id, reply }));
  }
  if (names.length === 0) throw new RefusalError("consultation.which-case", refusals.whichCase(nouns));
  if (names.length > 1 && reply.finding === "reported")
    throw new RefusalError("consultation.one-by-one", refusals.oneByOne(nouns));
  const found = names.map((name) => ({ name, one: caseNamed(context, consultation, name) }));
  const unknown = found.filter(({ one }) => one === undefined).map(({ name }) => name);
  if (unknown.length > 0)
    throw new RefusalError("consultation.unknown-cases", refusals.unknownCases(unknown, nouns), {
      choices: consultation.asked.map(({ compoundName }) => compoundName),
    });
  const ids = [...new Set(found.flatMap(({ one }) => one?.id ?? []))];
  return ids.map((caseId) => ({ caseId, reply }));
}

/**
 * Also one that does not take part any more, so that it is told from one that nobody knows. Of cases of the same name the
 * one whose district stands before it.
 * @throws {RefusalError} if it cannot be told which
 */
function caseNamed(
  { campaign: { definition } }: Context,
  consultation: Consultation,
  name: string,
): Application | undefined {
  const noun = nounsOf(definition).case;
  const withDistrict = ({ district, compoundName }: Application) =>
    `${districtName(definition, district)}${compoundName}`;
  for (const among of [consultation.asked, consultation.left]) {
    const found = findApplication(among, name, { noun });
    if (found.kind === "one") return found.application;
    const named = among.filter((one) => withDistrict(one) === name.replaceAll(/\s/gu, ""));
    if (named.length === 1) return named[0];
    if (found.kind !== "several") continue;
    const same = among.filter(({ compoundName }) => compoundName === name || compoundName.includes(name));
    const choices = same.map(withDistrict);
    throw new RefusalError("consultation.several-cases", refusals.severalCases(name, choices), { choices, said: name });
  }
  return undefined;
}
