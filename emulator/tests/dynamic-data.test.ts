import { fastify } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { appOf } from "./support/app.ts";
import { startEmulator, TEMPLATE } from "./support/world.ts";

const CREATE = "/v1.0/card/instances/createAndDeliver";
const source = (pullConfig: object | undefined, dynamicDataSourceId = "amounts") => ({
  openDynamicDataConfig: { dynamicDataSourceConfigs: [{ dynamicDataSourceId, ...(pullConfig && { pullConfig }) }] },
});
const card = (outTrackId: string, more: object) => ({
  cardTemplateId: TEMPLATE,
  outTrackId,
  cardData: { cardParamMap: { title: "待查" } },
  openSpaceId: "dtv1.card//IM_ROBOT.district",
  imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  ...more,
});

test("a card's source is asked once for each who reads it, and what it answers is theirs alone", async () => {
  const emulator = await startEmulator();
  const asked: { type: string; userId: string; content: string }[] = [];
  const receiver = fastify();
  receiver.post<{ Body: { type: string; userId: string; content: string } }>("/data", ({ body }) => {
    asked.push(body);
    const data = JSON.stringify({ title: `${body.userId}的数据` });
    return { dataSourceQueryResponses: [{ dynamicDataSourceId: "amounts", dynamicDataValueType: "OBJECT", data }] };
  });
  const url = await receiver.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => receiver.close());
  await emulator.platform("POST", "/v1.0/card/callbacks/register", {
    callbackRouteKey: "data",
    callbackUrl: `${url}/data`,
  });
  const more = { callbackType: "HTTP", callbackRouteKey: "data", ...source({ pullStrategy: "ONCE" }) };
  await emulator.platform("POST", CREATE, card("card-1", more));

  for (let time = 0; time < 2; time += 1) {
    await emulator.control("/users/district/read", { messageId: "all" });
    await emulator.idle();
  }

  expect(asked.map(({ type, userId, content }) => [type, userId, JSON.parse(content)])).toEqual([
    ["dynamicDataCallback", "district", { dynamicDataSourceQueryRequests: [{ dynamicDataSourceId: "amounts" }] }],
  ]);
  expect((await emulator.card("district", "card-1")).data.title).toBe("district的数据");
});

test.each([
  ["without an id", source({ pullStrategy: "ONCE" }, ""), "param.dynamicSourceIdEmpty"],
  ["without a way to pull", source(undefined), "param.dynamicDataPullConfigEmpty"],
  ["without a strategy", source({}), "param.dynamicDataSourcePullStrategyEmpty"],
  [
    "with a unit that is none",
    source({ pullStrategy: "INTERVAL", interval: 6, timeUnit: "WEEKS" }),
    "param.dynamicDataPullIntervalTimeUnitInvalid",
  ],
  [
    "more often than every six seconds",
    source({ pullStrategy: "INTERVAL", interval: 5, timeUnit: "SECONDS" }),
    "param.dynamicDataPullIntervalInvalid",
  ],
])("a source %s is refused", async (_what, given, code) => {
  const app = appOf(await startEmulator());

  expect(await app.refusal("POST", CREATE, card("card-1", given))).toEqual([400, code]);
});

test("a source every six seconds is taken", async () => {
  const app = appOf(await startEmulator());
  const given = source({ pullStrategy: "INTERVAL", interval: "6", timeUnit: "SECONDS" });

  expect(await app.refusal("POST", CREATE, card("card-1", given))).toEqual([200, undefined]);
});
