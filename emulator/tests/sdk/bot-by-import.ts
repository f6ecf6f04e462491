import axios from "axios";
import * as sdk from "dingtalk-stream";
import { runBot } from "./run-bot.ts";

await runBot({ sdk, axios });
