import type { Edition } from "./proof/manifest.ts";
import { editionWords } from "./proof/phrases.ts";
import type { Keep } from "./rules.ts";

const KEEP_WORDS: Readonly<Record<Keep, string>> = { permanent: "永久", "30": "30年", "10": "10年" };
export const keepWords = (keep: Keep): string => KEEP_WORDS[keep];

const megabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(1)}MB`;

export const archivePhrases = {
  word: () => "归档",
  purpose: () => "活动结束后整理卷宗：先列出内容和缺项，经审批人同意后制作",
  requestWord: () => "提请归档",
  requestTyped: (keep: Keep) => `提请归档 ${keepWords(keep)}`,
  requestLabel: (keep: Keep) => `保管${keepWords(keep)}`,
  confirmWord: () => "同意归档",
  declineWord: () => "不同意归档",
  resumeWord: () => "继续归档",
  paperWord: () => "归入卷宗",
  paperKinds: { notice: "上级通知", basis: "文件依据" },
  paperTyped: (kind: "notice" | "basis") => `归入卷宗 ${archivePhrases.paperKinds[kind]}`,

  previewTitle: () => "归档　内容预览",
  holds: () => "卷宗将收入",
  missing: () => "尚缺",
  nothingMissing: () => "应归入的纸质件和依据均已归入。",
  holdLines: (one: {
    cases: number;
    caseWord: string;
    lists: number;
    rulings: number;
    decisions: number;
    reports: number;
  }) => [
    `申报材料：${one.cases}${one.caseWord}`,
    `推荐名单${one.lists}份，口径答复${one.rulings}项，择优报批${one.decisions}次，工作报告${one.reports}份`,
    "分存档本（完整）和利用本（个人信息已遮盖）两份，各附归档文件目录和清单，可脱离系统核验",
  ],
  /** Of a campaign that has ended. */
  grownLines: (one: { evidence: number; papers: number; receipts: number; entries: number }) => [
    `证明材料${one.evidence}份，其他纸质件和附件${one.papers}份`,
    `送达记录${one.receipts}条，操作留痕${one.entries}条`,
  ],
  noNotice: () =>
    `上级通知未归入：须在活动结束前将文件发给家园助手，再发送「${archivePhrases.paperTyped("notice")}」；已结束的，先发送「恢复活动」`,
  noBasis: (plan: string) => `${plan}开头所引的文件依据未归入：办法同上，发送「${archivePhrases.paperTyped("basis")}」`,
  noSeal: (districts: string) => `推荐名单无盖章件：${districts}`,
  otherSeal: (titles: string) => `盖章件与系统版本不一致：${titles}`,
  noForms: (count: number, measure: string) => `${count}${measure}申报表无盖章件，卷宗中注明“无盖章件，未比对”`,
  closeFirst: () => "活动尚未结束。卷宗在活动结束后制作，请先办结并发送「结束活动」。",
  chooseKeep: () => "请选定保管期限，随即报审批人同意。",
  waiting: (number: number) => `第${number}次归档已报审批人，尚未答复。`,
  making: (number: number) => `第${number}次归档已经同意，正在制作，完成后发送给您。`,
  stuck: (number: number) =>
    `第${number}次归档未能制成，原因见当时的通知。处理后请发送「${archivePhrases.resumeWord()}」。`,
  madeBefore: (number: number, at: string) => `第${number}次归档已于${at}制成。再次提请将另成一次，原卷宗不变。`,

  notClosed: () => "活动尚未结束，未提请归档。请先发送「结束活动」。",
  alreadyWaiting: (number: number) => `第${number}次归档已报审批人，尚未答复，未重复提请。`,
  alreadyMaking: (number: number) => `第${number}次归档正在制作，未重复提请；完成后会发送给您。`,
  alreadyStuck: (number: number) =>
    `第${number}次归档已经同意，尚未制成，未重复提请。按当时的通知处理后，请发送「${archivePhrases.resumeWord()}」。`,
  whichKeep: () => "请写明保管期限，未提请。可写：「提请归档 永久」「提请归档 30年」「提请归档 10年」。",
  noApprover: () => "本活动没有审批人，未提请归档。请系统管理员先指定。",
  requested: (names: string, keep: Keep) => `已报${names}同意，保管期限${keepWords(keep)}。`,

  cardTitle: (number: number) => `第${number}次归档`,
  states: { requested: "待同意", declined: "未同意", confirmed: "制作中", made: "已制成" },
  asked: (who: string, at: string) => `${who}于${at}提请归档。`,
  keep: (keep: Keep) => `保管期限：${keepWords(keep)}`,
  decided: (who: string, at: string, isAgreed: boolean) => `${who}于${at}${isAgreed ? "同意" : "不同意"}。`,
  opinion: (words: string) => `意见：${words}`,
  afterwards: () => "同意后在后台制作，制成后发送给联系人；卷宗含个人信息，不在群内传送。",
  confirmed: (number: number) => `已同意第${number}次归档，开始制作。`,
  declined: (number: number) => `未同意第${number}次归档，已告知联系人。`,
  declinedTo: (number: number, opinion: string | undefined) =>
    `审批人未同意第${number}次归档${opinion === undefined ? "" : `：${opinion.replace(/[。.]$/u, "")}`}。未制作卷宗，其他不变。`,
  nothingToDecide: () => "没有待同意的归档，未作任何改动。",
  ownRequest: () => "归档由您本人提请，须由另一位审批人同意，未作任何改动。",
  reopened: () => "活动已恢复办理，未同意归档。请待活动再次结束后答复。",
  nothingStuck: () => "没有未制成的归档，无须继续。",
  resumed: (number: number) => `已继续制作第${number}次归档，完成后发送给您。`,

  madeTitle: (number: number) => `第${number}次归档已制成`,
  made: (edition: Edition, one: { name: string; size: number; entries: number; hash: string }) =>
    `${editionWords[edition]}：${one.name}，${one.entries}份文件，${megabytes(one.size)}；清单校验值${one.hash}`,
  onServer: () => "完整的两份存放在服务器数据目录的 archives 文件夹，请系统管理员按保管要求移交，移交后从服务器删除。",
  inParts: (edition: Edition, parts: number) =>
    `${editionWords[edition]}随后分${parts}份发给您，须全部下载到一处后核验或解压。`,
  whole: (edition: Edition) => `${editionWords[edition]}随后发给您。`,
  tooMany: (edition: Edition, parts: number) =>
    `${editionWords[edition]}须分${parts}份，不在钉钉中传送，请在服务器上取用。`,
  tooLarge: (names: readonly string[]) => `单个超过20MB、只在服务器上的文件：${names.join("、")}`,
  anchor: () => "请将清单校验值打印或写入公文留存，今后据此核对。",
  gapsToo: () => "未收入的内容列在卷宗首页。",
  failedTitle: () => "卷宗未能制成",
  full: (number: number) =>
    `服务器磁盘空间不足，第${number}次归档未制成，没有留下不完整的文件，已登记的内容不变。请系统管理员清出空间，再由联系人发送「${archivePhrases.resumeWord()}」。`,
  failed: (number: number) =>
    `第${number}次归档三次未能制成，没有留下不完整的文件，已登记的内容不变。请系统管理员查看日志，再由联系人发送「${archivePhrases.resumeWord()}」。`,
  fileName: (title: string, year: number, number: number, edition: Edition) =>
    `${title}${year}年度卷宗_第${number}次_${editionWords[edition]}.zip`,
  partName: (name: string, part: number, of: number) => name.replace(/\.zip$/u, `_第${part}份共${of}份.zip`),

  whichPaper: () =>
    `请写明归入哪一类，未归入。先发送文件，再发送「${archivePhrases.paperTyped("notice")}」或「${archivePhrases.paperTyped("basis")}」。`,
  paperTitle: () => "已归入卷宗",
  paperFiled: (kind: "notice" | "basis", again: boolean) =>
    again
      ? `该文件此前已作为${archivePhrases.paperKinds[kind]}归入，未重复归入。`
      : `已作为${archivePhrases.paperKinds[kind]}归入。`,
};
