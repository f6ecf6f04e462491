import type { Definition } from "../../definition/definition.ts";

const TITLE = /[\p{Script=Han}\d“”"《》‘’（）()·]{3,40}?(?:申报表|推荐表|申请表|登记表|推荐名单|汇总表|名单)/gu;
const CITY = /([\p{Script=Han}]{2,3}市)/u;
const QUOTES = /[“”"《》‘’「」\s\u3000]/gu;
const YEAR = /(20\d\d)年度/gu;

/**
 * Whether the words above a form or a list belong to another campaign or year.
 * @param titles as the campaign prints them
 */
export function titleProblem(
  head: string,
  { campaign }: Definition,
  titles: readonly string[],
): "otherCampaign" | "otherYear" | undefined {
  const plain = head.replaceAll(QUOTES, "");
  const own = titles.map((title) => title.replaceAll(QUOTES, ""));
  if (own.some((title) => plain.includes(title))) return yearProblem(head, campaign.year.value);
  const found = [...head.matchAll(TITLE)].map((match) => match[0].replaceAll(QUOTES, ""));
  const foreign = found.filter((title) => isForeign(title, { campaign, own }));
  if (foreign.length > 0 && foreign.length === found.length) return "otherCampaign";
  return yearProblem(head, campaign.year.value);
}

function yearProblem(head: string, year: number): "otherYear" | undefined {
  const years = [...head.matchAll(YEAR)].map((match) => Number(match[1]));
  return years.length > 0 && !years.includes(year) ? "otherYear" : undefined;
}

/** It does not name the campaign, or names a city that is neither ours nor one of our districts. */
function isForeign(
  title: string,
  { campaign: { name, city, districts }, own }: { campaign: Definition["campaign"]; own: readonly string[] },
): boolean {
  const ofCity = CITY.exec(title)?.[1];
  const ours = [city.name, ...districts.map((district) => district.name)];
  const isOther = ofCity !== undefined && !ours.some((one) => ofCity.endsWith(one) || one.endsWith(ofCity));
  const saysName = own.some((one) => one.includes(name)) && title.length > name.length;
  return (saysName && !title.includes(name)) || isOther;
}
