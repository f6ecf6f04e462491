import { textView } from "../../platform/chat/view.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { ListWords } from "./list-words.ts";

/** 撤回名单. */
export const withdrawalPhrases = {
  words: ["撤回名单", "撤回推荐名单", "撤回推荐"],
  word: () => "撤回名单",
  asWhole: (version: number) => `撤回推荐名单第${version}版`,
  confirm: () => "确认撤回",
  confirmTyped: () => "确认撤回名单",
  confirmWords: ["确认撤回名单", "确认撤回推荐名单"],
  keep: () => "不撤回",
  kept: (version: number) => `推荐名单（第${version}版）目前有效，未撤回。需要撤回的，请重新发送「撤回名单」。`,
  takeBack: () => "恢复名单",
  takeBackWords: ["恢复名单", "恢复推荐名单"],
  purpose: ({ to }: Pick<ListWords, "to">) => `撤回已报送${to}的推荐名单，撤回前先列出影响`,
  title: (district: string) => `${district}　撤回推荐名单`,
  asking: () => "待确认",
  withdrawn: () => "已撤回",
  settled: () => "未撤回",
  lead: (version: number, cases: string, { to, district }: ListWords) =>
    `即将撤回已报送${to}的推荐名单（第${version}版，${cases}）。撤回后：本${district}计为尚未报送，名单中的对象不参加排名和择优；原名单留存，可以恢复，也可再次推荐。`,
  leadNone: (version: number, { to, district }: ListWords) =>
    `即将撤回已报送${to}的无推荐说明（第${version}版）。撤回后：本${district}计为尚未报送；原说明留存，可以恢复，也可再次推荐。`,
  reopens: ({ organizer, approver }: Nouns) =>
    `名单中的对象已列入择优，撤回后须重新择优并由${approver}批准，将告知${organizer}和${approver}。`,
  tells: ({ organizer }: Nouns) => `将告知${organizer}。`,
  done: (version: number, { city }: Nouns) =>
    `推荐名单（第${version}版）已撤回，原名单留存。${city}级名单公布之前可以恢复，也可再次推荐。`,
  takenBack: (version: number) => `推荐名单（第${version}版）现为有效。`,
  replaced: () => "已替代",
  superseded: (version: number, isWithdrawn: boolean) =>
    isWithdrawn
      ? `推荐名单（第${version}版）已撤回，其后已报送新的版本。`
      : `推荐名单（第${version}版）已由新的版本替代。`,
  reasonNotKept: (reason: string) =>
    `撤回推荐名单不记录原因，所写的「${reason.slice(0, 40)}」未记录，也未告知他人。是否撤回，请在卡片上选择。`,
  frozen: (version: number, isWithdrawn: boolean, { organizer, city }: Pick<Nouns, "organizer" | "city">) =>
    isWithdrawn
      ? `推荐名单（第${version}版）已撤回。${city}级名单已公布，推荐名单不再恢复。确有变化的，请与${organizer}联系。`
      : `${city}级名单已公布，推荐名单（第${version}版）不再撤回。确有变化的，请与${organizer}联系。`,
  confirmedToast: () => "已撤回。",
  takenBackToast: () => "已恢复。",
  notWithdrawn: () => "没有可以恢复的推荐名单：名单未撤回，或已报送新的版本，未作任何改动。",
  pointsOpen: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join("、")}的初评已重新修改，尚未提交定稿，推荐名单未恢复，未作任何改动。请先提交定稿，再发送「恢复名单」；名单需要变动的，请再次推荐。`,
  noneInForce: (district: string) => `${district}目前没有已报送的推荐名单，未作任何改动。`,
  cityPoints: ({ case: noun, city }: Pick<Nouns, "case" | "city">) => `${city}级已对名单中的${noun}评分`,
  held: (why: string, { organizer }: Pick<Nouns, "organizer">) =>
    `${why}，推荐名单不再撤回，也不再重新报送，未作任何改动。确有变化的，请与${organizer}联系。`,
  published: {
    listWithdrawn: ({ organizer, city }: Pick<Nouns, "organizer" | "city">) =>
      `${city}级名单已公布，推荐名单不再撤回，未作任何改动。确有变化的，请与${organizer}联系。`,
    listTakenBack: ({ organizer, city }: Pick<Nouns, "organizer" | "city">) =>
      `${city}级名单已公布，推荐名单不再恢复，未作任何改动。确有变化的，请与${organizer}联系。`,
    listReported: ({ organizer, city }: Pick<Nouns, "organizer" | "city">) =>
      `${city}级名单已公布，不再接收推荐名单，未作任何改动。确有变化的，请与${organizer}联系。`,
  },
  told: (district: string, version: number, reopened: Nouns | undefined) =>
    textView(
      "推荐名单已撤回",
      `${district}撤回了推荐名单（第${version}版），计为尚未报送。${reopened ? `其对象已列入择优，须重新择优并由${reopened.approver}批准。` : ""}`,
      { tone: "overdue" },
    ),
  toldTakenBack: (district: string, version: number) =>
    textView("推荐名单已恢复", `${district}恢复了此前撤回的推荐名单（第${version}版），计为已报送。`, { tone: "done" }),
};
