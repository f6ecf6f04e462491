import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterEach, describe, expect, test } from "vitest";
import type { InboundHandler } from "../../../../src/platform/chat/ports.ts";
import { makeDispatch } from "../../../../src/platform/dingtalk/stream/dispatch.ts";
import { makeStream, type StreamDeps, type StreamState } from "../../../../src/platform/dingtalk/stream/supervise.ts";
import { silentLog } from "../../../../src/shared/log.ts";
import { type Platform, startPlatform } from "../platform.ts";
import { queue } from "../queue.ts";
import { recorder } from "../recorder.ts";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function platformOf(autoPong = true): Promise<Platform> {
  const platform = await startPlatform(autoPong);
  cleanUp.push(platform.close);
  return platform;
}

function botOf(platform: Platform, handler: InboundHandler, replaced: Partial<StreamDeps> = {}) {
  const states = queue<StreamState>();
  const settings = { apiBase: platform.base, clientId: "c", clientSecret: "s", subscriptions: [] };
  const stream = makeStream({
    settings: { ...settings, subscriptions: [{ type: "EVENT", topic: "*" }] },
    dispatch: makeDispatch({ handler, log: silentLog, countPush: () => {} }),
    log: silentLog,
    bounds: { firstMs: 1, longestMs: 4 },
    onState: states.put,
    ...replaced,
  });
  cleanUp.push(() => stream.stop());
  return { stream, states };
}

async function connected(handler: InboundHandler, replaced: Partial<StreamDeps> = {}) {
  const platform = await platformOf(replaced.keepAlive === undefined);
  const bot = botOf(platform, handler, replaced);
  await bot.stream.start();
  return { platform, ...bot, link: await platform.nextLink() };
}

const frame = (number: string, messageId: string, data?: string) => {
  const body = Object(sample(number));
  return { ...body, headers: { ...body.headers, messageId }, data: data ?? body.data };
};

describe("a connection to the platform", () => {
  test("is opened with our subscriptions, and start resolves without waiting for more", async () => {
    const { platform, stream } = await connected(recorder());

    const request = JSON.parse(platform.requests[0]?.body ?? "");
    expect(Object.keys(request)).toEqual(Object.keys(Object(sample("01"))));
    expect(request.subscriptions).toEqual([{ type: "EVENT", topic: "*" }]);
    expect(stream.state()).toBe("connected");
  });

  test("that sends more than a frame holds is closed, and opened again", async () => {
    const { platform, link } = await connected(recorder());

    link.send(frame("10", "m1", "x".repeat(5 * 1024 * 1024)));

    await link.closed;
    await platform.nextLink();
  });

  test("answers the platform's own ping as it came", async () => {
    const { link } = await connected(recorder());

    link.send(sample("10"));

    expect(await link.nextAck()).toEqual(sample("11"));
  });

  test("survives frames that cannot be read and takes the next one", async () => {
    const handler = recorder();
    const { link } = await connected(handler);

    for (const bad of ["", "no json", "null", "[]", "{}", '{"type":"CALLBACK"}', `{"type":"EVENT","headers":1}`]) {
      link.send(bad);
    }
    link.send(frame("31", "m1", "no json"));
    link.send(frame("31", "m2"));

    expect((await link.nextAck()).headers.messageId).toBe("m1");
    expect((await link.nextAck()).headers.messageId).toBe("m2");
    expect(handler.messages).toHaveLength(1);
  });

  test("that the platform announces to end is replaced before it is closed", async () => {
    const { platform, link } = await connected(recorder());

    link.send(sample("12"));
    const next = await platform.nextLink();

    await link.closed;
    expect(next.socket.readyState).toBe(next.socket.OPEN);
  });

  test("that is cut is replaced", async () => {
    const { platform, link } = await connected(recorder());

    link.socket.terminate();

    expect((await platform.nextLink()).socket.readyState).toBe(link.socket.OPEN);
  });

  test("that no longer answers pings is given up", async () => {
    const { platform, link } = await connected(recorder(), { keepAlive: { intervalMs: 5, maxMissed: 2 } });

    await link.closed;

    expect(await platform.nextLink()).toBeDefined();
  });

  test("is asked for again when the gateway fails", async () => {
    const platform = await platformOf();
    const open = { body: { endpoint: `${platform.base.replace("http", "ws")}/connect`, ticket: "t" } };
    platform.answer("POST /v1.0/gateway/connections/open", "cut", { status: 503, body: "<html>" }, { body: {} }, open);

    await botOf(platform, recorder()).stream.start();

    expect(platform.requests).toHaveLength(4);
  });

  test("is asked for again when the handshake fails", async () => {
    const platform = await platformOf();
    const open = { body: { endpoint: `${platform.base.replace("http", "ws")}/connect`, ticket: "t" } };
    const refused = { body: { endpoint: `${platform.base.replace("http", "ws")}/elsewhere`, ticket: "t" } };
    platform.answer("POST /v1.0/gateway/connections/open", refused, open);

    await botOf(platform, recorder()).stream.start();

    expect(platform.requests).toHaveLength(2);
  });

  test("with wrong credentials is not hammered", async () => {
    const platform = await platformOf();
    platform.answer("POST /v1.0/gateway/connections/open", { status: 401, body: sample("03") });
    const sentences: string[] = [];
    const log = { ...silentLog, error: (_: object, sentence: string) => sentences.push(sentence) };

    const { stream, states } = botOf(platform, recorder(), { log });
    const started = stream.start();

    expect([await states.take(), await states.take()]).toEqual(["connecting", "waiting"]);
    expect(sentences).toEqual(["DingTalk refused the connection: check client id and secret"]);
    await stream.stop();
    await expect(started).rejects.toThrow("stopped before the first connection");
    expect(platform.requests).toHaveLength(1);
  });

  test("that is stopped answers what is under way and takes nothing new", async () => {
    const stored = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const handler = recorder({
      onMessage: () => {
        arrived.resolve();
        return stored.promise;
      },
    });
    const { link, stream } = await connected(handler);

    link.send(frame("31", "m1"));
    await arrived.promise;
    const stopping = stream.stop();
    stored.resolve();

    expect((await link.nextAck()).headers.messageId).toBe("m1");
    await stopping;
    expect(stream.state()).toBe("stopped");
  });
});

