/** The gateway of an address: every path of the new one starts with a version. */
export const gatewayOf = (url: string): "api" | "oapi" => (/^\/v\d/.test(url) ? "api" : "oapi");
