import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { registrations } from "../plugins/index.ts";

const origin = "http://localhost";

function get(path: string, headers: Record<string, string> = {}) {
  return exports.default.fetch(origin + path, { headers });
}

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return exports.default.fetch(origin + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

function postForm(path: string, fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return exports.default.fetch(origin + path, { method: "POST", body: form });
}

async function error(response: Response) {
  const body = await response.json<{ status: string; code: string; message: string; errors?: string[] }>();
  expect(body.status).toBe("error");
  return { http: response.status, code: body.code, message: body.message, errors: body.errors };
}

describe("every answer", () => {
  it("says how long it took and which trace it belongs to", async () => {
    for (const response of [await get("/health"), await get("/nowhere"), await get("/")]) {
      expect(response.headers.get("server-timing")).toMatch(/total;dur=/);
      expect(response.headers.get("x-trace-id")).toMatch(/^[0-9a-f]{32}$/);
      await response.text();
    }
  });

  it("goes on with the caller's trace, if it is a valid one", async () => {
    const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    const valid = await get("/health", { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    expect(valid.headers.get("x-trace-id")).toBe(trace);
    const invalid = await get("/health", { traceparent: `00-${"0".repeat(32)}-00f067aa0ba902b7-01` });
    expect(invalid.headers.get("x-trace-id")).not.toBe("0".repeat(32));
  });

  it("refuses hosts other than loopback in development", async () => {
    const response = await exports.default.fetch("http://qualia.example/health");
    expect(await error(response)).toMatchObject({ http: 421, code: "forbidden_host" });
  });

  it("is problem details where the caller asks for them", async () => {
    const response = await get("/plugins/nope", { accept: "application/problem+json" });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      type: "about:blank",
      title: "Unknown plugin",
      status: 404,
      detail: "Plugin 'nope' not found",
      code: "unknown_plugin",
    });
  });
});

describe("catalog", () => {
  it("lists plugins, all or of one type", async () => {
    const all = await (await get("/plugins")).json<{ id: string; type: string }[]>();
    expect(all.map(({ id }) => id)).toEqual(registrations.map(({ plugin }) => plugin.id));
    const documents = await (await get("/plugins?plugin_type=document")).json<{ id: string }[]>();
    expect(documents.map(({ id }) => id)).toContain("teams_cleaner");
    expect(documents.map(({ id }) => id)).not.toContain("word_frequency");
  });

  it("describes parameters in the API's types and in normalised ones", async () => {
    const plugin = await (await get("/plugins/frequency_chart_plotly")).json<{ parameters: object }>();
    expect(plugin.parameters).toMatchObject({
      chart_type: { type: "choice", default: "bar", options: ["bar", "horizontal_bar", "line", "area"] },
      max_items: { type: "integer", default: 20, range: [5, 100] },
      output_format: { type: "choice", default: "html" },
    });
    const schema = await (await get("/plugins/word_frequency/schema")).json<{ parameters: object }>();
    expect(schema.parameters).toMatchObject({
      min_word_length: { type: "int", default: 3, text_size_adjustments: { short_text: 2, long_text: 4 } },
      case_sensitive: { type: "bool", default: false },
      language: { type: "str", options: ["portuguese", "english", "spanish"] },
    });
  });

  it("consolidates all schemas", async () => {
    expect(await (await get("/config/consolidated")).json()).toMatchObject({
      text_size_rules: {
        thresholds: { short_text: 500, medium: 5000 },
        categories: ["short_text", "medium", "long_text"],
      },
      summary: { total_plugins: registrations.length },
    });
  });

  it("resolves a config for a size, medium unless told", async () => {
    expect(await (await post("/config/resolve", { plugin_id: "word_frequency" })).json()).toMatchObject({
      text_size: "medium",
      resolved_config: { min_word_length: 3, max_words: 100 },
    });
    const unknown = await post("/config/resolve", { plugin_id: "word_frequency", text_size: "huge" });
    expect(await error(unknown)).toMatchObject({ http: 422, code: "invalid_request" });
  });

  it("tells what is loaded, what the API offers and how it is described", async () => {
    expect(await (await get("/plugins/health")).json()).toMatchObject({
      status: "healthy",
      total: registrations.length,
    });
    expect(await (await get("/api")).json()).toMatchObject({ name: "Qualia Core API", documentation: "/docs" });
    const document = await (await get("/openapi.json")).json<{ openapi: string; paths: Record<string, object> }>();
    expect(document.openapi).toBe("3.1.0");
    expect(document.paths["/analyze/{plugin_id}"]).toMatchObject({
      post: {
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/AnalyzeRequest" } } },
        },
      },
    });
  });
});

