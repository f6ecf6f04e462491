// A bot by grammY that saves a page of points in its session: node bot.mjs <database> <address of the platform>
import { createServer } from "node:http";
import { PsqlAdapter } from "@grammyjs/storage-psql";
import { Bot, InlineKeyboard, session, webhookCallback } from "grammy";
import pg from "pg";

const [databaseUrl, apiRoot] = process.argv.slice(2);
const client = new pg.Client(databaseUrl);
await client.connect();

const botInfo = { id: 1, is_bot: true, first_name: "peer", username: "peer_bot" };
const bot = new Bot("1:peer", { botInfo, client: { apiRoot } });
const storage = await PsqlAdapter.create({ tableName: "peer_session", client });
bot.use(session({ initial: () => ({ section: 0, points: {} }), storage }));

const SECTIONS = 5;

/** The pressed page's points are kept, the message shows the next page. */
bot.on("callback_query:data", async (context) => {
  const given = JSON.parse(context.callbackQuery.data);
  Object.assign(context.session.points, given);
  context.session.section = (context.session.section + 1) % SECTIONS;
  const lines = Object.entries(context.session.points).map(([row, points]) => `${row}: ${points}`);
  const keyboard = new InlineKeyboard().text("save", JSON.stringify({ [`${context.session.section}-1`]: 1 }));
  await context.editMessageText(`Page ${context.session.section + 1}\n${lines.join("\n")}`, { reply_markup: keyboard });
  await context.answerCallbackQuery();
});

const server = createServer(webhookCallback(bot, "http"));
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ ready: "peer", url: `http://127.0.0.1:${server.address().port}` }));
});
