const ONE = "一[下个句条点]";
/** 理由再加上…, 补充理由：…, 再补一句…, 加一条…; 加装电梯 and 补种不及时 begin a reason. */
const ADDS = new RegExp(
  `^的?(?:(?:理由|原因|说明)[，,\\s]*(?:再|还|也|就|要)*(?:补(?:充|写|上|个|${ONE}|(?=[:：]))+|[加添](?:上|写|个|${ONE})+)|(?:再|还|也|请|要|另外)*(?:补(?:充|写|上|个|${ONE})*|[加添](?:上|写|个|${ONE})*)的?(?:理由|原因|说明)|(?:再|还|也|请|要|另外)*[补加添](?:充|写|上)?${ONE}|再(?:补充|补上|加上|添上))[:：，,\\s]*(?=\\S)`,
  "u",
);

/** The words behind 再补一句, which are added to the reason that a row has; undefined for other words. */
export function addedReason(said: string): string | undefined {
  const lead = ADDS.exec(said.trimStart())?.[0];
  return lead === undefined ? undefined : said.trimStart().slice(lead.length);
}