describe("pages", () => {
  it.each(["/", "/docs"])("%s is served from here", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await response.text()).not.toMatch(/(src|href)="https?:\/\/(?!github)/);
  });
});

describe("bad requests", () => {
  it.each([
    ["not JSON", "{", "malformed_json"],
    ["empty", "", "malformed_json"],
    ["no text", "{}", "invalid_request"],
    ["text of another type", '{"text": 3}', "invalid_request"],
    ["a list", "[]", "invalid_request"],
    ["config of another type", '{"text": "a", "config": []}', "invalid_request"],
    [
      "a nested context",
      `{"text": "a", "context": {"a": ${"[".repeat(50_000)}${"]".repeat(50_000)}}}`,
      "invalid_request",
    ],
  ])("%s: 422", async (_, body, code) => {
    expect(await error(await post("/analyze/word_frequency", body))).toMatchObject({ http: 422, code });
  });

  it("a config at fault: one sentence a parameter", async () => {
    const hidden = await post("/analyze/word_frequency", '{"text": "a", "config": {"__proto__": 3}}');
    expect((await error(hidden)).errors).toEqual(["Parâmetro desconhecido: '__proto__'"]);
    const config = { min_word_length: true, language: "klingon", idioma: "pt", max_words: 1.5, case_sensitive: 1 };
    const { http, message, errors } = await error(await post("/analyze/word_frequency", { text: "a", config }));
    expect([http, message]).toEqual([422, "Configuração inválida"]);
    expect(errors).toEqual([
      "'min_word_length': esperado int, recebido bool",
      "'max_words': esperado int, recebido float",
      "'case_sensitive': esperado bool, recebido int",
      "'language': valor 'klingon' não está nas opções permitidas: portuguese, english, spanish",
      "Parâmetro desconhecido: 'idioma'",
    ]);
  });

  it("a value out of range", async () => {
    const chart = await post("/visualize/frequency_chart_plotly", {
      data: { word_frequencies: { rio: 1 } },
      config: { max_items: 101 },
    });
    expect((await error(chart)).errors).toEqual(["'max_items': valor 101 acima do máximo 100"]);
  });

  it("a body that is not UTF-8", async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"text":"caf'), 0xe9, ...new TextEncoder().encode('"}')]);
    const response = await exports.default.fetch(`${origin}/analyze/word_frequency`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(await error(response)).toMatchObject({ http: 422, code: "malformed_json" });
  });

  it("a body of another media type", async () => {
    const response = await post("/analyze/word_frequency", "text=a", { "content-type": "text/plain" });
    expect(await error(response)).toMatchObject({ http: 415, code: "unsupported_media_type" });
  });

  it("a form that is none, and a field sent twice", async () => {
    const response = await post("/analyze/word_frequency/file", "--x", {
      "content-type": "multipart/form-data; boundary=y",
    });
    expect(await error(response)).toMatchObject({ http: 422, code: "malformed_form" });
    const form = new FormData();
    form.append("file", new File(["a"], "a.txt"));
    form.append("file", new File(["b"], "b.txt"));
    const twice = await exports.default.fetch(`${origin}/analyze/word_frequency/file`, { method: "POST", body: form });
    expect(await error(twice)).toMatchObject({ http: 422, code: "malformed_form" });
  });

  it("a route that is none, and one with another method", async () => {
    expect(await error(await get("/nowhere"))).toMatchObject({ http: 404, code: "not_found" });
    const response = await get("/pipeline");
    expect(response.headers.get("allow")).toBe("POST");
    expect(await error(response)).toMatchObject({ http: 405, code: "method_not_allowed" });
  });

  it("a plugin of another type", async () => {
    expect(await error(await post("/analyze/teams_cleaner", { text: "a" }))).toMatchObject({
      http: 422,
      code: "wrong_plugin_type",
    });
    expect(await error(await post("/process/word_frequency", { text: "a" }))).toMatchObject({ http: 422 });
    const transcribed = await postForm("/transcribe/teams_cleaner", { file: new File(["a"], "a.mp3") });
    expect(await error(transcribed)).toMatchObject({ http: 422, code: "wrong_plugin_type" });
  });

  it("a text the plugin refuses", async () => {
    expect(await error(await post("/analyze/readability_analyzer", { text: " \n" }))).toMatchObject({
      http: 400,
      code: "input_refused",
    });
  });

  it("data without what the visualizer requires: names it", async () => {
    const response = await post("/visualize/frequency_chart_plotly", { data: { polarity: 1 } });
    const { http, code, message } = await error(response);
    expect([http, code]).toEqual([400, "missing_data"]);
    expect(message).toContain("word_frequencies");
  });
});

