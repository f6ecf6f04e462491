import { type CivilDate, civilDate } from "../../shared/civil-date.ts";
import type { AccidentDeclaration } from "./application.ts";

/** What was declared of accidents: the option of the form, and on what day it happened. */
export interface DeclaredAccident {
  choice: string;
  happenedOn?: string | undefined;
}

export interface AccidentReading {
  declaration: AccidentDeclaration;
  /** 不得参与: the accident lies in the window. */
  excluded: boolean;
  /** First day of the window. */
  since: CivilDate;
}

/**
 * 近两年内有重大安全责任事故的不得参与 (L117). The window reaches back from the day of handing in by the years of
 * R6, that day itself included.
 */
export function readAccident(
  { choice, happenedOn }: DeclaredAccident,
  { submittedOn, yearsBefore }: { submittedOn: CivilDate; yearsBefore: number },
): AccidentReading {
  const since = yearsEarlier(submittedOn, yearsBefore);
  if (choice === "pending") return { declaration: "unclear", excluded: false, since };
  if (choice !== "some") return { declaration: "none", excluded: false, since };
  return { declaration: "declared", excluded: happenedOn === undefined || happenedOn >= since, since };
}

/** The same day some years earlier; 2月29日 becomes 2月28日. */
function yearsEarlier(day: CivilDate, years: number): CivilDate {
  const text = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  return text.endsWith("-02-29") && !isLeap(Number(text.slice(0, 4)))
    ? civilDate(text.replace(/29$/, "28"))
    : civilDate(text);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
