import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { dayWords, fullDayWords, momentWords } from "../../definition/wording.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { Verdict } from "../../objection/objection.ts";
import type { SelectionState } from "../../selection/selection.ts";
import type { SelectionWords } from "../../selection/words.ts";
import type { Act, Chain, Link } from "./rules.ts";

const labels = {
  reported: "申报",
  reviewed: "审核",
  decided: "决定",
  papers: "依据文件",
  told: "告知",
} as const satisfies Record<Link, string>;

const verdicts: Record<Verdict, string> = { upheld: "成立", declined: "不成立", notAccepted: "不予受理" };

/** Of a version that nobody has decided on. */
const undecided: Partial<Record<SelectionState, string>> = {
  reopened: "报批后有变动，须重新报批",
  superseded: "已由新版本替代",
};

/** What the approver did with it. */
const decided: Record<SelectionState, string> = {
  proposed: "批准",
  approved: "批准",
  declined: "退回修改",
  reopened: "批准，其后有变动，须重新批准",
  superseded: "批准，已由新版本替代",
  published: "批准",
};

const day = (on: CivilDate): string => dayWords(on);
const outcome = (selected: boolean): string => (selected ? "入选" : "未入选");
const meant = (selected: boolean): string => (selected ? "拟入选" : "拟不入选");

/** 张三（代填，责任人李四）于9月5日（周二）10:00 */
const act = ({ by, at, responsible }: Act): string =>
  `${by}${responsible === undefined ? "" : `（代填，责任人${responsible}）`}于${momentWords(at)}`;

/** Every part that there is; a link without any says so. */
const joined = (parts: readonly (string | false | undefined)[], none: string): string => {
  const said = parts.filter((part) => part !== undefined && part !== false && part !== "");
  return said.length === 0 ? none : said.join("；");
};

export const chainPhrases = {
  word: () => "一事一链",
  example: ({ caseName }: Nouns) => `一事一链 ${caseName}`,
  purpose: ({ case: one }: Nouns) => `一个${one}的申报、审核、决定、依据文件和告知`,
  heading: () => "一事一链",
  title: (name: string) => `一事一链：${name}`,
  ofVersion: (list: string, version: number) => `一事一链：${list}（第${version}版）`,
  typed: (name: string) => `一事一链 ${name}`,
  caseHeading: (name: string, district: string) => `${name}（${district}）`,
  line: (label: string, value: string) => `${label}：${value}`,
  label: (link: Link) => labels[link],

  reported: ({ submitted, changed, listed }: Chain["reported"]) =>
    joined(
      [
        submitted && `${act(submitted)}提交申报`,
        changed && `${act(changed)}修改后提交`,
        listed && `${act(listed)}报送推荐名单（第${listed.version}版${listed.isWithdrawn ? "，已撤回" : ""}）`,
      ],
      "尚未提交",
    ),
  reviewed: (
    { district, visitedOn, members, agreedBy }: Chain["reviewed"],
    { ownFirst }: { /** The viewer gives points of their own first. */ ownFirst: boolean },
  ) =>
    joined(
      [
        district && `初评：${act(district)}定稿`,
        visitedOn && `现场核验：${day(visitedOn)}`,
        members.length > 0 && `核验评分：${members.map((one) => `${act(one)}定稿`).join("、")}`,
        agreedBy.length > 0 && `合议分：${agreedBy.join("、")}记录`,
        ownFirst && "其他成员的核验评分在您提交本人评分后显示",
      ],
      "尚无定稿的评分",
    ),
  decided: (
    { chosen, published, lifted, objections, province }: Chain["decided"],
    words: Pick<SelectionWords, "list">,
  ) =>
    joined(
      [
        lifted && `${act(lifted)}解除不得参与`,
        chosen &&
          `择优第${chosen.version}版：${act(chosen.proposed)}报批，${(chosen.state === "published" ? outcome : meant)(chosen.selected)}，${
            chosen.decided ? `${act(chosen.decided)}${decided[chosen.state]}` : (undecided[chosen.state] ?? "待批准")
          }`,
        ...objections.map(
          (one) => `异议第${one.number}件：${act(one)}认定${verdicts[one.verdict]}${one.takesOff ? "，撤下" : ""}`,
        ),
        published &&
          `公布的${words.list}：${outcome(published.selected)}${published.isSuspended ? "（现暂停公布）" : ""}`,
        province && `向省推荐第${province.place}位：${act(province)}批准`,
      ],
      "尚未决定",
    ),
  papers: ({ sealed, replies, authorities }: Chain["papers"]) =>
    joined(
      [
        sealed && `推荐名单：${sealed.replace(/。$/u, "").replaceAll("；", "，")}`,
        replies.length > 0 &&
          `部门意见：${replies.map(({ department, on, by }) => `${department}（${day(on)}，${by}）`).join("、")}`,
        ...authorities,
      ],
      "尚无",
    ),
  authority: (decision: string, words: string) => `${decision}：${words}`,
  choice: (version: number) => `择优第${version}版`,
  objection: (number: number) => `异议第${number}件`,
  province: (version: number, words: string, number: string | undefined) =>
    `向省推荐第${version}版：${words}${number === undefined ? "" : `，文号${number}`}`,
  lift: () => "解除不得参与",
  notice: (isProved: boolean) => `公示证明：${isProved ? "已归档" : "待归档"}`,
  told: ({ returned, noticed, published, district, replied, sentOn }: Chain["told"], nouns: Nouns) =>
    joined(
      [
        ...returned.map(({ at, dueOn }) => `${momentWords(at)}退回补正（${day(dueOn)}前）`),
        noticed && `公示：${day(noticed.beginsOn)}至${day(noticed.endsOn)}`,
        published && `公布：${momentWords(published)}`,
        district && `所属${nouns.district}：已发${district.of}人，已知已读${district.read}人`,
        ...replied.map(({ number, on }) => `异议第${number}件：${day(on)}答复`),
        sentOn && `报送省级：${day(sentOn)}`,
      ],
      "尚未告知",
    ),
  asOf: (at: Date) => `截至${fullDayWords(dayOf(at))}，按操作留痕和现有记录列出；成员尚未定稿的核验分数不在其中。`,
  nothing: ({ case: one }: Nouns) => `目前没有提请审批的${one}。请写明名称，例如「一事一链 名称」。`,
};