describe("limits", () => {
  const limit = 5 * 1024 * 1024;

  it("takes a text at the limit, whatever its escapes", async () => {
    const text = `${"palavra ".repeat(limit / 8 - 1)}😀😀`;
    const response = await post("/analyze/word_frequency", { text });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ result: { word_frequencies: { palavra: limit / 8 - 1 } } });
  });

  it("takes a text within the limit from a client that escapes every accent", async () => {
    const body = `{"text":"${"ma\\u00e7\\u00e3 ".repeat(600_000)}"}`;
    expect(body.length).toBeGreaterThan(limit);
    const response = await post("/analyze/word_frequency", body);
    expect(await response.json()).toMatchObject({ result: { word_frequencies: { maçã: 600_000 } } });
  });

  it("refuses a larger text and names the job", async () => {
    const { http, code, message } = await error(await post("/analyze/word_frequency", { text: "a".repeat(limit + 1) }));
    expect([http, code]).toEqual([413, "text_too_large"]);
    expect(message).toContain("Prefer: respond-async");
  });

  it("refuses a text over what a plugin takes", async () => {
    const text = "Ana: bom dia\n".repeat(180_000);
    expect(await error(await post("/process/teams_cleaner", { text }))).toMatchObject({
      http: 413,
      code: "text_too_large",
    });
  });

  it("refuses a body of no declared length before it is read whole", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024;
        if (sent > 100 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
      },
    });
    const response = await exports.default.fetch(`${origin}/analyze/word_frequency`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(await error(response)).toMatchObject({ http: 413, code: "text_too_large" });
    expect(sent).toBeLessThan(40 * 1024 * 1024);
  });
});

describe("hostile texts get a right answer", () => {
  it.each([
    ["NUL bytes", "sol\u0000lua sol", { sol: 2, lua: 1 }],
    ["a lone surrogate", "sol \ud800 lua", { sol: 1, lua: 1 }],
    ["decomposed accents", "ac\u0327a\u0303o ação", { ação: 2 }],
    ["words that are names of methods", "constructor valueOf constructor", { constructor: 2, valueof: 1 }],
    ["nothing", "", {}],
  ])("%s", async (_, text, word_frequencies) => {
    const response = await post("/analyze/word_frequency", { text });
    expect(response.status).toBe(200);
    const { result } = await response.json<{ result: { word_frequencies: object } }>();
    expect(result.word_frequencies).toEqual(word_frequencies);
  });

  it("a word of a megabyte and a hundred thousand lines", async () => {
    const word = await post("/analyze/readability_analyzer", { text: "a".repeat(1_000_000) });
    expect(await word.json()).toMatchObject({ result: { word_count: 1, sentence_count: 1 } });
    const lines = await post("/process/teams_cleaner", { text: "Ana: bom dia\nRui: boa tarde\n".repeat(50_000) });
    expect(await lines.json()).toMatchObject({ processed_text: { utterance_count: 100_000 } });
  });

  it("speakers named after the parts of objects", async () => {
    const text = "__proto__: bom dia a todos\nconstructor: boa tarde a todas";
    const response = await post("/analyze/word_frequency", { text, config: { by_speaker: true } });
    expect(await response.text()).toContain('"__proto__":{"word_frequencies":{"bom":1');
  });
});

