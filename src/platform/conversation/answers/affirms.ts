import { compactAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";

const AFFIRMS =
  /^(?:嗯+|好的?|好吧|好嘞|好滴|对的?|对啊|是的?|是啊|可以|行|没错|没问题|就是?(?:这个|这样|这么)|就(?:按|记)这个|ok(?:ay)?|y(?:es)?)+[吧了啊呀呢]?$/iu;

/** 好的, 对, 就是这个: what was just offered is taken. */
export const affirms = (text: string): boolean => AFFIRMS.test(simplified(compactAnswer(text)));

const DO = "(?:确认|提交|报送|上报|报|定稿|办理|办|撤回|撤销|撤|发送|发|删除|删|交)";
const DOES = new RegExp(
  `^(?:[嗯呃额哦好行对那就的了]|可以|没问题|没错|我|我们|马上|现在|直接)*${DO}{1,2}(?:上去|掉|出去|一下)?[吧了啊呀的]*$`,
  "u",
);

/** 确认, 提交吧, 那就报吧: what was shown is to be done. */
export const wantsItDone = (text: string): boolean => DOES.test(simplified(compactAnswer(text)));
