import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import config from "./golden/config.json";
import pipeline from "./golden/pipeline.json";
import readability from "./golden/readability.json";
import teamsCleaner from "./golden/teams_cleaner.json";
import wordFrequency from "./golden/word_frequency.json";
import { type Case, difference, requestOf } from "./replay.ts";

describe("answers Qualia Core's clients as they expect", () => {
  const cases: Case[] = [...config, ...pipeline, ...readability, ...teamsCleaner, ...wordFrequency];
  it.each(cases.map((recorded) => [recorded.name, recorded] as const))("%s", async (_, recorded) => {
    const response = await exports.default.fetch(requestOf(recorded, "http://localhost"));
    const body = await response.json();
    expect(response.status, JSON.stringify(body).slice(0, 500)).toBe(recorded.status);
    expect(difference(recorded, body)).toBeUndefined();
  });
});