describe("what the platform pushes", () => {
  test("a robot message is acknowledged once it is stored", async () => {
    const handler = recorder();
    const { link } = await connected(handler);

    link.send(sample("31"));

    expect(await link.nextAck()).toEqual(sample("39"));
    expect(handler.messages.map((message) => message.text)).toEqual(["帮助"]);
  });

  test("a robot message that could not be stored is not acknowledged", async () => {
    let tries = 0;
    const handler = recorder({
      onMessage: async () => {
        tries += 1;
        if (tries === 1) throw new Error("database is down");
      },
    });
    const { link } = await connected(handler);

    link.send(frame("31", "m1"));
    link.send(frame("31", "m2"));

    expect((await link.nextAck()).headers.messageId).toBe("m2");
  });

  test("an event is acknowledged once it is stored", async () => {
    const handler = recorder();
    const { link } = await connected(handler);

    link.send(sample("20"));

    expect(await link.nextAck()).toEqual(sample("21"));
    expect(handler.events.map((event) => event.type)).toEqual(["user_add_org"]);
  });

  test("an event that could not be stored is asked for again", async () => {
    const { link } = await connected(recorder({ onEvent: () => Promise.reject(new Error("database is down")) }));

    link.send(sample("20"));

    expect(JSON.parse((await link.nextAck()).data)).toEqual({ status: "LATER", message: "not stored" });
  });

  test("a press is answered with the new version of the card", async () => {
    const delivered = Promise.withResolvers<boolean>();
    const view = { title: "进度", tone: "done", body: [], actions: [] } as const;
    const chat = { kind: "group", group: "cid" } as const;
    const card = { cardId: "task-42-card-1", version: 2, chat: Object(chat), view: { ...view, body: [], actions: [] } };
    const handler = recorder({ onCallback: async () => ({ card, toast: "已收到。", onDelivery: delivered.resolve }) });
    const { link } = await connected(handler);

    link.send(sample("40"));
    const ack = await link.nextAck();

    expect({ ...ack, data: "" }).toEqual({ ...Object(sample("44")), data: "" });
    const { response } = JSON.parse(ack.data);
    expect(Object.keys(response)).toEqual(Object.keys(JSON.parse(Object(sample("44")).data).response));
    expect(response.cardUpdateOptions).toEqual({ updateCardDataByKey: true, updatePrivateDataByKey: true });
    expect(response.cardData.cardParamMap).toMatchObject({ title: "进度", version: "2" });
    expect(response.userPrivateData.cardParamMap.toast).toBe("已收到。");
    expect(await delivered.promise).toBe(true);
  });

  test("a press whose connection is gone settles as not delivered", async () => {
    const delivered = Promise.withResolvers<boolean>();
    const gone = Promise.withResolvers<void>();
    const handler = recorder({
      onCallback: async () => {
        await gone.promise;
        return { toast: "已收到。", onDelivery: delivered.resolve };
      },
    });
    const { link, states } = await connected(handler);

    link.send(sample("40"));
    link.socket.terminate();
    while ((await states.take()) !== "waiting");
    gone.resolve();

    expect(await delivered.promise).toBe(false);
  });

  test("a press that nothing can be read of is acknowledged without a change", async () => {
    const handler = recorder();
    const { link } = await connected(handler);

    link.send(frame("40", "c1", "{}"));

    expect(JSON.parse((await link.nextAck()).data)).toEqual({ response: {} });
    expect(handler.callbacks).toEqual([]);
  });
});
