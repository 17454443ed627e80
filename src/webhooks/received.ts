/** What came in by webhook, of this isolate. */
export interface WebhookStats {
  total_received: number;
  total_processed: number;
  total_errors: number;
  /** When the last one was analysed, ISO 8601. */
  last_processed: string | null;
}

const fields = ["text", "content", "message", "body", "data"];

/** The text of a webhook's payload: the first of the known fields that holds one, itself or as its `text`. */
export function findText(payload: Readonly<Record<string, unknown>>): string | undefined {
  for (const field of fields) {
    if (!Object.hasOwn(payload, field)) continue;
    const value = payload[field];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "object" && value !== null && "text" in value) {
      if (typeof value.text === "string" && value.text !== "") return value.text;
    }
  }
  return undefined;
}
