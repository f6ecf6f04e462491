import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Moment } from "./moments.ts";
import { readAll, typedBy } from "./reading.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const TASKS = "- 待办：查看需要您办理的事项";
const APPROVALS = "- 待我审批：查看等待您审批的事项";
const PROGRESS = "- 进度：查看办到哪一步、还差什么";
const CITATION = "- 依据 L15：查看实施方案原文和现行口径";
const BIND = "- 绑定本群 活动群：在群内@家园助手发送，把该群设为活动群或市级工作群";
const ROSTER = [
  "- 人员名单：查看、调整人员，导出或更新人员名单",
  "- 新增人员：登记新的人员，即时生效；「移除人员」解除工作",
  "- 休假：登记休假和代办人；「代理」登记代理人和授权依据",
  "- 移交：将一人办理中的工作移交另一人",
];
const RANKING = "- 排名：查看已提交初评定稿的排名汇总";
const EXPORT =
  "- 导出 附件4：导出推荐名单（附件4）、排名汇总、办理进度、申报表（附件3）、申报表（批量填写的表格）、要求表、初评表（填写分数的表格）、打印的初评表（附件2）、推荐次序的表格（推荐表）或推荐函（草稿）";
const EVIDENCE =
  "- 材料 小区名称 1-5：一条的全部材料编号成一张图；随后可回复「原件 2」取原件，或以「材料包」加名称打包";
const SEALED = "- 查看名单盖章件 地区名称：查看各地区推荐名单的审签和盖章件";
const RULINGS = "- 口径：查看对实施方案的理解";
const MORE_TIME = ["- 申请延期：向上级申请推迟报送日期", "- 约定报送：告知哪一天报送，在此之前不再提醒"];
const RECEIPTS = "- 阅读情况：查看提醒、通知等的已读和未读人员";
const AUTOMATIC = "- 自动报表：查看系统自动发送的表格，可停发、改时间，也可先取一份";
const EXPORT_RECEIPTS = "- 导出 回执：导出提醒、通知等的发送和阅读情况";
const OWED_BY_OTHERS = [
  "- 准予延期：准予一地推迟报送，写明日期和理由",
  "- 已电话联系：登记已电话联系一地，约定哪一天报送",
  "- 督办：对逾期并已催办的一地督办，预览后确认发送",
];
const NUDGES = [
  "- 催办：预览后催办尚未报送的，已报送、已约定、已延期的不催",
  "- 提醒 越城区 请尽快报送：向一个地区的经办人发送提醒，预览后确认",
];
const REHEARSAL = "- 预演 2023-09-28 09:00：列出到某一时刻为止将发送的消息和届时情况，不实际发送";
const RECORD = "- 口径 编号 答复：记录审批领导的答复，确认后生效";
const LIFT = "- 解除不得参与 小区名称 依据：凭文件解除不得参与的认定";
const REGISTER = "- 登记依据：登记决定所依据的会议、签批日期和文号";
const CANCEL = "- 取消：放弃正在等待答复的事项；「继续」接着办理没有办完的事项";
const HELP = "- 帮助：查看现在能办理的事项；「帮助」后写明事项名称的，列出该项的常用写法";

