import { plainText } from "../../engine/dispatch/match-command.ts";

/** 几个区报了, 哪些地区没报, 谁没报, 还有谁没交 */
const ASKED =
  /^(?:现在|目前|请问)?(?:有|还有)?(?:几个|多少个?|哪些|哪几个|哪个|谁)\S{0,6}?(?:还没有?|没有?|未|已经?)?(?:报|交|送)(?:了|完|齐|送|上来)*(?:吗|呢|的)?$/u;

/** True if the text asks who has handed in. */
export const asksWhoHandedIn = (text: string): boolean => ASKED.test(plainText(text));
