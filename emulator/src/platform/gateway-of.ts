const OLD_GATEWAY = /^\/(gettoken|topapi|media|robot|chat)(?=[/?]|$)/;

/** Which gateway an address belongs to: the old one has these beginnings for itself. */
export const gatewayOf = (url: string): "api" | "oapi" => (OLD_GATEWAY.test(url) ? "oapi" : "api");
