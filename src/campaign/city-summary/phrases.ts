import type { Nouns } from "../directory/nouns.ts";

export const summaryPhrases = {
  word: () => "活动总结",
  words: () => ["活动总结", "总结稿", "全市总结"],
  purpose: ({ district }: Nouns) => `汇总各${district}工作报告，生成总结的Word草稿`,
  title: () => "活动总结",
  madeTitle: () => "活动总结草稿",
  made: (received: number, of: string, lacking: readonly string[], support: number) =>
    [
      `草稿已生成，随后发送，文字均取自各报告原文。收入工作报告${received}份，应报${of}。`,
      lacking.length > 0 ? `未收到或有部分未写明：${lacking.join("、")}，草稿中已注明。` : "",
      support > 0 ? `未办结的支持事项${support}件，已列入草稿。` : "",
      "请核对修改后，将定稿文件发送到此处，选择「作为活动总结」归档。",
    ].join(""),
  fileName: () => "活动总结（草稿）.docx",
  asPlace: () => "作为活动总结",
  filed: () => "活动总结定稿已归档。",
  filedAgain: () => "同一文件此前已归档，未重复归档。",
  seeWord: () => "查看活动总结",
  seePurpose: () => "取用已归档的总结定稿",
  none: () => "活动总结定稿尚未归档。发送「活动总结」可生成草稿。",
  sent: (count: number) => `已归档的定稿共${count}份，见下方。`,
  finalName: (ordinal: number) => `活动总结_定稿${ordinal}`,
  notYours: ({ city, district }: Nouns) =>
    `活动总结由${city}级办理，不对${district}开放。请发送「工作报告」办理本${district}的报告。`,

  template: () => "活动总结",
  fields: {
    ...{
      lead: "概况",
      rows: "活动数据",
      promotion: "各地推广实施",
      caseStudies: "各地典型案例",
      support: "未办结支持事项",
    },
    cells: {
      ...{ district: "所属", applied: "申报", finalized: "初评", listed: "推荐", selected: "入选", report: "工作报告" },
      ...{ caseStudies: "典型案例", support: "支持事项" },
    },
  },
  heading: (planTitle: string) => `${planTitle.replace(/(?:工作)?(?:实施)?(?:方案|通知)$/u, "")}情况的总结`,
  lead: (planTitle: string, reported: number, of: string, missing: readonly string[]) =>
    [
      `根据《${planTitle}》，各地按要求梳理了活动开展情况。应报工作报告${of}，已收到${reported}份`,
      missing.length === 0 ? "。" : `，${missing.join("、")}尚未报送。`,
      "有关数据如下：",
    ].join(""),
  columns: ({ district, case: one }: Nouns) => [
    ...[district, `申报${one}`, "初评定稿", "推荐", "入选", "工作报告", "典型案例", "支持事项"],
  ],
  total: () => "合计",
  report: (version: number, late: boolean, returned: boolean) =>
    [`第${version}版`, late ? "逾期" : "", returned ? "已退回" : ""].filter((word) => word !== "").join("\n"),
  notIn: () => "未收到",
  support: (count: number, open: number) => (open === 0 ? `${count}件` : `${count}件\n未办结${open}件`),
  unpublished: () => "未公布",
  numbered: (at: number, name: string) => `${"一二三四五六七八九"[at] ?? at + 1}、${name}`,
  promotion: () => "推广实施",
  caseStudies: () => "典型案例",
  supportHeading: () => "支持事项",
  written: (district: string, text: string) => `${district}：${text}`,
  notWritten: (districts: readonly string[]) => `${districts.join("、")}的报告中未写明。`,
  unread: (districts: readonly string[]) => `${districts.join("、")}的报告为文件，文字无法读取，请对照原件补充。`,
  noReports: () => "尚未收到工作报告。",
  caseStudyFile: (district: string, name: string) => `${district}：《${name}》（文件，文字未能读取，见原件）`,
  noCaseStudies: () => "未收到典型案例。",
  noSupport: () => "没有未办结的支持事项。",
};
