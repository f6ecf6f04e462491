/** The gateway of an address: every path of the new one starts with a version. The control interface is neither. */
export const gatewayOf = (url: string): "api" | "oapi" => (/^\/(v\d|_emulator)/.test(url) ? "api" : "oapi");
