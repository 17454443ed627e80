import { describe, expect, it } from "vitest";
import { readCueTiming, splitVoices } from "./webvtt.ts";

describe("readCueTiming", () => {
  it.each([
    ["00:00:03.120 --> 00:00:06.480 align:start", "00:00:03"],
    ["00:07.000 --> 00:09.000", "00:00:07"],
    ["1:02:03,000 --> 1:02:04,000", "01:02:03"],
    ["00:00:01-->00:00:02", "00:00:01"],
    ["0:0:5.120 --> 0:0:8.480", "00:00:05"],
  ])("gives the start of %j", (row, start) => {
    expect(readCueTiming(row)).toBe(start);
  });

  it.each(["00:00:03.120", "a 00:00:03.120 --> 00:00:06.480", "--> 00:00:06.480", "0:7.000 --> 0:9.000", ""])(
    "finds none in %j",
    (row) => {
      expect(readCueTiming(row)).toBeUndefined();
    },
  );
});

describe("splitVoices", () => {
  it("splits at voices and drops other tags", () => {
    expect(splitVoices("e <v Ana Silva>Bom <c.red>dia</c></v> ah <v.loud Bia><00:00:08.000>oi")).toEqual([
      { text: "e" },
      { voice: "Ana Silva", text: "Bom dia" },
      { voice: "", text: "ah" },
      { voice: "Bia", text: "oi" },
    ]);
  });

  it("decodes entities in names and texts, once", () => {
    expect(splitVoices("<v A &amp; B>3 &lt; 5 &amp;lt; d&#39;água &copy;")).toEqual([
      { voice: "A & B", text: "3 < 5 &lt; d'água &copy;" },
    ]);
  });

  it("keeps what is no tag, and takes a voice of no name for none", () => {
    expect(splitVoices("1 < 2 <3 > 2")).toEqual([{ text: "1 < 2 <3 > 2" }]);
    expect(splitVoices("<v>oi <v - >olá <v Ana")).toEqual([
      { voice: "", text: "oi" },
      { voice: "", text: "olá <v Ana" },
    ]);
  });
});
