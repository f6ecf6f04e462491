import { findDate } from "../../../platform/conversation/answers/find-date.ts";
import type { DateContext } from "../../../platform/conversation/answers/find-dates.ts";
import { beginsAsName } from "../../../platform/conversation/answers/surnames.ts";
import { isCourtesy, isOfForward, withoutSenders } from "../../../platform/conversation/beside-form.ts";
import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { caseJustOpened } from "../case-in-hand.ts";
import { answerContext } from "../form.ts";
import { applicationById } from "../store.ts";
import { calledIn } from "./name-in.ts";
import { mentionsIn } from "./offices.ts";
import { isHeader, isLead, onOwnLines } from "./opinion-rows.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { readOpinions } from "./read-words.ts";
import { collectsOpinions, opinionStandings } from "./standing.ts";

/** An opinion as it is registered, in words. */
export interface Registered {
  /** 属地社区 */
  name: string;
  /** “同意推荐” where more than 同意 was written. */
  said: string;
  givenOn: CivilDate;
  signer?: string | undefined;
}

const LED = /^\s*(?:更正|订正|勘误)\s*[:：]\s*/u;
const SIGNER =
  /^(?:签[署字名]人?(?:不是|非)(?:\p{Script=Han}{2,4}?))?[,，]?(?:签[署字名]人?)?(?:应该?)?(?:[是为]|改[为成]|更正为)(?:(?:社区|街道|村|党支部|党委|局)?(?:书记|主任|局长|副局长|镇长|会长))?(?<name>\p{Script=Han}{2,3})$/u;
const DAY_LED = /(?:日期|时间)?(?:应该?)?(?:[是为]|改[为成]|更正为)?$/u;

/**
 * 江东社区的签字人不是甲，是乙，日期8月23日: the row as it is registered, with what is corrected in it; undefined where
 * the words say anything else.
 */
export function correctedRow(
  line: string,
  called: ReadonlyMap<string, readonly string[]>,
  { when, registered }: { when: DateContext; registered: ReadonlyMap<string, Registered> },
): string | undefined {
  const said = line
    .normalize("NFKC")
    .replace(LED, "")
    .replace(/[。.\s]+$/u, "");
  const [first, second] = mentionsIn(said, called).filter(({ to }) => !/^(?:书记|主任|局长)/u.test(said.slice(to)));
  const before = first && registered.get(first.office);
  // 江东社区: the name of the place stands before the office.
  if (!first || second || !before || !/^\p{Script=Han}{0,6}$/u.test(said.slice(0, first.from))) return undefined;
  const rest = said.slice(first.to).replace(/^(?:的|意见的|意见)?[\s,，:：]*/u, "");
  const day = findDate(rest, when);
  const words = (day ? `${day.before.replace(DAY_LED, "")}${day.after}` : rest).replaceAll(/[\s,，]+$/gu, "");
  const signer = words === "" ? undefined : SIGNER.exec(words)?.groups?.name;
  if (words !== "" && (signer === undefined || !beginsAsName(signer))) return undefined;
  if (words === "" && !day) return undefined;
  const signed = signer ?? before.signer;
  const on = day?.date ?? before.givenOn;
  return [before.name, before.said, `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`, signed && `签署人${signed}`]
    .filter(Boolean)
    .join(" ");
}

/** The rows that the message gives, each whole; undefined where a line is of something else. */
export function rowsWithCorrections(
  text: string,
  called: ReadonlyMap<string, readonly string[]>,
  given: { when: DateContext; registered: ReadonlyMap<string, Registered> },
): readonly string[] | undefined {
  const lines = onOwnLines(withoutSenders(withoutFillers(text)))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !isOfForward(line) && !isCourtesy(line) && !isLead(line) && !isHeader(line));
  const rows = lines.map((line) => {
    const plain = line.replace(LED, "");
    return readOpinions(plain, called, given.when).ok ? plain : correctedRow(line, called, given);
  });
  const whole = rows.flatMap((row) => row ?? []);
  if (whole.length === 0 || whole.length < rows.length) return undefined;
  return readOpinions(whole.join("\n"), called, given.when).ok ? whole : undefined;
}

/** 更正：… beside opinions, of the case that was opened last: all of it is offered for registering. */
export const correctedOpinions = extend(understood, async (context, { text, person, place }) => {
  const { tx, campaign, now } = context;
  const { definition, closedAt } = campaign;
  if (place !== "direct" || closedAt || !collectsOpinions(definition)) return undefined;
  if (!mayMember(definition, person, "opinion.record")) return undefined;
  const id = await caseJustOpened({ tx, campaign, person, now });
  const opened = id === undefined ? undefined : await applicationById(tx, id);
  if (opened?.state !== "submitted" || !districtsOf(definition, person).includes(opened.district)) return undefined;
  const called = calledIn(context, opened.district);
  if (mentionsIn(text.normalize("NFKC"), called).length === 0) return undefined;
  const standings = (await opinionStandings(context, [opened])).get(opened.id) ?? [];
  const texts = await context.personal.read(standings.flatMap(({ opinion }) => [opinion?.text, opinion?.signer]));
  const registered = new Map(
    standings.flatMap(({ office, opinion }) =>
      opinion === undefined
        ? []
        : [
            [
              office.id,
              {
                name: office.name,
                said: texts.get(opinion.text?.personal ?? "") ?? phrases.stance(opinion.stance),
                givenOn: opinion.givenOn,
                signer: texts.get(opinion.signer?.personal ?? ""),
              },
            ] as const,
          ],
    ),
  );
  const rows = rowsWithCorrections(text, called, { when: answerContext(context), registered });
  return rows && phrases.meant(`${phrases.submit()} ${opened.compoundName} ${rows.join("；")}`);
});
