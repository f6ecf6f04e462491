import Fastify from "fastify";
import { expect, test } from "vitest";
import { readableAbout } from "../../../src/campaign/reminder/to-do/page.ts";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";
import { owedPage } from "../../../src/platform/web/owed-page.ts";
import { makeSignedLinks } from "../../../src/platform/web/signed-link.ts";

const links = makeSignedLinks("https://jiayuan.example.gov.cn", makeEncryption(Buffer.alloc(32, 1)));
const others = makeSignedLinks("https://jiayuan.example.gov.cn", makeEncryption(Buffer.alloc(32, 2)));
const ABOUT = { campaign: "shaoxing-2023", person: "keqiao-1", until: "2023-10-28T00:00:00.000Z" };
const tokenOf = (link: string): string => link.slice(link.lastIndexOf("/") + 1);

async function answerTo(path: string, now = new Date("2023-10-27T23:59:59.999Z")) {
  const app = Fastify();
  const page = { title: "<b>应办</b>事项", lines: ['推荐名单 & "报告"'], notes: [] };
  await app.register(owedPage(async (token) => readableAbout(links.open(token), now) && page));
  const answer = await app.inject(path);
  await app.close();
  return answer;
}

test("an address holds what it is about, unreadable and unchangeable", () => {
  const link = links.linkTo(ABOUT);
  const token = tokenOf(link);

  expect(link).toMatch(/^https:\/\/jiayuan\.example\.gov\.cn\/owed\/[\w-]+$/);
  expect(link).not.toContain("keqiao");
  expect(links.open(token)).toEqual(ABOUT);
  expect(links.open(`${token.slice(0, -2)}AA`)).toBeUndefined();
  expect(links.open(tokenOf(others.linkTo(ABOUT)))).toBeUndefined();
  const sealedElsewhere = makeEncryption(Buffer.alloc(32, 1)).seal(ABOUT).toString("base64url");
  expect(links.open(sealedElsewhere)).toBeUndefined();
  expect(links.open("")).toBeUndefined();
  expect(links.open("x".repeat(5_000))).toBeUndefined();
});

test("the page is text only, kept by nobody on the way", async () => {
  const answer = await answerTo(`/owed/${tokenOf(links.linkTo(ABOUT))}`);

  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  expect(answer.body).toContain("<h1>&lt;b&gt;应办&lt;/b&gt;事项</h1>");
  expect(answer.body).toContain("<li>推荐名单 &amp; &quot;报告&quot;</li>");
});

const LINK = tokenOf(links.linkTo(ABOUT));
/** The other of two letters at that place. */
const altered = (at: number): string => `${LINK.slice(0, at)}${LINK.at(at) === "A" ? "B" : "A"}${LINK.slice(at + 1)}`;

test.each([
  ["unknown", "abc", undefined],
  ["altered at its beginning", altered(0), undefined],
  ["altered in its middle", altered(LINK.length >> 1), undefined],
  ["cut short", LINK.slice(0, -1), undefined],
  ["of another installation", tokenOf(others.linkTo(ABOUT)), undefined],
  ["that has run out", LINK, new Date(ABOUT.until)],
])("an address %s says so, and nothing else", async (_, token, now) => {
  const answer = await answerTo(`/owed/${token}`, now);

  expect(answer.statusCode).toBe(404);
  expect(answer.body).toContain("链接已失效");
  expect(answer.body).not.toContain("<li>");
});