const BROADCAST = "- 广播：撰写通知，预览确认后发到活动群或指定人员，可定时";
const SENT = "- 通知记录：查看已发送和定时的通知，更正、撤回、提醒未读";
const TEMPLATES = "- 通知模板：保存、选用常用的通知内容";
const FEEDBACK = "- 意见建议：向活动联系人提出意见建议，在同一卡片上答复";
const RECEIVED = "- 收到的意见建议：查看并答复收到的意见建议";
const FIGURES = "- 进度图：取各地区办理进度和活动日程的图片，附文字表格";
const ARCHIVE = [
  "- 归档：活动结束后整理卷宗：先列出内容和缺项，经审批人同意后制作",
  "- 到期清理：活动结束、保存期满后清除不再需要的个人信息：先预览，经审批人同意",
  "- 个人信息清单：逐项列出系统中的个人信息：用途、可见范围、保存期限",
];
const GAPS = "- 所缺：一页列出推荐名单各对象还缺的材料、附件1、意见";
const OFFICIAL = [
  "- 申报：填写小区申报表，可分次填写",
  "- 继续填写 小区名称：接着填写未提交的申报表",
  "- 撤销：填写申报表时，撤回最近一条内容所填的栏目",
  "- 填了哪些：填写申报表时，列出已填和未填的栏目",
  "- 删除申报表 小区名称：删除填写中、未提交的申报表，先列出再确认",
  "- 撤回 小区名称：撤回已提交的申报，先列出影响，确认后生效",
  "- 恢复申报 小区名称：恢复本阶段内撤回的申报",
  "- 填报要求 小区名称：逐条填报附件1的要求，其余均符合的一次写明",
  "- 采用申报表：把填好的申报表（Word或Excel）发到单聊，核对后采用",
  "- 登记意见 小区名称：查看、登记申报表上各单位的意见",
  "- 初评 小区名称：对照评选标准逐条打分",
  "- 按数据评分 小区名称：按已填数据和市级名单给尚未评分的条目记分",
  "- 未评分条目 小区名称：列出还没有评分的条目",
  "- 提交定稿 小区名称：提交初评定稿，提交前先列出影响",
  "- 重新修改 小区名称：说明理由后修改已提交定稿的初评，限推荐名单报送前",
  "- 采用初评表：采用发到单聊的初评表（导出后填好的表格）",
  "- 证明材料 小区名称：直接发送照片、视频或文件，归入评选标准各条；可「改放」「撤回材料」「替换材料」，标注「含个人信息」",
  EVIDENCE,
  "- 推荐：从已提交初评定稿的小区中择优推荐",
  "- 无推荐 理由：书面说明本地区无推荐，报送市级",
  "- 报送：将推荐名单报送市级",
  "- 撤回名单：撤回已报送市级的推荐名单，撤回前先列出影响",
  GAPS,
  "- 采用推荐表：采用发到单聊的推荐表（导出后填好的表格）",
  "- 名单盖章件 审签人姓名 9月27日：登记已报送的推荐名单的审签人、审签日期和盖章件",
  SEALED,
  "- 报送补正 小区名称：市级退回补正的，改正后报送；「补正」查看问题，「补正说明」写明无须修改的理由",
  "- 告知单：一页告知单，转发给小区：填报内容、所需材料、遮挡要求、目前尚缺",
];
const SUPPORT = "- 支持事项：查看地区申请市级支持的事项和办理情况";
const OWN_SUPPORT = [
  "- 申请支持 小区名称：需协调的事项：小区需要市级协调支持的，写明事项",
  SUPPORT,
  "- 办结支持 1 办理结果：支持事项已解决或不再需要的，登记办结",
];
const CORRECTION_TIME = "- 补正延期 小区名称 10月12日 正在补拍：补正不能按期完成的，写明日期和理由，报活动联系人决定";
const CASE = "- 查看 小区名称：一张卡片查看概况、要求、评分、材料、经过";
const DIFFERENCES = "- 查看全部差异：活动设置有变化时列出差异，核对后采用或不采用";
const CLOSE = "- 结束活动：办结后结束本活动，之后只可查阅";
const USAGE = "- 用量：查看本月钉钉接口和推送用量";
const LAST = "遇到问题请联系马小涵，电话85082235。";

const PEOPLE = {
  "keqiao-1": "柯桥区经办人1，您好。您的身份是区（县、市）经办人，发送以下文字即可办理：",
  maxiaohan: "马小涵，您好。您的身份是活动联系人，发送以下文字即可办理：",
  approver: "审批领导，您好。您的身份是审批领导，发送以下文字即可办理：",
  "team-1": "评选工作组成员1，您好。您的身份是评选工作组成员，发送以下文字即可办理：",
  administrator: "系统管理员，您好。您的身份是系统管理员，发送以下文字即可办理：",
  auditor: "审计人员，您好。您的身份是审计人员，发送以下文字即可办理：",
} as const;
type UserId = keyof typeof PEOPLE;

let world: World;
function useWorldAt(moment: Moment): void {
  beforeAll(async () => {
    world = await worldAt(moment);
  });
  afterAll(() => world.end());
}

interface Expected {
  userId: UserId;
  list: string[];
  buttons: string[];
  waiting?: string[];
}

async function help(userId: UserId): Promise<string[]> {
  return readAll(await world.as(userId).says("帮助")).flatMap((message) => message.split("\n"));
}

const shown = (title: string, { userId, list, buttons, waiting = [] }: Expected): string[] => [
  title,
  ...waiting,
  PEOPLE[userId],
  ...list,
  ...buttons.map((label) => `[${label}]`),
  // The contact is not told to ask the contact.
  ...(userId === "maxiaohan" ? [] : [LAST]),
];

