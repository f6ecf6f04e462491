interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  withinMs: number;
}

/** The reply's text; undefined for no answer in time and every status but 2xx. */
export async function post({ url, headers, body, withinMs }: Post): Promise<string | undefined> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body,
      signal: AbortSignal.timeout(withinMs),
    });
    const text = await reply.text();
    return reply.ok ? text : undefined;
  } catch {
    return undefined;
  }
}
