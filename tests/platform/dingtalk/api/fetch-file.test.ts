import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { fetchFile, isAllowedHost } from "../../../../src/platform/dingtalk/api/fetch-file.ts";

const hosts = ["dingtalk.com", "127.0.0.1:3100"];

test.each([
  ["http://down-cdn.dingtalk.com/x?Expires=1", true],
  ["https://dingtalk.com/x", true],
  ["https://evildingtalk.com/x", false],
  ["https://dingtalk.com.evil.cn/x", false],
  ["https://dingtalk.com@evil.cn/x", false],
  ["http://127.0.0.1:3100/x", true],
  ["http://127.0.0.1:3101/x", false],
  ["http://127.0.0.1/x", false],
  ["http://169.254.169.254/latest", false],
  ["file:///etc/passwd", false],
  ["ftp://down-cdn.dingtalk.com/x", false],
])("a file at %s may be fetched: %s", (address, allowed) => {
  expect(isAllowedHost(new URL(address), hosts)).toBe(allowed);
});

const MEGABYTE = 1024 * 1024;

test("of a file of 50 MB no more is fetched than 20 MB; one of just 20 MB is whole", async () => {
  let written = 0;
  const server = createServer(async ({ url }, reply) => {
    for (let left = Number(url?.slice(1)); left > 0 && !reply.destroyed; left--) {
      written += 1;
      if (!reply.write(Buffer.alloc(MEGABYTE))) await Promise.race([once(reply, "drain"), once(reply, "close")]);
    }
    reply.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rules = { hosts: [host], maxBytes: 20 * MEGABYTE };

  const whole = await fetchFile(`http://${host}/20`, rules);
  written = 0;
  const tooLarge = fetchFile(`http://${host}/50`, rules);

  await expect(tooLarge).rejects.toThrow("文件超过20MB，未接收。请您压缩或分成几个文件后重新发送。");
  expect(whole.length).toBe(20 * MEGABYTE);
  expect(written).toBeLessThan(50);
  server.closeAllConnections();
  server.close();
});