describe("files", () => {
  it("are UTF-8, else Latin-1 with a warning", async () => {
    const utf8 = await postForm("/analyze/word_frequency/file", { file: new File(["céu céu"], "a.txt") });
    const answer = await utf8.json<object>();
    expect(answer).toMatchObject({ filename: "a.txt", result: { word_frequencies: { céu: 2 } } });
    expect(answer).not.toHaveProperty("encoding_warning");
    const latin1 = new File([new Uint8Array([0x63, 0xe9, 0x75, 0x0d, 0x0a, 0x93, 0x6d, 0x61, 0x72])], "b.txt");
    expect(await (await postForm("/analyze/word_frequency/file", { file: latin1 })).json()).toMatchObject({
      encoding_warning: "The file is not UTF-8: it was read as Latin-1",
      result: { word_frequencies: { céu: 1, mar: 1 } },
    });
    const utf16 = new File([new Uint8Array([0xff, 0xfe, 0x63, 0x00, 0xe9, 0x00, 0x75, 0x00])], "c.txt");
    expect(await (await postForm("/analyze/word_frequency/file", { file: utf16 })).json()).toMatchObject({
      result: { word_frequencies: { céu: 1 } },
    });
  });

  it("need their config to be JSON", async () => {
    const response = await postForm("/analyze/word_frequency/file", { file: new File(["a"], "a.txt"), config: "{" });
    expect(await error(response)).toMatchObject({ http: 422, errors: ["config: is not valid JSON"] });
    const missing = await postForm("/analyze/word_frequency/file", { config: "{}" });
    expect(await error(missing)).toMatchObject({ http: 422, code: "invalid_request" });
  });
});

describe("cache", () => {
  const path = "/analyze/word_frequency";

  async function ask(body: unknown, headers: Record<string, string> = {}) {
    const response = await post(path, body, headers);
    const { result } = await response.json<{ result: { total_words: number } }>();
    return { cache: response.headers.get("x-cache"), result };
  }

  it("answers again what was asked before, and nothing else", async () => {
    const first = await ask({ text: "rio ponte rio" });
    const second = await ask({ text: "rio ponte rio" });
    expect([first.cache, second.cache]).toEqual(["MISS", "HIT"]);
    expect(second.result).toEqual(first.result);
    expect((await ask({ text: "rio ponte rio", config: { max_words: 100 } })).cache).toBe("HIT");
    expect((await ask({ text: "rio ponte rio", config: { max_words: 99 } })).cache).toBe("MISS");
    expect((await ask({ text: "rio ponte rio", context: { a: 1 } })).cache).toBe("MISS");
    expect((await ask({ text: "rio ponte rio " })).cache).toBe("MISS");
  });

  it("honours no-cache (computed anew, kept) and no-store (neither)", async () => {
    expect((await ask({ text: "um texto" }, { "cache-control": "no-store" })).cache).toBe("BYPASS");
    expect((await ask({ text: "um texto" }, { "cache-control": "no-cache" })).cache).toBe("BYPASS");
    expect((await ask({ text: "um texto" })).cache).toBe("HIT");
  });

  it("counts", async () => {
    const before = await (await get("/cache/stats")).json<Record<string, number>>();
    await ask({ text: "conta uma vez" });
    await ask({ text: "conta uma vez" });
    const after = await (await get("/cache/stats")).json<Record<string, number>>();
    expect([after.hits! - before.hits!, after.misses! - before.misses!, after.size! - before.size!]).toEqual([1, 1, 1]);
  });
});

describe("visualize", () => {
  const data = { word_frequencies: { rio: 3, ponte: 2 } };

  it("draws html unless told, and svg", async () => {
    const html = await (await post("/visualize/frequency_chart_plotly", { data })).json<{ html: string }>();
    expect(html.html).toMatch(/^<!doctype html>/i);
    const svg = await (await post("/visualize/frequency_chart_plotly", { data, output_format: "svg" })).json<{
      data: string;
      encoding: string;
      format: string;
    }>();
    expect([svg.encoding, svg.format]).toEqual(["base64", "svg"]);
    expect(new TextDecoder().decode(Uint8Array.from(atob(svg.data), (c) => c.charCodeAt(0)))).toMatch(/^<svg/);
  });

  it("refuses formats it does not draw", async () => {
    const response = await post("/visualize/frequency_chart_plotly", { data, output_format: "gif" });
    expect(await error(response)).toMatchObject({ http: 422, code: "invalid_request" });
  });
});