describe("帮助 before the first stage", () => {
  useWorldAt("8月9日");

  test.each<Expected>([
    {
      userId: "keqiao-1",
      list: [TASKS, PROGRESS, CITATION, RULINGS, ...MORE_TIME, FEEDBACK, CANCEL, HELP],
      buttons: ["待办", "进度", "依据", "口径"],
    },
    {
      userId: "maxiaohan",
      list: [
        TASKS,
        PROGRESS,
        CITATION,
        RECEIPTS,
        AUTOMATIC,
        RULINGS,
        RECORD,
        REGISTER,
        ...OWED_BY_OTHERS,
        BROADCAST,
        SENT,
        TEMPLATES,
        FEEDBACK,
        RECEIVED,
        EXPORT_RECEIPTS,
        FIGURES,
        ...ARCHIVE,
        ...NUDGES,
        REHEARSAL,
        BIND,
        DIFFERENCES,
        ...ROSTER,
        CLOSE,
        USAGE,
        CANCEL,
        HELP,
      ],
      buttons: ["待办", "进度", "依据", "口径", "广播"],
    },
    {
      userId: "approver",
      list: [TASKS, APPROVALS, PROGRESS, CITATION, RULINGS, LIFT, FEEDBACK, FIGURES, CANCEL, HELP],
      buttons: ["待办", "待我审批", "进度", "依据", "口径"],
    },
    {
      userId: "team-1",
      list: [TASKS, PROGRESS, CITATION, RULINGS, FEEDBACK, CANCEL, HELP],
      buttons: ["待办", "进度", "依据", "口径"],
    },
    {
      userId: "administrator",
      list: [TASKS, CITATION, FEEDBACK, BIND, ...ROSTER, USAGE, CANCEL, HELP],
      buttons: ["待办", "依据", "人员名单", "用量"],
    },
    {
      userId: "auditor",
      list: [TASKS, PROGRESS, CITATION, RULINGS, FEEDBACK, FIGURES, CANCEL, HELP],
      buttons: ["待办", "进度", "依据", "口径"],
    },
  ])("lists for $userId what they can do, and no more", async (expected) => {
    expect(await help(expected.userId)).toEqual(shown("### 您可以办理以下事项", expected));
  });

  test("has buttons that type the words standing in the list", async () => {
    const [message] = await world.as("administrator").says("帮助");

    expect(message && typedBy(message)).toEqual({ 待办: "待办", 依据: "依据 L15", 人员名单: "人员名单", 用量: "用量" });
  });
});

describe("帮助 in stage two", () => {
  useWorldAt("8月21日");

  test.each<Expected>([
    {
      userId: "keqiao-1",
      list: [
        TASKS,
        PROGRESS,
        CITATION,
        ...OFFICIAL,
        RANKING,
        ...OWN_SUPPORT,
        CASE,
        CORRECTION_TIME,
        EXPORT,
        RULINGS,
        ...MORE_TIME,
        FEEDBACK,
        CANCEL,
        HELP,
      ],
      buttons: ["申报", "待办", "进度", "依据", "推荐"],
      waiting: [
        "**等待您办理**",
        "1. 申报表：尚未填写，请尽量于9月20日前办理，之后仍可办理",
        "2. 推荐名单：尚未报送，9月底前（截至9月30日），请尽量于9月28日（周四）17:00前",
      ],
    },
    {
      userId: "approver",
      list: [
        TASKS,
        APPROVALS,
        PROGRESS,
        CITATION,
        EVIDENCE,
        GAPS,
        SEALED,
        RANKING,
        SUPPORT,
        CASE,
        EXPORT,
        RULINGS,
        LIFT,
        FEEDBACK,
        FIGURES,
        CANCEL,
        HELP,
      ],
      buttons: ["待办", "待我审批", "进度", "依据", "排名"],
    },
    {
      userId: "team-1",
      list: [TASKS, PROGRESS, CITATION, RULINGS, FEEDBACK, CANCEL, HELP],
      buttons: ["待办", "进度", "依据", "口径"],
    },
    {
      userId: "administrator",
      list: [TASKS, CITATION, FEEDBACK, BIND, ...ROSTER, USAGE, CANCEL, HELP],
      buttons: ["待办", "依据", "人员名单", "用量"],
    },
    {
      userId: "auditor",
      list: [
        TASKS,
        PROGRESS,
        CITATION,
        EVIDENCE,
        GAPS,
        SEALED,
        RANKING,
        SUPPORT,
        CASE,
        EXPORT,
        RULINGS,
        FEEDBACK,
        FIGURES,
        CANCEL,
        HELP,
      ],
      buttons: ["待办", "进度", "依据", "排名", "支持事项"],
    },
  ])("adds for $userId what the stage asks of them", async (expected) => {
    expect(await help(expected.userId)).toEqual(shown("### 您可以办理以下事项（第二阶段　组织实施）", expected));
  });

  test("with the name of a topic behind it, shows what is usually written there", async () => {
    const said = async (text: string) =>
      readAll(await world.as("keqiao-1").says(text))
        .join("\n")
        .split("\n");
    const scoring = await said("帮助 初评");
    expect(scoring).toContain("### 「初评 小区名称」的常用写法");
    expect(scoring).toContain("- 「1-1 4；1-2 3 会议记录不全」：几条一并评分，理由写在分数之后，用「；」或换行分开");
    expect(await said("帮助 报告")).toContain(HELP);
  });

  test("in a group has no buttons: the words are to be sent with an @", async () => {
    const [message] = await world.as("maxiaohan").says("帮助", { in: "美好家园活动群" });

    expect(message && typedBy(message)).toEqual({});
    expect(message?.conversationId).toBe(await world.groupId("美好家园活动群"));
  });
});
