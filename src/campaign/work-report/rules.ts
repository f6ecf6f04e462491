import type { Deadline } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsOf, type Member } from "../directory/member.ts";

/** After the stated day it is marked late, where the day binds; it is never refused. */
export const isLate = ({ binding, hardClosesAt }: Deadline, now: Date): boolean => binding && now >= hardClosesAt;

/** The districts the person hands reports in for. */
export const reportingDistricts = (definition: Definition, member: Member): readonly string[] => {
  const own = member.roles.flatMap(({ role, district }) => (role === "districtOfficer" ? [district] : []));
  return districtsOf(definition, member).filter((district) => own.includes(district));
};

/** What a report may come as; anything else is named in a sentence. Our own list: the plan names no format. */
export const REPORT_TYPES: readonly string[] = ["docx", "doc", "wps", "pdf", "ofd", "rtf", "txt"];

export const typeOf = (fileName: string): string =>
  /\.([\p{L}\p{N}]{1,8})$/u.exec(fileName)?.[1]?.normalize("NFKC").toLowerCase() ?? "";