describe("pipeline", () => {
  it("takes JSON as well as forms", async () => {
    const steps = [{ plugin_id: "teams_cleaner" }, { plugin_id: "word_frequency" }];
    const text = "Ana: o rio subiu muito\nRui: subiu mesmo, o rio";
    const json = await (await post("/pipeline", { steps, text })).json();
    const form = await (await postForm("/pipeline", { steps: JSON.stringify(steps), text })).json();
    expect(json).toMatchObject({ steps_executed: 2, results: [{ plugin_id: "teams_cleaner" }, {}] });
    expect(json).toMatchObject({ results: [{}, { result: { word_frequencies: { rio: 2, subiu: 2 } } }] });
    expect(form).toMatchObject({ results: [{}, { result: { word_frequencies: { rio: 2, subiu: 2 } } }] });
  });

  it("takes a text file where a document comes first", async () => {
    const response = await postForm("/pipeline", {
      steps: JSON.stringify([{ plugin_id: "teams_cleaner" }]),
      file: new File(["Ana: bom dia\r\nRui: boa tarde"], "reunião.txt"),
    });
    expect(await response.json()).toMatchObject({ results: [{ result: { utterance_count: 2 } }] });
  });

  it("draws in the format its step names", async () => {
    const steps = [
      { plugin_id: "word_frequency" },
      { plugin_id: "frequency_chart_plotly", config: { format: "svg" } },
      { plugin_id: "frequency_chart_plotly", config: { output_format: "svg" } },
    ];
    const response = await post("/pipeline", { steps, text: "rio rio ponte" });
    expect(await response.json()).toMatchObject({
      results: [{}, { result: { format: "svg" } }, { result: { format: "svg" } }],
    });
  });

  it.each([
    ["an unknown plugin", [{ plugin_id: "nope" }], 404],
    ["no object", ["word_frequency"], 422],
    ["no plugin_id", [{}], 422],
    ["config of another type", [{ plugin_id: "word_frequency", config: [] }], 422],
    ["an invalid config", [{ plugin_id: "word_frequency", config: { max_words: "x" } }], 422],
    ["a chart first", [{ plugin_id: "frequency_chart_plotly" }], 422],
    ["a chart of what nobody gave", [{ plugin_id: "teams_cleaner" }, { plugin_id: "frequency_chart_plotly" }], 400],
    ["too many", Array.from({ length: 21 }, () => ({ plugin_id: "word_frequency" })), 422],
  ])("checks all steps before any runs: %s", async (_, steps, status) => {
    const response = await post("/pipeline", { steps: [...steps], text: "rio" });
    expect((await error(response)).http).toBe(status);
  });

  it("takes a form whose file field was left empty, and says how a file was read", async () => {
    const steps = JSON.stringify([{ plugin_id: "teams_cleaner" }]);
    expect((await postForm("/pipeline", { steps, text: "Ana: bom dia", file: "" })).status).toBe(200);
    const latin1 = new File([new Uint8Array([0x41, 0x6e, 0x61, 0x3a, 0x20, 0xe9, 0x20, 0x65])], "a.txt");
    expect(await (await postForm("/pipeline", { steps, file: latin1 })).json()).toMatchObject({
      encoding_warning: "The file is not UTF-8: it was read as Latin-1",
    });
  });

  it("needs something to start from", async () => {
    expect((await error(await post("/pipeline", { steps: [{ plugin_id: "word_frequency" }] }))).http).toBe(422);
  });
});

describe("webhooks", () => {
  it.each([
    [{ text: "rio rio" }, "word_frequency"],
    [{ data: { text: "rio rio" } }, "word_frequency"],
    [{ text: 3, message: "rio rio", plugin: "readability_analyzer" }, "readability_analyzer"],
  ])("finds the text of %j", async (payload, plugin) => {
    expect(await (await post("/webhook/custom", payload)).json()).toMatchObject({
      status: "success",
      webhook_type: "generic",
      plugin_used: plugin,
    });
  });

  it("skips what has no text, and counts", async () => {
    const before = await (await get("/webhook/stats")).json<{ stats: { generic: Record<string, number> } }>();
    expect(await (await post("/webhook/custom", { id: 1 })).json()).toMatchObject({ status: "skipped" });
    expect((await post("/webhook/custom", { text: "a", plugin: "teams_cleaner" })).status).toBe(422);
    expect((await post("/webhook/custom", [])).status).toBe(422);
    const after = await (await get("/webhook/stats")).json<{ stats: { generic: Record<string, number> } }>();
    expect(after.stats.generic.total_received! - before.stats.generic.total_received!).toBe(2);
    expect(after.stats.generic.total_errors! - before.stats.generic.total_errors!).toBe(1);
  });
});
