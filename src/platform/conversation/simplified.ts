import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });
const OTHER_FORM = /[^\p{ASCII}\p{P}\s]/u;

/** By sign, so at most as many as there are. */
const known = new Map<string, string>();

/**
 * Traditional characters as simplified ones, for comparing only: what is stored stays as it was typed. Each character on
 * its own, so that places in the text stay what they are.
 */
export function simplified(text: string): string {
  let same = "";
  for (const sign of text) same += known.get(sign) ?? learned(sign);
  return same;
}

function learned(sign: string): string {
  const same = OTHER_FORM.test(sign) ? convert(sign) : sign;
  known.set(sign, same);
  return same;
}
