import { simplified } from "../../../platform/conversation/simplified.ts";
import { plainText } from "../../engine/dispatch/match-command.ts";

/** What people ask about their own work. */
export type StandingQuestion =
  /** 提交了吗, 报上去了没有 */
  | { kind: "handedIn"; about: string; topic?: Topic }
  /** 总分多少了 */
  | { kind: "total"; about: string }
  /** 我还差什么 */
  | { kind: "missing" }
  /** 交了几个 */
  | { kind: "count" }
  /** 批了没有 */
  | { kind: "approved" }
  /** 截止哪天, 初评几号交 */
  | { kind: "deadline"; about: string };

/** The paper that is asked about. `requirements`: those of 附件1. */
export type Topic = "report" | "list" | "requirements";

const BEFORE = "(?:[嗯呃额哦啊]|请问|问一下|问下|那个|那|现在|目前|到底|我们?|咱们?|俺)*";
const OPEN = "(?:现在|目前|到底|已经|是不是|有没有)*";
const WHETHER = "(?:了(?:吗|么|没有?|不)|没有?|吗|没有?吗|了没有?呢?|好了(?:吗|没有?))";
const HANDED_IN = new RegExp(
  `^${BEFORE}(?<about>.{0,20}?)${OPEN}(?:提交|报送|上报|申报|报|交|收到|填写?)(?:上去|上来|出去|成功|成|好|完|齐)?${WHETHER}$`,
  "u",
);
/** 办到哪一步了, 现在怎么样 */
const STANDS = new RegExp(
  `^${BEFORE}(?<about>.{0,20}?)(?:的)?(?:现在|目前|都)*(?:(?:办|走|进行|弄|搞|填|做|进展)?到(?:了)?(?:哪一?步|哪里|哪儿|哪|什么程度|什么阶段)|(?:是)?怎么?样了?|(?:是)?(?:什么|啥)(?:情况|进度|进展|状态))了?$`,
  "u",
);
const OF_ALL =
  /^(?:(?:这|那)?(?:两|三|四|几|\d)个|所有|全部|我们?区?|我|这些|各个?)(?:的)?(?:小区|表)?(?:都|一共|总共)*$/u;
/** 几个区报了名单, 哪些区还没交工作报告, 报告收到了吗 */
const WHO = new RegExp(
  `^${BEFORE}(?:(?:有|一共|总共)*(?:哪些|哪几个|几个|多少个?)(?:区县|区|县|地区|地方|单位)(?:还|都)?(?:没有?|未|已经?)?(?:交|报|报送|提交|上报)(?:了|上来)*|(?:哪些|几个)(?:区县|区|县).{0,4}(?:名单|报告).{0,4}(?:没有?|未)?(?:交|报)(?:上来|了)*)(?:申报表|推荐名单|名单|初评|工作报告|报告)?(?:没有?交|没有?报|没有?)?$`,
  "u",
);
const TOTAL = new RegExp(
  `^${BEFORE}(?<about>.{0,20}?)(?:的)?(?:初评)?(?:现在|目前)?(?:(?:总分|总共|一共|合计|得分|分数)(?:是|有|打了|得了)?(?:多少|几)分?|(?:打了|得了|是)?(?:多少|几)分)(?:了|呢)?$`,
  "u",
);
const MISSING = new RegExp(
  `^${BEFORE}(?:申报)?.{0,12}?还?(?:(?:差|缺|剩下?|少)了?(?:什么|啥|哪些|哪几项|哪项|多少)\\S{0,6}|[有要得](?:什么|啥|哪些|哪几项)(?:事|事项|东西|材料)?(?:没有?|要|需要)?(?:做|办|填|交|报|弄|完成)?的?|[要得](?:做|办|填|交|报|弄)(?:什么|啥|哪些)(?:事|事项|材料)?|有(?:什么|啥|哪些)(?:要|需要|等)(?:着)?我?(?:来)?(?:批|审批|办|处理|看|做)的?)$`,
  "u",
);
/** 几个小区, 报了几个小区, 我们区几个, 一共几个, 几个小区报了 */
const COUNT = new RegExp(
  `^${BEFORE}(?:我们?区|本区|区里|我区|区)?(?:现在|目前|已经?|一共|总共|都|共)*(?:有|交|报|提交|申报|报送)?了?(?:几|多少)[个家份]?(?:小区|申报表?|了)*(?:已经?|都)?(?:报|交|提交|申报|报送)?(?:上去|上来)?了?$`,
  "u",
);
const APPROVED = new RegExp(
  `^${BEFORE}(?:名单|择优|结果|上面|领导|市里)?${OPEN}(?:审批|批准|批复|批)(?:下来|通过|好)?${WHETHER}$`,
  "u",
);
const DAY = "(?:\\d{1,2}月)?(?:哪一?[天日]|几号|几月几[号日]|什么时候|啥时候?|何时|什么时间|什么日子|多会儿)";
/** Only what a stage asks for: 物业费什么时候交 is none. */
const OF_STAGE =
  "(?:这个|那个|这|它|第?[一二三四五\\d]{1,2}(?:个)?(?:月份?|阶段)|本阶段|这?阶段|活动|申报表?|报名|表格?|材料|初评|评分|打分|推荐名单|推荐|名单|工作报告|报告|定稿|提交|报送|的)*";
