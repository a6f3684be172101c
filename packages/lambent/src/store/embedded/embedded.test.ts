import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
import { storeContract } from "../store.contract.ts";
import { openEmbeddedStore } from "./open.ts";

describe("embedded store: the contract", () => {
  storeContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), "lambent-store-"));
    const path = join(folder, "store.duckdb");
    let store = await openEmbeddedStore(path, "create");
    return {
      store,
      async reopen() {
        await store.close();
        store = await openEmbeddedStore(path, "update");
        return store;
      },
      async remove() {
        await store.close();
        await rm(folder, { recursive: true });
      },
    };
  });
});
