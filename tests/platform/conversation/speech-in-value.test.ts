import { expect, test } from "vitest";
import { speechInValue } from "../../../src/platform/conversation/speech-in-value.ts";

test.each([
  ["暨阳名苑谢谢", "暨阳名苑"],
  ["暨阳名苑谢谢啊", "暨阳名苑"],
  ["锦绣花园吧", "锦绣花园"],
  ["江新社区党支部吧 暨阳街道江新社区第二党支部", undefined],
  ["对就一样的", undefined],
  ["诸暨市暨阳街道艮塔路128号，建成年份2015年", undefined],
  ["应该是城北物业", undefined],
  ["等下 城北物业", undefined],
])("「%s」 is not recorded as a name or an address as it stands", (value, cleaned) => {
  expect(speechInValue(value)).toEqual({ cleaned });
});

test.each([
  "暨阳名苑（一期）",
  "诸暨市暨阳街道艮塔路128号3幢",
  "诸暨宏泰物业服务有限公司",
  "江新社区第二党支部",
  "诸暨市住房和城乡建设局",
  "对岸花园",
  "好莱坞小镇",
  "行知苑",
  "可园",
  "吧街社区",
  "星光酒吧",
  "行吧花园",
  "东方名苑物业项目",
])("「%s」 is", (value) => {
  expect(speechInValue(value)).toBeUndefined();
});
