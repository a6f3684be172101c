import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../model/problem.ts";
import { findObjects } from "./find-objects.ts";

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "lambent-files-"));
  await mkdir(join(root, "logs", "b", "deep"), { recursive: true });
  await mkdir(join(root, "logs", ".hidden"));
  await mkdir(join(root, "outside"));
  for (const name of [
    "logs/b/deep/2.log",
    "logs/b/1.log",
    "logs/a.log",
    "logs/Z.log",
    "logs/.secret",
    "logs/.hidden/x.log",
    "outside/o.log",
    "outside/p.log",
    "logs/aws-logs-write-test",
  ]) {
    await writeFile(join(root, name), name);
  }
  await writeFile(join(root, "logs", "empty.log"), "");
  await writeFile(join(root, "logs", "b", "[x].log"), "brackets");
});

afterAll(() => rm(root, { recursive: true }));

const names = (found: { objects: readonly { name: string }[] }): string[] =>
  found.objects.map((object) => object.name.slice(root.length + 1).replaceAll("\\", "/"));

async function content(object: { open(): AsyncIterable<Buffer> }): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of object.open()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("folders", () => {
  test("all files below, by name, without hidden ones and the export's test object", async () => {
    const found = await findObjects([join(root, "logs")]);
    expect(names(found)).toEqual([
      "logs/Z.log",
      "logs/a.log",
      "logs/b/1.log",
      "logs/b/[x].log",
      "logs/b/deep/2.log",
      "logs/empty.log",
    ]);
    expect(found.unreadable).toEqual([]);
    expect(found.objects.map((object) => object.sizeBytes)).toEqual([10, 10, 12, 8, 17, 0]);
  });

  test("a file that is named twice is there once, and hidden files can be named", async () => {
    const found = await findObjects([
      join(root, "logs/b/1.log"),
      join(root, "logs/b"),
      join(root, "logs/.secret"),
    ]);
    expect(names(found)).toEqual([
      "logs/b/1.log",
      "logs/b/[x].log",
      "logs/b/deep/2.log",
      "logs/.secret",
    ]);
  });

  test("links to files are followed; links to folders are not, so circles end", async () => {
    const links = join(root, "links");
    await mkdir(links);
    await symlink(links, join(links, "circle"));
    await symlink(root, join(links, "up"));
    await symlink("self", join(links, "self"));
    await symlink(join(root, "outside", "o.log"), join(links, "o.log"));
    await symlink(join(root, "nowhere"), join(links, "nowhere.log"));
    const found = await findObjects([links]);
    expect(names(found)).toEqual(["links/o.log"]);
    expect(await content(found.objects[0] as never)).toBe("outside/o.log");
    expect(found.unreadable).toEqual([
      { name: join(links, "nowhere.log"), problem: "The link leads to nothing." },
      { name: join(links, "self"), problem: "The link leads in a circle." },
    ]);
    await symlink(join(root, "outside"), join(root, "named-link"));
    expect(names(await findObjects([join(root, "named-link")]))).toEqual([
      "named-link/o.log",
      "named-link/p.log",
    ]);
  });

  // The superuser may read everything.
  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "a folder without permission does not stop the others",
    async () => {
      const locked = join(root, "locked");
      await mkdir(join(locked, "in"), { recursive: true });
      await writeFile(join(locked, "x.log"), "x");
      await chmod(join(locked, "in"), 0o000);
      const found = await findObjects([locked]);
      await chmod(join(locked, "in"), 0o700);
      expect(names(found)).toEqual(["locked/x.log"]);
      expect(found.unreadable).toEqual([
        { name: join(locked, "in"), problem: "No permission to read it." },
      ]);
    },
  );
});

describe("globs", () => {
  test("match files and folders, in order", async () => {
    expect(names(await findObjects([`${root}/logs/**/*.log`]))).toEqual([
      "logs/Z.log",
      "logs/a.log",
      "logs/b/1.log",
      "logs/b/[x].log",
      "logs/b/deep/2.log",
      "logs/empty.log",
    ]);
    expect(names(await findObjects([`${root}/o*`]))).toEqual(["outside/o.log", "outside/p.log"]);
  });

  test("a name with brackets is a name first", async () => {
    expect(names(await findObjects([join(root, "logs/b/[x].log")]))).toEqual(["logs/b/[x].log"]);
  });
});

describe("nothing there", () => {
  test.each([
    ["logs/b/1.lgo", "1.log"],
    ["log", "logs"],
    ["lgos/b/1.log", "logs"],
  ])("%s: near it is %s", async (path, near) => {
    const failure = await findObjects([join(root, path)]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: "LAMBENT_PATH_NOT_FOUND", kind: "bad-input" });
    expect((failure as Problem).nextStep).toContain(near);
  });

  test("a glob without a match", async () => {
    await expect(findObjects([`${root}/logs/*.gz`])).rejects.toMatchObject({
      code: "LAMBENT_PATH_NOT_FOUND",
    });
  });
});

describe("objects", () => {
  test("the etag changes with size and time, and only then", async () => {
    const path = join(root, "changing.log");
    const etag = async (): Promise<string | undefined> =>
      (await findObjects([path])).objects[0]?.etag;
    await writeFile(path, "one");
    await utimes(path, 1, 1_000);
    const first = await etag();
    expect(await etag()).toBe(first);
    await utimes(path, 1, 1_000.001);
    const later = await etag();
    expect(later).not.toBe(first);
    await writeFile(path, "longer");
    await utimes(path, 1, 1_000.001);
    expect(await etag()).not.toBe(later);
  });

  test("a large file comes whole, and may be read twice", async () => {
    const path = join(root, "large.log");
    const text = "0123456789abcdef".repeat(50_000);
    await writeFile(path, text);
    const { objects } = await findObjects([path]);
    for (let i = 0; i < 2; i += 1) expect(await content(objects[0] as never)).toBe(text);
  });

  test("standard input", async () => {
    const { objects } = await findObjects(["-"], Readable.from([Buffer.from("a"), "b"]));
    expect(objects[0]).toMatchObject({ name: "-", sizeBytes: null, functionName: null });
    expect(await content(objects[0] as never)).toBe("ab");
  });
});
