import Fastify from "fastify";
import { expect, test } from "vitest";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";
import { owedPage } from "../../../src/platform/web/owed-page.ts";
import { makeSignedLinks } from "../../../src/platform/web/signed-link.ts";

const links = makeSignedLinks("https://jiayuan.example.gov.cn", makeEncryption(Buffer.alloc(32, 1)));
const others = makeSignedLinks("https://jiayuan.example.gov.cn", makeEncryption(Buffer.alloc(32, 2)));
const ABOUT = { campaign: "shaoxing-2023", person: "keqiao-1", until: "2023-10-28T00:00:00.000Z" };
const tokenOf = (link: string): string => link.slice(link.lastIndexOf("/") + 1);

async function answerTo(path: string) {
  const app = Fastify();
  const page = { title: "<b>应办</b>事项", lines: ['推荐名单 & "报告"'], notes: [] };
  await app.register(owedPage(async (token) => (links.open(token) === undefined ? undefined : page)));
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

test("an unknown address says so, and nothing else", async () => {
  const answer = await answerTo("/owed/abc");

  expect(answer.statusCode).toBe(404);
  expect(answer.body).toContain("链接已失效");
  expect(answer.body).not.toContain("<li>");
});
