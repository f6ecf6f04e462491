import { compactAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";

const AFFIRMS =
  /^(?:嗯+|好的?|好吧|好嘞|好滴|对的?|对啊|是的?|是啊|可以|行|没错|没问题|就是?(?:这个|这样|这么)|就(?:按|记)这个|ok)+[吧了啊呀呢]?$/iu;

/** 好的, 对, 就是这个: what was just offered is taken. */
export const affirms = (text: string): boolean => AFFIRMS.test(simplified(compactAnswer(text)));
