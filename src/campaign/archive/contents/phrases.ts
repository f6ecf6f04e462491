import type { Nouns } from "../../directory/nouns.ts";
import type { PointsChange } from "./points-change.ts";

const SAID: Readonly<Record<string, string>> = {
  reason: "理由",
  remark: "备注",
  opinion: "审批意见",
  approval_opinion: "审批意见",
  late_reason: "逾期原因",
  reopen_reason: "重新修改的理由",
  fewer_reason: "少于原则数量的理由",
  withdraw_reason: "撤回理由",
  return_remarks: "退回意见",
  label: "说明",
  text: "内容",
  items: "逐项理由",
  reasons: "情况说明",
  signer: "审签人",
};

/** Papers without a check number, by the place where they are filed. */
const PAPERS: Readonly<Record<string, string>> = {
  "archive-notice": "上级通知",
  "archive-basis": "文件依据",
  form: "申报表盖章件",
  list: "推荐名单盖章件",
  report: "工作报告盖章件",
  visit: "现场核验记录表",
  "visit-row": "核验照片",
  "public-notice": "公示证明",
  "provincial-recommendation": "向省推荐材料和省级结果",
  summary: "活动总结定稿",
  clause: "要求的证明材料",
  figure: "要求的证明材料",
  opinion: "意见的原件",
  objection: "异议材料",
  consultation: "部门回函",
  ruling: "口径的依据文件",
  "report-file": "工作报告附件",
};

const FOLDERS: Readonly<Record<string, string>> = {
  "01 依据": "方案、上级通知和文件依据",
  "02 口径": "口径汇总表",
  "03 申报与评分": "各申报材料：申报表、初评评分表、情况、经过、证明材料、纸质件",
  "04 推荐名单": "推荐名单及盖章件、汇总、纸质件与系统核对",
  "05 办理与决定": "评分汇总、决定与批准、批准时所见、各项办理情况",
  "06 工作报告": "工作报告、典型案例、汇总草稿",
  "07 送达与回执": "送达和已读情况",
  "08 其他材料": "公示证明、口径依据等其他归入的材料",
  "09 数据": "数据表和操作留痕目录",
  journal: "操作留痕全文（供程序核验，一行一条）",
  personal: "个人信息和文字，一项一个文件，可逐项清除",
};

const STATES: Readonly<Record<string, string>> = {
  notApplicable: "（不适用）",
  requirementNotMet: "（不符合）",
  asDistrict: "（与初评一致）",
};

const points = (hundredths: number): string => String(hundredths / 100);

