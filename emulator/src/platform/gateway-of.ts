const OLD_GATEWAY = /^\/(gettoken|topapi|media|robot|chat)(?=[/?]|$)/;

/** The gateway of an address: the old one has these path prefixes. */
export const gatewayOf = (url: string): "api" | "oapi" => (OLD_GATEWAY.test(url) ? "oapi" : "api");
