import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import type { Socket } from "node:net";
import { type Duplex, duplexPair } from "node:stream";
import { text } from "node:stream/consumers";
import { connect as connectSecurely, type TLSSocket } from "node:tls";

export interface ProxyAddress {
  url: string;
  caFile: string;
}

export interface ProxyReply {
  status: number;
  body: string;
  socket: Duplex;
}

const portOf = (url: string): { host: string; port: number } => ({
  host: "127.0.0.1",
  port: Number(new URL(url).port),
});

/** Asks for a tunnel to `host:port`. */
export const askTunnel = (proxy: ProxyAddress, target: string): Promise<ProxyReply> =>
  new Promise((resolve, reject) => {
    const asked = request({ ...portOf(proxy.url), method: "CONNECT", path: target, agent: false });
    asked.on("connect", ({ statusCode: status = 0 }, socket: Socket, head) => {
      if (status === 200) return resolve({ status, body: "", socket });
      text(socket).then((rest) => resolve({ status, body: `${head}${rest}`, socket }), reject);
    });
    asked.on("error", reject);
    asked.end();
  });

/** A stream that a program sees as one to DingTalk's own server. */
export async function openSecurely(proxy: ProxyAddress, host: string, port = 443): Promise<TLSSocket> {
  const { socket } = await askTunnel(proxy, `${host}:${port}`);
  const secure = connectSecurely({ socket, servername: host, ca: readFileSync(proxy.caFile) });
  await new Promise((resolve, reject) => secure.once("secureConnect", resolve).once("error", reject));
  return secure;
}

export interface Asking {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One request over a stream that is open already. */
export const askOver = (stream: Duplex, asking: Asking) => ask({ createConnection: () => stream }, asking);

/** One request with a whole address, as programs send it to a proxy. */
export const askWhole = (proxy: ProxyAddress, asking: Asking) => ask({ ...portOf(proxy.url), agent: false }, asking);

function ask(where: object, { method = "GET", path, headers = {}, body = "" }: Asking): Promise<ProxyReply> {
  return new Promise((resolve, reject) => {
    const asked = request({ ...where, method, path, headers }, (response) => {
      const { statusCode = 0, socket } = response;
      text(response).then((words) => resolve({ status: statusCode, body: words, socket }), reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** The first that a client says in an encrypted connection. */
export async function greeting(servername: string): Promise<Buffer> {
  const [near, far] = duplexPair();
  connectSecurely({ socket: near, servername }).on("error", () => {});
  const [hello] = await once(far, "data");
  near.destroy();
  return hello;
}
