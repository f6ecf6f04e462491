import { readWhole } from "../../../platform/conversation/numerals.ts";
import type { Read } from "./reader.ts";

const KEEPS = /(?:均|都|一律)?不(?:自动|一律|作|予)*排除|(?:均|都)?不影响推荐/;
const EXCLUDES = /(?:一律|均|都)?(?:不得|不予|不能|不可)(?:列入)?推荐|不得参与|(?<!不)(?<!不自动)排除|一票否决/;
const NO_REASON = /(?:不|无)(?:须|需|必|用)(?:再)?说明理由/;
const REASON = /(?:须|需|应|要)?说明理由/;
const NUMERAL = /\d{1,2}|[一二三四五六七八九十]{1,2}/g;

/** 第5、8项不符合的不得推荐，其余须说明理由; 均不排除，须说明理由. */
export const excludedRequirements: Read = (taker, { definition }) => {
  const known = definition.requirements.requirements.map(({ id }) => id);
  const excludes: string[] = [];
  let found = false;
  for (const clause of taker.text.split(/[,;。]/)) {
    const keeps = KEEPS.test(clause);
    if (!keeps && !EXCLUDES.test(clause)) continue;
    found = true;
    if (keeps) continue;
    const named = numbersIn(clause);
    if (named.length === 0 && !/全部|各项|任[何一]|均|都/.test(clause)) return undefined;
    if (named.some((id) => !known.includes(id))) return undefined;
    excludes.push(...(named.length > 0 ? named : known));
  }
  const noReason = taker.take(NO_REASON) !== undefined;
  const reason = taker.take(REASON) !== undefined;
  if (!found && !noReason && !reason) return undefined;
  taker.takeAll(KEEPS);
  taker.takeAll(EXCLUDES);
  taker.takeAll(/第?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[、和及与]?\s*)+项(?:要求)?/);
  taker.takeAll(/要求|不符合(?:要求)?的?|其余|其他|其它|推荐时|全部|各项|任[何一]项?/);
  const inOrder = known.filter((id) => excludes.includes(id));
  return { excludes: inOrder, reasonRequired: !noReason };
};

/** Numbers of a clause that names requirements: 第5、8项, 第一项. */
function numbersIn(clause: string): string[] {
  const named = /第?((?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[、和及与]?\s*)+)项/.exec(clause)?.[1] ?? "";
  return (named.match(NUMERAL) ?? []).map((numeral) => String(readWhole(numeral) ?? numeral));
}