export const contentPhrases = {
  /** @param answer `R14@2` */
  answer: (answer: string, words: string) => `${contentPhrases.rulingVersion(answer)}　${words}`,
  rulingVersion: (answer: string) => answer.replace(/@(\d+)$/u, "（第$1版）"),
  journalPage: (part: string) => `操作留痕目录_${part}.html`,
  journalTitle: () => "操作留痕目录",
  journalLead: () =>
    "条数是全系统统一的编号，不分单位、不分活动，打印件末尾“操作留痕：第…条，校验值…”即本表的条数和校验值的前16位：打印时所列事项最新的一条，可能由其他单位的人员办理。时间为活动时间（见“核验说明”）。",
  journalColumns: () => ["条数", "时间", "办理人", "事项", "校验值前16位", "全文"],
  entryWhole: () => "见 journal 文件夹",
  entryWithheld: (why: "other" | "masked") => (why === "other" ? "属其他活动，不收入" : "含已遮盖的信息，见存档本"),
  folders: {
    basis: "01 依据",
    rulings: "02 口径",
    cases: "03 申报与评分",
    lists: "04 推荐名单",
    city: "05 办理与决定",
    reports: "06 工作报告",
    told: "07 送达与回执",
    papers: "08 其他材料",
    data: "09 数据",
  },
  gone: () => "（已清除或已遮盖）",
  masked: () => "***",
  said: (column: string, words: string) => `${SAID[column] ?? "内容"}：${words}`,
  given: (
    { ledger, criterion, hundredths, state, clause }: PointsChange,
    row: { maxPoints: number; knockOut: boolean } | undefined,
  ) => {
    const where = `${ledger === "district" ? "初评" : "核验"}　${criterion}：`;
    if (hundredths === null) return `${where}删去`;
    if (row?.knockOut) return `${where}${state === "requirementNotMet" ? "否决" : "通过"}`;
    const whole = row === undefined || hundredths >= row.maxPoints * 100 ? "" : `（满分${row.maxPoints}分）`;
    return `${where}${points(hundredths)}分${whole}${STATES[state ?? ""] ?? ""}${clause === undefined ? "" : `　不符合要求${clause}`}`;
  },
  reason: (words: string) => `理由：${words}`,
  byFigures: ({ points: due, ground }: { points: number; ground: string }) =>
    `评分人未填写理由；归档时的数据：${ground}，按此应为${due}分`,
  noReason: () => "评分人未填写理由",
  /** @param who the member of the team; undefined: the district */
  lostPoints: (who: string | undefined) => `失分各条及理由　${who === undefined ? "初评" : `核验（${who}）`}`,
  nothingLost: () => "各条均未失分。",

  notice: () => "上级通知",
  basis: () => "文件依据",
  noNotice: () => "上级通知：未归入。",
  noBasis: () => "文件依据（方案开头所引文件）：未归入。",
  asAdopted: () => "系统采用的方案文本，逐字照录；“[bookmark: …]”是原文件转换时留下的书签标记，不是方案内容",
  rulingSheet: () => "口径汇总表",
  caseItem: (district: string, name: string) => `${district}${name}申报材料`,
  caseFolder: (number: number, name: string) => `${String(number).padStart(3, "0")} ${name}`,
  form: () => "申报表.docx",
  scores: () => "初评评分表.docx",
  state: () => "情况.html",
  trail: () => "经过.html",
  evidenceIndex: () => "证明材料目录.html",
  evidence: () => "证明材料",
  scans: () => "纸质件",
  stateTitle: (name: string) => `${name}　归档时的情况`,
  trailTitle: (name: string) => `${name}　办理经过`,
  trailLead: () =>
    "按时间排列，自首次提交起的全部操作留痕。要知道某一时刻的情况，看该时刻之前的最后一行：“合计”一栏为该次操作之后已给各条的合计，逐行列出；与上一行相同的，该次操作没有改分。失分的条目列出评分人填写的理由，没有填写的注明“评分人未填写理由”。",
  trailColumns: () => ["序号", "时间", "办理人", "事项", "具体内容", "合计", "口径"],
  /** @param who the member of the team; undefined: the district */
  total: (who: string | undefined, hundredths: number) =>
    `${who === undefined ? "初评" : `核验（${who}）`}合计${points(hundredths)}分`,
  noTotal: () => "尚未评分",
  evidenceTitle: (name: string) => `${name}　证明材料目录`,
  evidenceColumns: () => ["序号", "条目", "说明", "日期", "文件"],
  personalLeftOut: () => "含个人信息，未收入利用本",
  leftOut: (path: string) => `${path}：扫描件和收到的文件未收入利用本，见存档本`,
  lost: (name: string) => `文件已不在系统中：${name}`,
  notMade: (title: string, why: string) => `${title}：${why}`,
  listItem: (district: string) => `${district}推荐名单`,
  listFile: (district: string) => `${district}推荐名单.docx`,
  lists: () => "推荐名单汇总",
  ranking: () => "评分汇总",
  decisions: () => "决定与批准",
  decisionsFile: () => "决定与批准.html",
  decisionsLead: () =>
    "口径、工作组、择优、公示、公布、向省推荐等事项逐次的报批和决定，按时间排列。“依据”为登记的文件依据，未登记的空着。择优、名单所据材料在报批时固定的版本，见“09 数据”的 snapshot.json；批准人答复时所见的卡片，点“批准时所见”一栏。",
  decisionColumns: () => ["留痕", "时间", "办理人", "事项", "具体内容", "依据", "批准时所见"],
  decidedCards: () => "批准时所见",
  decidedCardsFile: () => "批准时所见.html",
  decidedCardsLead: () =>
    "审批人每次批准或不批准时所见的卡片。钉钉和系统都不留存卡片的原样，以下各件按操作留痕还原到答复前一刻，由制作卷宗时的程序绘制，内容以当时的记录为准，版式可能与当时不同；人员姓名等名册信息为归档时的。报批之后、答复之前内容有变的，两版都列出，后一版为批准人答复时所见。",
  decided: (at: string, who: string, act: string) => `${at}　${who}　${act}`,
  decidedBy: (number: bigint | null) => (number === null ? "未封存的留痕" : `操作留痕第${number}条`),
  sameSince: (at: string) => `${at}起即为此内容，至答复时未变。`,
  versionThen: (at: string) => `第一版，${at}：`,
  versionDecided: () => "答复时所见的一版：",
  notDrawn: () => "该次答复时的卡片未能由操作留痕还原，所据内容见“决定与批准”和操作留痕。",
  seeCard: () => "查看",
  item: (one: {
    name: string;
    district: string;
    selected: boolean;
    reserve: number | undefined;
    reason: string | undefined;
    facts: string;
  }) =>
    `${one.district}${one.name}：${one.selected ? "入选" : one.reserve === undefined ? "不入选" : `递补第${one.reserve}位`}${one.facts}${one.reason === undefined ? "" : `，理由：${one.reason}`}`,
  itemFacts: (total: number | null, own: { corrected: number | null; own: number | null } | undefined) =>
    `（初评${total === null ? "未定稿" : `${points(total)}分`}${
      own?.corrected === null || own?.corrected === undefined ? "" : `，核验修正${points(own.corrected)}分`
    }${own?.own === null || own?.own === undefined ? "" : `，核验自评${points(own.own)}分`}）`,
  cards: () => "各项办理情况",
  cardsFile: () => "各项办理情况.html",
  cardsLead: () => "归档时各事项卡片的内容，与钉钉中所见一致。",
  report: (district: string) => `${district}工作报告`,
  reportText: () => "工作报告.html",
  study: () => "典型案例",
  summary: () => "工作报告汇总（草稿）",
  summaryFile: () => "工作报告汇总（草稿）.docx",
  receipts: () => "送达与回执",
  comparison: () => "纸质件与系统核对",
  comparisonFile: () => "纸质件与系统核对.html",
  comparisonLead: () =>
    "盖章件、签字件上的校验号对应系统中的一个版本。版本不同的，列为不一致；对外以盖章件为准，口径另有规定的除外。没有校验号的材料未作比对。",
  comparisonColumns: () => ["文件", "系统版本", "盖章件", "结论"],
  formOf: (district: string, name: string) => `${district}${name}申报表`,
  recordOf: (district: string, name: string) => `${district}${name}现场核验记录表`,
  paperAt: (kind: string) => PAPERS[kind] ?? "其他归入的材料",
  /** @param version of a district's paper; `part` what else its place names: a row, a number */
  paperFile: (kind: string, { district, version, part }: { district: string; version: string; part: string }) =>
    [
      PAPERS[kind] ?? "其他归入的材料",
      ...(district === "" ? [] : [district]),
      ...(version === "" ? [] : [`第${version}版`]),
      // Of these there is one place only.
      ...(part === "" || part === "final" || kind.startsWith("archive-") ? [] : [part]),
    ].join("_"),
  version: (version: number | undefined) => (version === undefined ? "无校验号" : `第${version}版`),
  copies: ({ system, papers }: { system: number | undefined; papers: readonly number[] }) => {
    if (system === undefined) return `${papers[0] ?? 0}份`;
    return papers.length === 0 ? "未归入" : papers.map((one) => `第${one}版`).join("、");
  },
  notCompared: () => "未比对，由人核对",
  /** Papers that nobody files here. */
  notFiled: (scores: string | undefined) =>
    `${scores === undefined ? "" : `签字的${scores}、`}推荐函和征求意见函、公布通知的盖章件由签发单位留存，系统不收存，未比对；其打印件页脚的操作留痕可用 npm run archive -- paper 核对。`,
  same: () => "一致",
  differs: () => "不一致",
  noPaper: () => "无盖章件，未比对",
  papers: () => "其他归入的材料",
  data: () => "操作留痕和数据",
  table: (name: string) => `${name}.json`,
  people: () => "人员.json",
  tablesFile: () => "数据说明.html",
  tablesTitle: () => "数据说明",
  tablesLead: () =>
    "各文件为系统数据表的全部记录，供程序读取，一行一条；文件名为数据表的英文名，含义如下。没有记录的数据表不列。“人员.json”为人员编号和姓名。记录中的时刻为国际标准时间（UTC），加8小时为北京时间；分数以百分之一分为单位；{personal, hash} 为个人信息或文字的编号和校验值，内容在 personal 文件夹同一编号的文件中。",
  tablesColumns: () => ["文件", "内容"],
  askedBack: (what: string, label: string | undefined) => {
    if (label !== undefined) return `申报表“${label}”的填写`;
    return what === "words.not-understood" ? "没有识别的语句" : `未予办理的提示（程序内部代码${what}）`;
  },

  indexFile: () => "归档文件目录.xlsx",
  index: () => "归档文件目录",
  indexColumns: () => ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"],
  indexNote: () => "档号、文号、密级由档案部门和承办人填写。附件随其所属的件存放，见“备注”所列路径。",
  pagesNote: () => "页数为系统生成的文件另存为PDF后的页数；照片、扫描件和网页不计，没有PDF的空白，由承办人填写。",
  noPdf: () => "未附PDF：制作时服务器上没有可用的LibreOffice。页数由承办人填写。",
  pdfFailed: (name: string) => `未附PDF（转换未成功）：${name}`,
  keep: (words: string) => `保管期限：${words}`,
  title: (title: string, year: number, edition: string) => `${title}（${year}年度）卷宗　${edition}`,
  madeAt: (at: string, number: number) => `第${number}次归档，制作于${at}。`,
  useEdition: () =>
    "利用本：申报人、反映人等的个人信息已遮盖，办理人的姓名照列；异议和来信、纸质件的扫描件、收到的文件、标注含个人信息的材料不收入，均见存档本；操作留痕中含已遮盖信息的条目只列校验值。",
  fullEdition: () => "存档本：完整卷宗，含个人信息，请按保管要求存放，不在群内传送。",
  howTo: () => "怎样查阅",
  howToLines: (nouns: Nouns) => [
    `某${nouns.case}某一时刻的分数：打开该${nouns.case}申报材料中的“经过.html”，看该时刻之前的最后一行，“合计”一栏即当时的分数。为什么失分：同一页的“具体内容”逐条列出给分；失分的条目列出评分人填写的理由，没有填写的注明“评分人未填写理由”，可由数据得出的列出数据。归档时失分的各条集中列在“情况.html”末尾。`,
    "第几个：本目录的序号、申报材料文件夹的编号（按提交先后）和推荐名单的序号各不相同，各件申报材料的题名下注明在推荐名单上的序号。",
    "批准时所见、由谁批准、依据什么：“05 办理与决定”中的“决定与批准.html”逐次列出，点“批准时所见”一栏看批准人答复那一刻的卡片；“各项办理情况.html”是归档时的内容，不是批准时的。择优、名单所据材料的固定版本在“09 数据”的 snapshot.json。",
    "告知过谁、何时阅读：“07 送达与回执”中的回执表。“查询时未读”指该行“查询时间”时未读，此后是否阅读没有记录；没有“查询时间”的没有取得：发出2小时后才查询，超过钉钉保留的24小时的不再查询。",
    "纸质件与系统是否一致：“04 推荐名单”中的“纸质件与系统核对.html”；手中的打印件，按末尾的“操作留痕：第…条，校验值…”在“09 数据”的“操作留痕目录”中按条数查找，校验值相同的，打印之前的记录此后没有改动。该条是打印时所列事项最新的一条留痕，不分单位统一编号，可能由其他单位的人员办理。",
    "申报表按正反打印排版，封面背面留空不编内容，所以页码为1、3、4。",
  ],
  listPlace: (one: { district: string; word: string; own: number; whole: number }) =>
    `${one.district}${one.word}序号${one.own}${one.whole === 0 ? "" : `，汇总的${one.word}序号${one.whole}`}`,
  casePlace: (number: number, listed: string | undefined) =>
    `文件夹编号${String(number).padStart(3, "0")}；${listed === undefined ? "未列入推荐名单" : listed}`,
  folderTitle: () => "文件夹",
  folderColumns: () => ["文件夹", "内容", "文件"],
  folderHolds: (folder: string) => FOLDERS[folder] ?? "",
  folderCount: (count: number) => (count === 0 ? "无此类内容，未设文件夹" : `${count}个`),
  guideFile: () => "核验说明.html",
  guideTitle: () => "核验说明",
  differences: () => "纸质件与系统不一致",
  nothingFiled: () => "没有归入盖章件，未作核对。",
  noDifferences: () => "归入的盖章件均与系统版本一致。",
  gaps: () => "未收入的内容",
  noGaps: () => "无。",
  contents: () => "目录",
  proof: () => "核验",
  proofLead: (head: string, entries: number) =>
    `本卷宗可脱离系统核验，办法和能证明什么、不能证明什么见“核验说明”。操作留痕共${entries}条，最后一条的校验值${head}；清单见 manifest.json。`,
};
