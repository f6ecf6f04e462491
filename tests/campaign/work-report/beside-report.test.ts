import { expect, test } from "vitest";
import {
  corrects,
  goesOn,
  isBeside,
  isOtherPaper,
  isScrap,
  ordersElsewhere,
} from "../../../src/campaign/work-report/beside-report.ts";

test.each([
  "嗯等一下我在找稿子",
  "y",
  "对",
  "保存退出",
  "提交吧",
  "这个报告我晚点再发你",
  "报告先不交了",
  "稍等",
  "好了就这些",
  "报告就这些",
  "发完了。",
  "先等等，领导还没看",
  "稿子还没写好",
  "先别报",
  "收到",
  "嗯对了柯桥什么时候公布啊",
  "对了推荐名单的盖章件还没弄",
  "重新报送",
  "分项",
  "分项填写",
  "报告",
])("%j is no part of the report", (said) => {
  expect(isBeside(said)).toBe(true);
});

test.each([
  "今年以来，我区扎实开展红色物业活动，共排查小区38个。",
  "就这些问题，我区已逐项整改到位。",
  "以上情况，特此报告。",
  "领导小组召开了三次会议。",
  "对了还有一条：整改已完成",
  "是谁来抓落实，我区明确了分管领导。",
])("%j may be", (said) => {
  expect(isBeside(said)).toBe(false);
});

test.each([
  "小区名称：雅苑\n小区地址：滨河路3号",
  "小区名称\t雅苑\n申报单位\t某某物业\n",
  "1-1 4\n1-2 3 会议少",
  "3-7\t4\n3-9\t4",
  "三杠七四分",
])("%j is another paper", (pasted) => {
  expect(isOtherPaper(pasted)).toBe(true);
});

test.each([
  "柯桥区工作报告\n一、活动开展情况：已完成\n二、主要做法：联动\n三、存在问题：无",
  "活动开展以来，1-2月召开会议4次。\n联系人：某某",
])("%j is none", (pasted) => {
  expect(isOtherPaper(pasted)).toBe(false);
});

test.each(["刚才那个只是前半部分，后面还有", "以上是全部内容，请查收", "后面还有一段没发", "以上就是全文"])(
  "%j is about the parts, and none of them",
  (said) => {
    expect(isBeside(said)).toBe(true);
  },
);

test.each(["全部", "ck工作报告", "gzbg", "查看工作报告", "我的工作报告"])(
  "%j names the report, and is no part of it",
  (said) => {
    expect(isBeside(said)).toBe(true);
  },
);

test.each([
  "去掉全部那段",
  "建议改成 多培训",
  "问题删掉",
  "建议同上",
  "第二段不要了",
  "标题改为红色物业工作报告",
  "同去年",
])("%j says how a part is to be, and is no part", (said) => {
  expect(corrects(said)).toBe(true);
});

test.each(["问题是停车难。", "建议多培训", "将旧物业换为红色物业", "存在问题：停车难，建议改成立体车库。下一步排查。"])(
  "%j may be a part",
  (said) => {
    expect(isBeside(said)).toBe(false);
  },
);

test.each([
  "报告里有个数错了是二十三个小区",
  "把刚才那句去掉",
  "去掉最后一段",
  "刚才那段不要了",
  "上面的数字写错了",
  "把三十改成二十三",
])("%j corrects the report, and is no part of it", (said) => {
  expect(corrects(said)).toBe(true);
});

test.each([
  "今年以来，我区扎实开展红色物业活动，共排查小区38个。",
  "存在问题：部分小区的台账有误，已督促整改到位，并建立长效机制，逐项销号，确保群众满意，各项工作有序推进。",
  "再补一句就是鉴湖新城的社区食堂很受欢迎",
])("%j does not", (said) => {
  expect(corrects(said)).toBe(false);
});

test.each(["再补一句就是鉴湖新城的社区食堂很受欢迎", "还有就是存在问题那一块老旧小区物业费收缴率低"])(
  "%j goes on",
  (said) => {
    expect(goesOn(said)).toBe(true);
  },
);

test.each(["不对 主要做法成效：党建加梯", "错了，存在问题：停车", "不对，是三次"])(
  "%j says how a part should read, and is no further part",
  (said) => {
    expect(corrects(said)).toBe(true);
  },
);

test.each(["不对外开放的小区占两成。", "错了位的管线已整改。"])("%j may be a part", (said) => {
  expect(corrects(said)).toBe(false);
});

test.each(["不对不对是九十五点八", "嗯不对，应该是三十八个小区", "错了是三次"])(
  "%j corrects the report, and is no part of it",
  (said) => {
    expect(corrects(said)).toBe(true);
  },
);

test.each([
  "修改 鉴湖花园 申报单位负责人电话 13757530001",
  "改 东盛花苑 党支部书记电话 13857567799",
  "改：裕民锦园 入住率 93",
  "修改申报 裕民锦园",
  "删 锦绣",
  "删除 锦绣花园",
  "jxhy删",
  "撤回 锦绣",
  "意见 越秀",
])("%j is an order on other work", (said) => {
  expect(ordersElsewhere(said)).toBe(true);
});

test.each([
  "删减流程",
  "意见 已收集，共三条。",
  "撤销违建12处",
  "改进了物业服务，投诉下降",
  "改造后环境提升",
  "修改完善工作台账三十份，走访二十个小区",
])("%j may be a part", (said) => {
  expect(ordersElsewhere(said)).toBe(false);
});

test.each(["不对宣传的不是三十二个是三十六个小区", "错了，不是两次，应该是三次"])("%j corrects", (said) => {
  expect(corrects(said)).toBe(true);
});

test.each(["略", "无", "第2个没有", "3", "10.12", "下一个", "交了"])("%j is too little for a part", (said) => {
  expect(isScrap(said)).toBe(true);
});

test.each(["补充停车难", "还有停车难", "已整改。", "停车难，投诉多", "排查小区三十八个"])("%j may be one", (said) => {
  expect(isScrap(said)).toBe(false);
});
