import { z } from "zod";
import { type Fields, outputFormats, type Plugin } from "./contract.ts";
import { EngineError } from "./errors.ts";

/** Word counts up to which a text is short and medium; beyond, it is long. */
export const textSizeThresholds = { short_text: 500, medium: 5000 } as const;
export const textSizes = ["short_text", "medium", "long_text"] as const;
export type TextSize = (typeof textSizes)[number];

/** A parameter as the API shows it. */
export interface Parameter {
  type: "integer" | "float" | "boolean" | "string" | "choice" | "list" | "dict";
  default: unknown;
  description: string;
  options?: readonly unknown[];
  range?: [min: number | null, max: number | null];
  text_size_adjustments?: Partial<Record<TextSize, unknown>>;
}

/** A parameter with its type among those of the normalised schema: a choice is a str with options. */
export type NormalizedParameter = Omit<Parameter, "type"> & {
  type: "int" | "float" | "bool" | "str" | "list" | "dict";
};

/** A plugin's config once validated: all its parameters, the caller's or their defaults. */
export type Config = Fields;

/**
 * The parameters of a plugin as a zod schema that refuses unknown ones. A visualizer's hold `output_format`, which its
 * definition states as `formats`.
 */
export function parametersOf(plugin: Plugin): z.ZodObject {
  const shape =
    plugin.type === "visualizer" ? { ...plugin.parameters.shape, output_format: format(plugin.formats) } : {};
  return z.strictObject({ ...plugin.parameters.shape, ...shape });
}

function format(formats: readonly (typeof outputFormats)[number][]) {
  return z
    .enum(formats)
    .default(formats[0] ?? outputFormats[0])
    .describe("Format of the picture");
}

/** The parameters as `GET /plugins` shows them, read from the JSON Schema that zod makes of them. */
export function describeParameters(parameters: z.ZodObject): Record<string, Parameter> {
  const schema = describedParameters.parse(z.toJSONSchema(parameters, { io: "input" }));
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => {
      const range = rangeOf(property);
      const parameter: Parameter = {
        type: property.enum ? "choice" : shownTypes[property.type],
        default: property.default,
        description: property.description,
        ...(property.enum && { options: property.enum }),
        ...(range && { range }),
        ...(property.textSize && { text_size_adjustments: property.textSize }),
      };
      return [name, parameter];
    }),
  );
}

/** The same in the types of the normalised schema. */
export function normalizeParameters(parameters: Record<string, Parameter>): Record<string, NormalizedParameter> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      { ...parameter, type: normalizedTypes[parameter.type] },
    ]),
  );
}

/**
 * The cascade: each parameter's default, then what the caller sets. Values are validated and never coerced.
 * @throws EngineError `invalid_config`, with one sentence a parameter at fault
 */
export function resolveConfig(pluginId: string, parameters: z.ZodObject, given: Fields): Config {
  const parsed = parameters.safeParse(given);
  // zod passes over a key of this name, known or not
  const hidden = Object.hasOwn(given, "__proto__");
  if (parsed.success && !hidden) return parsed.data;
  const errors = new Map<string, string>(hidden ? [["__proto__", unknownParameter("__proto__")]] : []);
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) errors.set(key, unknownParameter(key));
    } else {
      const [name] = issue.path;
      if (name !== undefined && !errors.has(String(name))) {
        errors.set(String(name), sentence(String(name), issue, given[String(name)], parameters));
      }
    }
  }
  throw new EngineError("invalid_config", "Configuração inválida", { pluginId, errors: [...errors.values()] });
}

/** Defaults with the adjustments of a text size: what `POST /config/resolve` answers, and no other route applies. */
export function configForSize(parameters: Record<string, Parameter>, size: TextSize): Config {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      parameter.text_size_adjustments?.[size] ?? parameter.default,
    ]),
  );
}

const describedParameters = z.object({
  properties: z.record(
    z.string(),
    z.object({
      type: z.enum(["integer", "number", "boolean", "string", "array", "object"]),
      default: z.unknown(),
      description: z.string().default(""),
      enum: z.array(z.unknown()).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      textSize: z.partialRecord(z.enum(textSizes), z.unknown()).optional(),
    }),
  ),
});

function rangeOf({ minimum, maximum }: { minimum?: number | undefined; maximum?: number | undefined }) {
  // z.int() states the bounds of safe integers, which are no range of the parameter
  const min = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? null : minimum;
  const max = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum;
  return min === null && max === null ? undefined : ([min, max] satisfies Parameter["range"]);
}

const shownTypes = {
  integer: "integer",
  number: "float",
  boolean: "boolean",
  string: "string",
  array: "list",
  object: "dict",
} as const;

const normalizedTypes = {
  integer: "int",
  float: "float",
  boolean: "bool",
  string: "str",
  choice: "str",
  list: "list",
  dict: "dict",
} as const;

function unknownParameter(name: string): string {
  return `Parâmetro desconhecido: '${name}'`;
}

/** One sentence for a value at fault, in Portuguese, as the API's clients know them. */
function sentence(name: string, issue: z.core.$ZodIssue, value: unknown, parameters: z.ZodObject): string {
  switch (issue.code) {
    case "invalid_type": {
      // zod calls both int and float a number; the description tells them apart
      const expected = normalizeParameters(describeParameters(parameters))[name]?.type ?? issue.expected;
      return `'${name}': esperado ${expected}, recebido ${typeName(value)}`;
    }
    case "too_small":
      return `'${name}': valor ${brief(value)} abaixo do mínimo ${issue.minimum}`;
    case "too_big":
      return `'${name}': valor ${brief(value)} acima do máximo ${issue.maximum}`;
    case "invalid_value":
      return `'${name}': valor ${brief(value)} não está nas opções permitidas: ${issue.values.join(", ")}`;
    default:
      return `'${name}': ${issue.message}`;
  }
}

const typeNames: Record<string, string> = { boolean: "bool", string: "str", object: "dict" };

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return typeNames[typeof value] ?? typeof value;
}

function brief(value: unknown): string {
  const shown = typeof value === "string" ? `'${value}'` : (JSON.stringify(value) ?? String(value));
  return shown.length > 80 ? `${shown.slice(0, 80).toWellFormed()}…` : shown;
}
