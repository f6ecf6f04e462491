import type { DateContext } from "../../../platform/conversation/answers/find-dates.ts";
import { isCourtesy, isOfForward } from "../../../platform/conversation/beside-form.ts";
import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { ofJustOpened, pastedFor } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { caseAtHead } from "../case-at-head.ts";
import { caseInHand, caseJustOpened } from "../case-in-hand.ts";
import { answerContext } from "../form.ts";
import { applicationById, applicationsOf } from "../store.ts";
import { calledIn } from "./name-in.ts";
import { isWithin, mentionsIn, standsAt } from "./offices.ts";
import { beginsWithOffice, isHeader, isLead, isNote, onOwnLines } from "./opinion-rows.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { readOpinions } from "./read-words.ts";
import { collectsOpinions } from "./standing.ts";

const BOX = /^[^,，。；;同我]{2,20}意见栏?\s*(?:[:：\t（( ]|$|(?=不?同意|情况|[\d①-⑩]))/u;
const STANCE = /同意|赞成|反对|属实|无异议|支持|不予/u;

/** A line that some label begins. */
const LABELLED = /^[^:：\t，,。]{2,16}(?:[:：]\s*\S|\t)/u;

/**
 * Whether the text is offices with what they say, on their lines: 业委会意见 同意 9月5日. A line below one belongs to it
 * unless it begins with another label. @param called words by which people call each office
 */
export function areOpinionRows(text: string, called: ReadonlyMap<string, readonly string[]>): boolean {
  const words = [...called.values()].flat();
  const isOffice = (line: string): boolean =>
    words.some((word) => standsAt(line, word, 0)) ||
    BOX.test(line) ||
    (/[\t:：]/u.test(line) && beginsWithOffice(line, called));
  const lines = onOwnLines(text)
    .normalize("NFKC")
    .split("\n")
    .filter((line) => !isHeader(line))
    .map((line) => line.replace(/^[\s|·•\-\d.、)]+/u, "").trimEnd())
    .filter((line) => line !== "" && !isOfForward(line) && !isCourtesy(line) && !isLead(line));
  const [first = "", ...others] = lines;
  const goesOn = (line: string): boolean => isOffice(line) || !LABELLED.test(line) || NAMED.test(line) || isNote(line);
  const opens = opensRow(first, words) || (/[\t:：]/u.test(first) && beginsWithOffice(first, called));
  return isOffice(first) && opens && others.every(goesOn) && STANCE.test(text);
}
/** 盖章单位：… */
const NAMED = /^(?:盖章|公章|签[署字章名]|日期|时间|意见)/u;

/** 社区物业矛盾较多 is prose, alone on its line. */
const opensRow = (line: string, words: readonly string[]): boolean =>
  BOX.test(line) || words.some((word) => standsAt(line, word, 0));

/** The form's boxes for opinions, which are no answers to its questions: 业委会意见 同意 9月5日. */
export function areBoxesOfOpinions(
  context: Pick<PersonContext, "campaign" | "rulings">,
  district: string | undefined,
  text: string,
): boolean {
  if (district === undefined || !collectsOpinions(context.campaign.definition)) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  return BOX.test(first) && areOpinionRows(text, calledIn(context, district));
}

/** 塔山小区街道意见改为同意: the name straight before the office. */
export function behindName(text: string, names: readonly string[]): string {
  const begun = text.trimStart();
  const name = names.toSorted((a, b) => b.length - a.length).find((one) => one !== "" && begun.startsWith(one));
  return name === undefined ? text : begun.slice(name.length).replace(/^[\s的，,：:]+/u, "");
}

/** What an office says straight behind its name. */
const SAID = /^[\s:：,，]*(?:的?意见)?(?:是|为)?[\s:：]*(?:(?:也|都|均|已)*(?:不?同意|属实|无异议)|\d{1,2}[-./月]\d)/u;

/** 业委会同意 社区同意 8.25: an office first; opinions that read whole, or of more than one office, whether they read or not. */
export function sayOpinions(text: string, called: ReadonlyMap<string, readonly string[]>, when: DateContext): boolean {
  const said = withoutFillers(text.trim()).normalize("NFKC");
  if (!STANCE.test(said) || !beginsWithOffice(said, called)) return false;
  const saying = mentionsIn(said, called).filter(({ to }) => SAID.test(said.slice(to)));
  return new Set(saying.map(({ office }) => office)).size > 1 || readOpinions(said, called, when).ok;
}

/** What reads as opinions is for the case that was opened last, whatever was asked before. */
export const opinionsJustOpened = extend(ofJustOpened, async (context, { text, asker }) => {
  const { campaign, tx, now } = context;
  const { person, place } = asker;
  if (place !== "direct" || !collectsOpinions(campaign.definition)) return undefined;
  if (!STANCE.test(text) || !mayMember(campaign.definition, person, "opinion.record")) return undefined;
  const id = await caseJustOpened({ tx, campaign, person, now });
  const opened = id === undefined ? undefined : await applicationById(tx, id);
  if (opened?.state !== "submitted" || !districtsOf(campaign.definition, person).includes(opened.district))
    return undefined;
  return sayOpinions(text, calledIn(context, opened.district), answerContext(context)) ? true : undefined;
});

/** Opinions that were pasted without the command, also below the name of their case. */
export const pastedOpinions = extend(pastedFor, async ({ campaign, rulings, tx, now }, { text, person }) => {
  const { definition } = campaign;
  if (!collectsOpinions(definition) || !mayMember(definition, person, "opinion.record")) return undefined;
  const own = districtsOf(definition, person);
  const all = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const names = all.filter(({ district }) => own.includes(district)).map(({ compoundName }) => compoundName);
  const said = withoutFillers(text);
  const rows = caseAtHead(said, names)?.rest ?? behindName(said, names);
  if (!own.some((id) => areOpinionRows(rows, calledIn({ campaign, rulings }, id)))) return undefined;
  const lines = said
    .split("\n")
    .filter((line) => !isLead(line) && !isOfForward(line) && !isHeader(line))
    .join("\n");
  const about = [...new Set(own.flatMap((id) => officesSaid(rows, calledIn({ campaign, rulings }, id))))];
  const isNamed = rows !== said || names.some((name) => name !== "" && text.includes(name));
  if (isNamed || names.length < 2)
    return [
      {
        name: phrases.submit(),
        typed: `${phrases.submit()} ${lines.trim()}`,
        ...(isNamed ? {} : { joins: true as const, about }),
      },
    ];
  const justOpened = await caseJustOpened({ tx, campaign, person, now });
  const open = all.find(({ id, district }) => id === justOpened && own.includes(district))?.compoundName;
  // Whose opinions they are is asked with what they are for, the case that was opened last first.
  const inHand = await caseInHand({ tx, campaign, person, now });
  const first = all.find(({ id }) => id === inHand)?.compoundName;
  return (open === undefined ? [...new Set([...names.filter((name) => name === first), ...names])] : [open])
    .slice(0, MOST)
    .map((name) => {
      const word = `${phrases.submit()} ${name}`;
      return { name: word, typed: `${word} ${lines.trim()}`, joins: true as const, about };
    });
});

/** Of several cases. */
const MOST = 6;

/** Words for the offices that the text speaks of: what it says of them is not joined to what was said of them before. */
export function officesSaid(text: string, called: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const offices = new Set(mentionsIn(text.normalize("NFKC"), called).map(({ office }) => office));
  return [...offices].flatMap((office) => (called.get(office) ?? []).filter((word) => isWithin(word)));
}
