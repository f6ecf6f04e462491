import type { Nouns } from "../../directory/nouns.ts";
import type { SealState } from "./sealed-copy.ts";

const named = ({ signer, signedOn }: SealState, day: (on: string) => string): string => {
  if (signer === undefined && signedOn === null) return "审签人和审签日期待登记";
  if (signedOn === null) return `审签人：${signer ?? ""}，审签日期待登记`;
  return signer === undefined ? `审签日期：${day(signedOn)}，审签人待登记` : `审签人：${signer}，${day(signedOn)}`;
};

/** 盖章件 of a reported list. */
export const sealedPhrases = {
  words: ["名单盖章件", "推荐名单盖章件", "登记盖章件"],
  word: () => "名单盖章件",
  example: () => "名单盖章件 审签人姓名 9月27日",
  purpose: () => "登记已报送的推荐名单的审签人、审签日期和盖章件",
  seeWords: ["查看名单盖章件"],
  seeExample: ({ district }: Nouns) => `查看名单盖章件 ${district}名称`,
  seePurpose: ({ district }: Nouns) => `查看各${district}推荐名单的审签和盖章件`,
  label: () => "登记盖章件",
  /** @param day writes a day out */
  state: (state: SealState, day: (on: string) => string) =>
    `${named(state, day)}；${state.pages > 0 ? `盖章件已归档${state.pages}份` : "盖章件待补"}。`,
  title: (district: string, version: number) => `${district}　推荐名单第${version}版的盖章件`,
  settled: () => "已归档",
  awaited: () => "盖章件待补",
  ask: (paper: string) =>
    `请在下方登记审签人和审签日期，并将盖章的${paper}拍照或扫描成PDF，在此发送；可以先登记、后补盖章件。`,
  askTyped: (paper: string) =>
    `请回复审签人和审签日期，例如「王某某 9月27日」，并将盖章的${paper}拍照或扫描成PDF，在此发送；可以先登记、后补盖章件。`,
  signerField: () => "审签人",
  dateField: () => "审签日期",
  save: () => "登记",
  registered: () => "已登记。",
  stampNotKept: (said: string) => `「${said.replace(/^[（(]|[)）]$/gu, "")}」不单独登记，请发送盖章件的照片或扫描件。`,
  besideNotKept: (lines: readonly string[]) =>
    `${lines.map((line) => `「${line}」`).join("")}不作登记内容；盖章件请发送照片或扫描件。`,
  /** @param stamped what was said of the stamp @param beside lines of which nothing is registered */
  registeredBut: (stamped: string | undefined, beside: readonly string[] = []) =>
    sealedPhrases.registered() +
    (beside.length > 0
      ? sealedPhrases.besideNotKept(beside)
      : stamped === undefined
        ? ""
        : sealedPhrases.stampNotKept(stamped)),
  filed: (count: number) => `盖章件已归档，共${count}份。`,
  filedAgain: () => "同一文件此前已归档，未重复归档。",
  askNumberTitle: () => "请回复校验号",
  askNumber: (paper: string, version: number) =>
    `没有识别到${paper}的二维码，盖章件尚未归档。请回复纸上的校验号（10位数字）；纸上没有校验号的，请回复「现行」，按现行的第${version}版归档。`,
  /** Whether the list in force is meant. */
  inForce: (typed: string) =>
    /^[「“"]?(?:按)?(?:现行|最新)(?:的)?(?:一版|版|名单|推荐名单)?(?:归档)?[」”"]?[。.]?$/u.test(typed.trim()),
  wrongNumber: (typed: string) =>
    `没有校验号为“${typed}”的推荐名单或申报表，或不属于您经办的，盖章件尚未归档。请核对纸上的校验号后重新回复。`,
  unread: () => "没有读到审签人和审签日期，未登记。请写明，例如「王某某 9月27日」。",
  nothing: () => "审签人和审签日期均未填写，未登记。",
  tooLong: (most: number) => `审签人超过${most}个字，未登记。`,
  future: () => "审签日期晚于今天，未登记。请核对。",
  noList: (district: string) => `${district}目前没有已报送的推荐名单，未登记。请先「报送」，再登记盖章件。`,
  notOwn: (district: string) => `${district}的推荐名单不由您报送，未登记。`,
  replaced: (version: number, newest: number) =>
    `这是第${version}版推荐名单，现行的是第${newest}版，未归档。请将现行的一版盖章后发送。`,
  sent: (district: string, count: number) => ({ title: `${district}推荐名单的盖章件`, text: `共${count}份，见下方。` }),
  fileName: (district: string, { version, ordinal }: { version: number; ordinal: number }) =>
    `推荐名单_${district}_第${version}版_盖章件${ordinal}`,
  /** A place for a dropped file. */
  place: (paper: string) => `${paper}盖章件（推荐名单）`,
  file: () => "归档盖章件",
  typed: (what: string) => `名单盖章件 ${what}`,
  overviewTitle: () => "推荐名单的盖章件",
  overview: (district: string, words: string) => `${district}：${words}`,
  nothingInSight: () => "没有您可以查看盖章件的推荐名单。",
  unreported: () => "尚未报送。",
};