const HAND_IN = "(?:截止|截至|到期|结束|提交|报送|上报|上交|申报|报名|定稿|交表|[报交填要](?:上去|上来|完|齐)?)";
const DEADLINE = new RegExp(
  `^${BEFORE}(?<about>${OF_STAGE})(?:${[
    `(?:截止|截至|到期|结束)(?:日期|时间|日|期限)?(?:是|到|在|于)*${DAY}(?:结束|截止|为止)?`,
    `(?:最晚|最迟)?(?:是|到|在|于)*${DAY}(?:之?前|以前)?(?:就|才|必须|需要|应该|[要得该应])*${HAND_IN}`,
    `(?:最晚|最迟)(?:是|到|在)*${DAY}`,
    "(?:截止日期|截止时间|截止日|ddl|deadline)(?:是(?:多少)?)?",
    "还(?:有|剩下?)(?:几|多少)个?(?:工作)?[天日](?:就)?(?:截止|到期|结束)?",
  ].join("|")})(?:的|了|呢|啊)?$`,
  "iu",
);
/** Names of what is handed in tell nothing of which compound. */
const TOPIC = /(?:的)?(?:附件[1一](?:的?要求)?|申报要求|要求|申报表?|表格?|表|初评|推荐名单|名单|材料|工作报告|报告)$/u;

/** A question about the own state; undefined for anything else. The whole text is the question. */
export function standingQuestion(text: string): StandingQuestion | undefined {
  const plain = simplified(plainText(text))
    .replaceAll(/[\s?？!！。,，]+/gu, "")
    .replace(/[啊呀呢哦]+$/u, "");
  if (/^(?:现在|目前)?(?:总分|得分)$/u.test(plain)) return { kind: "total", about: "" };
  if (MISSING.test(plain)) return { kind: "missing" };
  if (COUNT.test(plain)) return { kind: "count" };
  if (APPROVED.test(plain)) return { kind: "approved" };
  const due = DEADLINE.exec(plain)?.groups?.about;
  if (due !== undefined) return { kind: "deadline", about: due };
  if (WHO.test(plain)) return { kind: "count" };
  const total = TOTAL.exec(plain)?.groups?.about;
  if (total !== undefined) return { kind: "total", about: named(total.replace(/^初评/u, "")) };
  const handedIn = (HANDED_IN.exec(plain) ?? STANDS.exec(plain))?.groups?.about;
  if (handedIn === undefined) return undefined;
  const topic = TOPICS.find(([, words]) => words.test(handedIn))?.[0];
  return { kind: "handedIn", about: named(handedIn), ...(topic ? { topic } : {}) };
}

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ["report", /报告$/u],
  ["list", /名单$/u],
  ["requirements", /(?:附件[1一]|要求)$/u],
];

/** What is asked about without the paper: 两个小区都 is nobody by name. */
function named(about: string): string {
  const name = about.replace(TOPIC, "").replace(/(?:现在|目前|都|的)+$/u, "");
  return OF_ALL.test(name) ? "" : name;
}

/** Whether the words of a question name this deliverable: 推荐 and 推荐名单, 报告 and 工作报告. */
export function isAbout(name: string, about: string): boolean {
  const word = about.match(/申报|报名|初评|评分|打分|推荐|名单|报告/u)?.[0];
  if (word === undefined) return false;
  return name.includes({ 报名: "申报", 评分: "初评", 打分: "初评" }[word] ?? word);
}
