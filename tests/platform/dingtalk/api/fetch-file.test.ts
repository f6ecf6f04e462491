import { expect, test } from "vitest";
import { isAllowedHost } from "../../../../src/platform/dingtalk/api/fetch-file.ts";

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
