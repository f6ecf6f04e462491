import { render } from "preact";
import { makeControl } from "./api/control.ts";
import { EmulatorPage } from "./app.tsx";
import { StoreProvider } from "./state/context.ts";
import { makeStore } from "./state/store.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const store = makeStore({ control: makeControl(""), storage: localStorage });
render(
  <StoreProvider value={store}>
    <EmulatorPage />
  </StoreProvider>,
  root,
);
