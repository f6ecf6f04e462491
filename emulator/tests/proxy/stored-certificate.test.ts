import { X509Certificate } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadOrCreateCertificate } from "../../src/proxy/stored-certificate.ts";
import { temporaryFolder } from "../support/world.ts";

const NOW = new Date("2026-01-01T00:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1_000;
const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);

describe("the certificate of a data folder", () => {
  let folder = "";
  beforeAll(async () => {
    folder = join(temporaryFolder(), "proxy");
    await loadOrCreateCertificate(folder, NOW);
  });

  test("is for DingTalk's four hosts and this machine and no other, signed by a CA that says what it is", async () => {
    const { ca, certificate } = await loadOrCreateCertificate(folder, NOW);
    const [authority, leaf] = [new X509Certificate(ca), new X509Certificate(certificate)];

    expect(authority.subject).toBe("CN=本地模拟器 Local emulator CA (not DingTalk)");
    expect(authority.ca).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.subjectAltName?.replaceAll("DNS:", "").split(", ")).toEqual([
      "api.dingtalk.com",
      "oapi.dingtalk.com",
      "wss-open-connection.dingtalk.com",
      "wss-open-connection-union.dingtalk.com",
      "localhost",
    ]);
  });

  test("is valid for 397 days, of which the first is past", async () => {
    const { ca, certificate } = await loadOrCreateCertificate(folder, NOW);

    for (const { validFromDate, validToDate } of [new X509Certificate(ca), new X509Certificate(certificate)]) {
      expect([validFromDate, validToDate]).toEqual([inDays(-1), inDays(396)]);
    }
  });

  test("keeps its key from everybody else, and the CA's key from everybody", () => {
    expect(statSync(join(folder, "key.pem")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "ca.pem"), "utf8")).not.toContain("PRIVATE KEY");
  });

  test("stays until thirty days before its end, then another is made", async () => {
    const made = await loadOrCreateCertificate(folder, NOW);

    expect(await loadOrCreateCertificate(folder, new Date(inDays(366).getTime() - 1))).toEqual(made);

    const renewed = await loadOrCreateCertificate(folder, inDays(366));
    expect(renewed.ca).not.toBe(made.ca);
    expect(await loadOrCreateCertificate(folder, inDays(366))).toEqual(renewed);
  });

  test("is made anew when its files do not belong together", async () => {
    const other = join(temporaryFolder(), "proxy");
    const { certificate } = await loadOrCreateCertificate(other, NOW);
    writeFileSync(join(other, "key.pem"), "half a ke");

    expect((await loadOrCreateCertificate(other, NOW)).certificate).not.toBe(certificate);
  });
});
