import type { Message, World } from "./world.ts";

/** Two of each of the six districts. */
export const OFFICIALS = ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"].flatMap((id) => [
  `${id}-1`,
  `${id}-2`,
]);

const titles = (messages: readonly Message[]) =>
  messages.flatMap(({ card }) => (card ? [card.text.split("　")[0]] : []));

/** The beginnings of the cards in every chat of the campaign. */
export async function everyCard(at: World): Promise<Record<string, (string | undefined)[]>> {
  const group = await at.groupId("美好家园活动群");
  const chats = await Promise.all(
    OFFICIALS.map(async (userId) => [userId, titles(await at.as(userId).messages())] as const),
  );
  return { ...Object.fromEntries(chats), group: titles(await at.as("maxiaohan").messages(group)) };
}

/** The same cards for all of them. */
export const everybody = (cards: string[]) => Object.fromEntries([...OFFICIALS, "group"].map((chat) => [chat, cards]));
