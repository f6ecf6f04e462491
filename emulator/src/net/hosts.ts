const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Whether a host, with or without a port, is this machine. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** The hosts that programs for DingTalk have built in. Sources: the stream protocol page; the union host from reports. */
export const DINGTALK_HOSTS: readonly string[] = [
  "api.dingtalk.com",
  "oapi.dingtalk.com",
  "wss-open-connection.dingtalk.com",
  "wss-open-connection-union.dingtalk.com",
];

/** The host of the stream for programs that support only `wss:`. */
export const LOCAL_HOST_NAME = "localhost";

/** Whether a name, with or without a port, is one of DingTalk's. */
export const isDingTalk = (host: string): boolean => DINGTALK_HOSTS.includes(host.replace(/:\d+$/, "").toLowerCase());
