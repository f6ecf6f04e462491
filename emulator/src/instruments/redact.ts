const SECRET_KEYS = "accessToken|access_token|clientSecret|client_secret|appSecret|appsecret|apiSecret|ticket";
/** Also inside strings that are JSON themselves, where the quotes are escaped. */
const SECRET_FIELD = new RegExp(`(\\\\*"(?:${SECRET_KEYS})\\\\*"\\s*:\\s*\\\\*")[^"\\\\]*`, "g");
const SECRET_QUERY = /\b((?:session|ticket|access_token|appsecret|client_secret)=)[^"&\\\s]+/g;

/** The same value with every secret replaced by `***`, also in nested strings of JSON. */
export function redact<T>(value: T): T {
  const text = JSON.stringify(value).replace(SECRET_FIELD, "$1***").replace(SECRET_QUERY, "$1***");
  // Parse boundary: the text was written from a T two lines above.
  return JSON.parse(text) as T;
}
