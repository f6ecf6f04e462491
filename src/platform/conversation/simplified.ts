import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });
const OTHER_FORM = /[^\p{ASCII}\p{P}\s]/gu;

/**
 * Traditional characters as simplified ones, for comparing only: what is stored stays as it was typed. Each character on
 * its own, so that places in the text stay what they are.
 */
export const simplified = (text: string): string => text.replaceAll(OTHER_FORM, (sign) => convert(sign));
