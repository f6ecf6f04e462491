import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Authority, AuthorityKind } from "./authority.ts";

const kinds: Record<AuthorityKind, string> = {
  signed: "签批",
  bureauMeeting: "局长办公会",
  partyGroupMeeting: "局党组会",
};

/** 10月8日; with its year where that is not the year of `now`. */
const dayWords = (day: CivilDate, today: CivilDate): string => {
  const [year = "", month, date] = day.split("-");
  const short = `${Number(month)}月${Number(date)}日`;
  return today.startsWith(year) ? short : `${year}年${short}`;
};

export const authorityPhrases = {
  label: () => "决定依据",
  kind: (kind: AuthorityKind) => kinds[kind],
  /** 10月8日局长办公会，〔2023〕12号; without a number: 10月8日局长办公会，依据文件待登记 */
  words: ({ kind, on, number }: Authority, now: Date) =>
    `${dayWords(on, dayOf(now))}${kinds[kind]}，${number ?? authorityPhrases.toBeRegistered()}`,
  toBeRegistered: () => "依据文件待登记",
  kindField: () => "决定依据",
  kindHolder: () => "请选择",
  laterHolder: () => "可以后登记",
  onField: () => "会议或签批日期",
  numberField: () => "文号",
  numberHolder: () => "例如〔2023〕12号，可以后登记",
  opinionField: () => "审批意见",
  opinionHolder: () => "200字以内",
  opinion: (text: string) => `审批意见：${text.replace(/[。.]$/u, "")}。`,
  registerLabel: () => "登记依据",
  registerTitle: (name: string) => `${name}的决定依据`,
  purpose: () => "登记决定所依据的会议、签批日期和文号",
};

const example = "经10月8日局长办公会研究同意，〔2023〕12号";

export const authorityRefusals = {
  noDay: (words: string) => `“${words}”不是有效的日期，未办理。请按以下格式书写依据：${example}。`,
  future: (day: CivilDate) => {
    const [year = "", month, date] = day.split("-");
    const md = `${Number(month)}月${Number(date)}日`;
    return `依据的日期${year}年${md}尚未到，未办理。属上一年度的请写明年份，例如${Number(year) - 1}年${md}。`;
  },
  unread: () => `依据没有读懂，未办理。请按以下格式书写依据：${example}。`,
  several: () =>
    `写了不止一次会议或签批，未办理。请只写作出决定的一次，例如「${example}」；其他经过可写入审批意见，不写日期。`,
  numberAlone: () => `只有文号，未见会议或签批日期，未办理。请按以下格式书写依据：${example}。`,
  noDate: () => "请填写会议或签批日期，未办理。",
  noKind: () => "请选择决定依据（签批、局长办公会或局党组会），未办理。",
  opinionTooLong: (most: number) => `审批意见请控制在${most}字以内，未办理。`,
  nothingRead: () => `未见依据，未登记。请按以下格式书写：登记依据 ${example}。`,
  nothingDecided: () => "目前没有可登记依据的决定，未作任何改动。",
  which: (names: readonly string[]) =>
    `请写明为哪项决定登记依据，未登记。可登记的有：${names.join("、")}。例如「登记依据 ${names[0]} ${example}」。`,
  /** @param left what was said besides, for which there is no place here */
  registered: (name: string, words: string, left: string | undefined) =>
    `已登记${name}的依据：${words}。${left === undefined ? "" : `“${left}”未登记，此处只登记会议或签批的日期和文号。`}`,
};
