/** The platform's payloads in both directions: the only part of this folder that the emulator shares. */
export * from "./card.ts";
export * from "./card-callback.ts";
export * from "./contact.ts";
export * from "./error.ts";
export * from "./event.ts";
export * from "./frame.ts";
export * from "./gateway.ts";
export * from "./lenient.ts";
export * from "./media.ts";
export * from "./receipt.ts";
export * from "./robot-message.ts";
export * from "./send.ts";
export * from "./todo.ts";
export * from "./token.ts";
