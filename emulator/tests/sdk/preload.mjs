import { createRequire } from "node:module";
import axios from "axios";

/**
 * Leads a bot made with the Node SDK to the emulator: `node --import ./preload.mjs bot.mjs`. It lies where the bot's
 * own axios is found, and patches the one that `import` finds and the one that `require` finds.
 */
const emulator = process.env.DINGTALK_API_BASE;
const gateways = /^https:\/\/(api|oapi)\.dingtalk\.com(?=\/|$)/;

for (const found of [axios, createRequire(import.meta.url)("axios")]) {
  found.interceptors.request.use((config) => ({
    ...config,
    url: config.url?.replace(gateways, emulator),
    proxy: false,
  }));
}
