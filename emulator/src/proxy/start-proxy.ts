import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { LOCAL_HOST_NAME } from "../net/hosts.ts";
import { makeConnectionRouter, type RouteConnectionDeps } from "./route-connection.ts";
import { serveDingTalk, serveProxy } from "./serve-proxy.ts";

export interface ProxyOptions extends RouteConnectionDeps {
  /** 0 picks a free one. */
  port: number;
  /** `host:port` of the emulator. */
  ownHost: string;
}

export interface RunningProxy {
  url: string;
  caFile: string;
  /** The stream address for programs that support only `wss:`: the same port accepts TLS directly. */
  secureEndpoint: string;
  close(): Promise<void>;
}

/**
 * An HTTP proxy on loopback for programs with DingTalk's hosts built in: requests to those are served by the
 * emulator, all others are refused, so that nothing leaves the machine.
 * @throws when the port is taken
 */
export async function startProxy({ port, ownHost, ...deps }: ProxyOptions): Promise<RunningProxy> {
  const route = makeConnectionRouter(deps);
  const own = new Set([ownHost]);
  const dingTalk = serveDingTalk(deps.emulator);
  const routeTunnelled = makeConnectionRouter({ ...deps, emulator: dingTalk });
  const proxy = serveProxy({
    ...deps,
    own,
    routeLocal: (socket) => route(socket, deps.emulator),
    routeDingTalk: (socket) => routeTunnelled(socket, dingTalk),
  });
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    route(socket, proxy);
  });
  const host = `127.0.0.1:${await listen(front, port)}`;
  const secureHost = host.replace("127.0.0.1", LOCAL_HOST_NAME);
  // Addresses that the emulator returns may be requested through the proxy as well.
  for (const named of [ownHost.replace("127.0.0.1", LOCAL_HOST_NAME), host, secureHost]) own.add(named);
  return {
    url: `http://${host}`,
    caFile: deps.certificate.caFile,
    secureEndpoint: `wss://${secureHost}/connect`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => front.close(done));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new Error("代理的端口不可用，请用 PROXY_PORT 指定另一个端口。", { cause });
  }
  return (server.address() as AddressInfo).port;
}
