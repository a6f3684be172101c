import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonValues } from "./json-values.ts";
import type { JsonValuesOptions } from "./json-values.ts";

interface Split {
  values: string[];
  elements: [string, string][];
  garbage: string[];
}

function split(chunks: readonly Buffer[], options: JsonValuesOptions = {}): Split {
  const found: Split = { values: [], elements: [], garbage: [] };
  const values = new JsonValues(
    {
      value: (bytes) => found.values.push(bytes.toString()),
      element: (bytes, array) => found.elements.push([array, bytes.toString()]),
      garbage: (sample) => found.garbage.push(sample.toString()),
    },
    options,
  );
  for (const chunk of chunks) values.write(chunk);
  values.end();
  return found;
}

const splitText = (text: string, options: JsonValuesOptions = {}): Split =>
  split([Buffer.from(text)], options);

/** Cuts bytes at the places given, so that every chunk boundary is met. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort(
    (a, b) => a - b,
  );
  return [...ends, bytes.length].map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

const jsonObject = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue());
const jsonUnit = fc.oneof(jsonObject, fc.array(fc.jsonValue()));
const places = fc.array(fc.nat(), { maxLength: 20 });

describe("values", () => {
  test.each([0, 2])(
    "concatenated values come out as they went in, however they are cut (indent %i)",
    (indent) => {
      fc.assert(
        fc.property(
          fc.array(jsonUnit),
          places,
          fc.constantFrom("", "\n", " ", "\r\n", ",\n"),
          (units, cuts, between) => {
            const texts = units.map((unit) => JSON.stringify(unit, null, indent));
            expect(split(cut(Buffer.from(texts.join(between)), cuts))).toEqual({
              values: texts,
              elements: [],
              garbage: [],
            });
          },
        ),
      );
    },
  );

  test("every single cut of one text gives the same", () => {
    const bytes = Buffer.from(
      '{"a":"é\\"}\\\\","b":[1,-2.5e3,true,null,{}]}\n[[],{"ü":"\\u00e9"}] nonsense\n{"c":1}',
    );
    const whole = split([bytes]);
    expect(whole.values).toHaveLength(3);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(split([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
    }
    expect(split(Array.from(bytes, (byte) => Buffer.of(byte)))).toEqual(whole);
  });
});

describe("elements", () => {
  const options = { arrays: ["events"], openOutermost: true };

  test("elements of the named array come one by one, wherever it stands in its object", () => {
    fc.assert(
      fc.property(
        fc.array(jsonObject),
        jsonObject,
        jsonObject,
        places,
        (elements, before, after, cuts) => {
          const rest = (part: object): string => JSON.stringify({ x: part }).slice(1, -1);
          const text = `{${rest(before)},"events":${JSON.stringify(elements)},"y":1,${rest(after)}}`;
          const found = split(cut(Buffer.from(text), cuts), options);
          expect(found.elements).toEqual(
            elements.map((element) => ["events", JSON.stringify(element)]),
          );
          expect(found.values).toEqual([]);
          expect(found.garbage).toEqual([]);
        },
      ),
    );
  });

  test("only the array of the outermost object is opened", () => {
    const text =
      '{"page":{"events":[{"a":1}]}}{"events":[{"b":["events",{"events":[1]}]}]}{"events":{"c":[1]}}';
    expect(splitText(text, options)).toEqual({
      values: ['{"page":{"events":[{"a":1}]}}', '{"events":{"c":[1]}}'],
      elements: [["events", '{"b":["events",{"events":[1]}]}']],
      garbage: [],
    });
  });

  test("an outermost array gives objects, arrays and strings; numbers are no events", () => {
    expect(splitText('[{"a":1}, "text", 7, null, [1]]\n[]', options).elements).toEqual([
      ["", '{"a":1}'],
      ["", '"text"'],
      ["", "[1]"],
    ]);
  });

  test("pages of an answer follow each other", () => {
    const page = '{"events":[{"a":1},{"a":2}],"nextToken":"x"}';
    expect(splitText(`${page}\n${page}`, options).elements).toHaveLength(4);
  });
});

describe("damage", () => {
  test("text between values is told once a line, and the values are found", () => {
    const found = splitText('{"a":1}\nSTART RequestId: 1 {not json\n{"b":2}\n');
    expect(found.values).toEqual(['{"a":1}', '{"b":2}']);
    expect(found.garbage).toEqual(["START RequestId: 1 {not json"]);
  });

  test.each([
    ['{"a":"cut off in a string', '{"a":"cut off in a string'],
    ['{"a":"cut off in an escape\\', '{"a":"cut off in an escape\\'],
    ['{"a":12,', '{"a":12,\n'],
    ['{"a":{"b":[1,2', '{"a":{"b":[1,2\n'],
    ['{"a":1]}', '{"a":1'],
    ['{"a" 1}', '{"a" '],
    ["{]", "{"],
    ['{"a":1,}', '{"a":1,'],
  ])("after the broken line %j the next lines are read", (broken, sample) => {
    const found = splitText(`${broken}\n{"b":2}\n{"c":3}`, { resume: "object" });
    expect(found).toEqual({ values: ['{"b":2}', '{"c":3}'], elements: [], garbage: [sample] });
  });

  test("without line ends reading goes on at the next object", () => {
    const found = splitText('{"a":1}xx{"b":2}{"c":3]{"d":{"e":4}}', { resume: "object" });
    expect(found.values).toEqual(['{"a":1}', '{"b":2}', '{"d":{"e":4}}']);
    expect(found.garbage).toEqual(["xx", '{"c":3']);
  });

  test("a broken element costs itself; those behind it come as values", () => {
    const text = '{"events":[{"a":1},{"b" 2},{"c":3},{"d":4}],"next":1}\n{"events":[{"e":5}]}';
    const found = splitText(text, { arrays: ["events"], resume: "object" });
    expect(found.elements).toEqual([
      ["events", '{"a":1}'],
      ["events", '{"e":5}'],
    ]);
    expect(found.values).toEqual(['{"c":3}', '{"d":4}']);
    expect(found.garbage).toEqual(['{"b" ']);
  });

  test("a value above the limit is told by its beginning, and the next is read", () => {
    const large = JSON.stringify({ a: "x".repeat(5_000), b: [{ c: "{" }] });
    fc.assert(
      fc.property(places, (cuts) => {
        const bytes = Buffer.from(`${large}{"b":2}`);
        const found = split(cut(bytes, cuts), { largestValueBytes: 1_000 });
        expect(found.values).toEqual(['{"b":2}']);
        expect(found.garbage).toHaveLength(1);
        expect(found.garbage[0]).toBe(large.slice(0, 512));
      }),
      { numRuns: 30 },
    );
  });

  test("a million brackets, opened in every way, end in one complaint and bounded time", () => {
    for (const opening of ["[", "{", '{"a":', '[{"a":['] as const) {
      const found = splitText(`${opening.repeat(1_000_000 / opening.length)}\n"\n"\n{"b":2}`, {
        resume: "object",
      });
      expect(found.values.at(-1)).toBe('{"b":2}');
      expect(found.garbage.length).toBeLessThanOrEqual(2);
    }
  });

  test("any bytes in any chunks are survived, and a value behind them is found", () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .string({ unit: fc.constantFrom(...'{}[],:"\\ \n1a'.split("")), maxLength: 200 })
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(hostile, places, (bytes, cuts) => {
        // The line end closes a string, the brackets of objects that are still open cannot be known.
        const text = Buffer.concat([bytes, Buffer.from('\n"\n{"b":2}\n{"b":2}\n{"b":2}')]);
        const found = split(cut(text, cuts), { resume: "object" });
        expect(found.values.at(-1)).toBe('{"b":2}');
        expect(found).toEqual(split([text], { resume: "object" }));
      }),
      { numRuns: 2_000 },
    );
  });
});
