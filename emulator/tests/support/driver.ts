import type { CardReading } from "../../src/contract/card.ts";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { credentials } from "./world.ts";

export interface Reply<T = Record<string, unknown>> {
  status: number;
  body: T;
}

/** Calls one emulator: `control` below `/_emulator`, `platform` as an app does. */
export function driver(url: string) {
  const request = async <T = Record<string, unknown>>(path: string, init: RequestInit): Promise<Reply<T>> => {
    const reply = await fetch(`${url}${path}`, init);
    const text = await reply.text();
    // Parse boundary: tests name the shape they expect.
    return { status: reply.status, body: (text === "" ? undefined : JSON.parse(text)) as T };
  };
  const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const control = <T = Record<string, unknown>>(path: string, body?: unknown): Promise<Reply<T>> =>
    request<T>(`/_emulator${path}`, body === undefined ? {} : json("POST", body));
  const token = async (): Promise<string> => {
    const { clientId: appKey, clientSecret: appSecret } = credentials;
    const reply = await request<{ accessToken: string }>(
      "/v1.0/oauth2/accessToken",
      json("POST", { appKey, appSecret }),
    );
    return reply.body.accessToken;
  };
  return {
    request,
    control,
    token,
    platform: async <T = Record<string, unknown>>(method: string, path: string, body: unknown): Promise<Reply<T>> =>
      request<T>(path, json(method, body, { "x-acs-dingtalk-access-token": await token() })),
    messages: async (userId: string, conversationId = ""): Promise<EmulatedMessage[]> => {
      const query = conversationId === "" ? "" : `?conversationId=${encodeURIComponent(conversationId)}`;
      const reply = await control<{ messages: EmulatedMessage[] }>(`/users/${userId}/messages${query}`);
      return reply.body.messages;
    },
    card: async (userId: string, outTrackId: string): Promise<CardReading> =>
      (await control<CardReading>(`/users/${userId}/cards/${outTrackId}`)).body,
    idle: (timeoutMs = 5_000) => control("/idle", { timeoutMs }),
  };
}
