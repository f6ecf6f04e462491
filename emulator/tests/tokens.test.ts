import { describe, expect, test } from "vitest";
import { credentials, seed, startEmulator } from "./support/world.ts";

const request = (given: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    grant_type: "client_credentials",
    ...given,
  }),
});

describe("a token by organisation", () => {
  test("is the one that the app has anyway", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.request(`/v1.0/oauth2/${seed.corpId}/token`, request({}));

    expect([status, body]).toEqual([200, { access_token: await emulator.token(), expires_in: 7200 }]);
  });

  test.each([
    ["a wrong secret", seed.corpId, { client_secret: "wrong" }, 400, "invalid.client"],
    ["another grant", seed.corpId, { grant_type: "password" }, 400, "unsupported.grant.type"],
    ["another organisation", "dingother", {}, 401, "unauthorized.client"],
  ])("is refused for %s", async (_what, corpId, given, status, code) => {
    const emulator = await startEmulator();

    const reply = await emulator.request(`/v1.0/oauth2/${corpId}/token`, request(given));

    expect(reply).toMatchObject({ status, body: { code, message: code, requestid: expect.any(String) } });
  });

  test("fails in its own words when the platform does", async () => {
    const emulator = await startEmulator();
    await emulator.control("/faults", { rules: [{ match: { api: "/v1.0/oauth2/*" }, action: "status:500" }] });

    const { status, body } = await emulator.request(`/v1.0/oauth2/${seed.corpId}/token`, request({}));

    expect([status, body.code]).toEqual([500, "server.error"]);
  });
});
