import { isPersonalRef, type PersonalRef } from "../../../platform/journal/personal-value.ts";

/** Columns of the journal's tables whose texts 利用本 shows: reasons and opinions on the work, never who a person is. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  agreed_points: ["reason"],
  archive: ["opinion"],
  attachment: ["label", "withdraw_reason"],
  broadcast: ["text"],
  case_return: ["items", "late_reason"],
  case_study: ["text"],
  deadline_extension: ["reason", "opinion", "approval_opinion"],
  evaluation_team: ["opinion"],
  expected_districts: ["opinion"],
  opinion: ["text"],
  preliminary_score: ["reason", "remark"],
  provincial_recommendation: ["opinion", "result"],
  publication_correction: ["text", "reason", "opinion"],
  publication_suspension: ["reason", "resume_reason"],
  recheck: ["reason"],
  recommendation_list: ["items", "fewer_reason", "late_reason"],
  requirement_sheet: ["reasons"],
  return_extension: ["reason", "opinion"],
  ruling_answer: ["opinion"],
  score: ["reason", "remark"],
  score_sheet: ["late_reason", "reopen_reason"],
  selection: ["items", "opinion"],
  work_report: ["text", "return_remarks"],
  work_report_part: ["text"],
};
/** Their answers are shown by field. */
const FORMS = ["application", "application_revision"];

/** Every reference to a personal value within, however deep, also in a text that is JSON: the reason of an entry. */
export function refsIn(value: unknown): PersonalRef[] {
  if (isPersonalRef(value)) return [value];
  if (typeof value === "string") return refsIn(objectIn(value));
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(refsIn);
}

function objectIn(text: string): unknown {
  if (!text.startsWith("{") || !text.includes('"personal"')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** References of a recorded row that 利用本 shows. @param personal keys of the form's fields about persons */
export function shownRefs(table: string, row: unknown, personal: ReadonlySet<string>): PersonalRef[] {
  if (typeof row !== "object" || row === null) return [];
  const columns: Readonly<Record<string, unknown>> = { ...row };
  if (FORMS.includes(table)) {
    const answers = columns.answers;
    const given = typeof answers === "object" && answers !== null ? Object.entries(answers) : [];
    return [
      ...given.filter(([key]) => !personal.has(key)).flatMap(([, answer]) => refsIn(answer)),
      ...refsIn(columns.late_reason),
    ];
  }
  return (SHOWN[table] ?? []).flatMap((column) => refsIn(columns[column]));
}

/** Mobile and identity numbers that stand in a text, with their middle covered. */
export const withoutNumbers = (words: string): string =>
  words
    .replaceAll(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/gu, `$1${"*".repeat(4)}$2`)
    .replaceAll(/(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/gu, `$1${"*".repeat(8)}$2`);

/** The same value without the hashes of references that are masked: from an id and its hash a short value can be guessed. */
export function withoutHashes(value: unknown, shown: ReadonlySet<string>): unknown {
  if (isPersonalRef(value)) return shown.has(value.personal) ? value : { personal: "masked" };
  if (Array.isArray(value)) return value.map((one) => withoutHashes(one, shown));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutHashes(one, shown)]));
}
