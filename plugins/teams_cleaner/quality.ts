import { round1 } from "../../src/text/round.ts";
import type { Turn } from "./turns.ts";

export interface QualityReport {
  /** 100, less 20 for each issue and 10 for each warning; 0 where nothing was read. */
  quality_score: number;
  issues: string[];
  warnings: string[];
  reduction_percentage: number;
  avg_utterance_length: number;
  statistics: { original_chars: number; cleaned_chars: number; total_utterances: number; unique_speakers: number };
}

/** Tells how far the cleaned text can be trusted; lengths are in code points. */
export function assessQuality(turns: readonly Turn[], originalLength: number, cleanedLength: number): QualityReport {
  const speakers = new Set(turns.map(({ speaker }) => speaker)).size;
  const words = turns.reduce((sum, turn) => sum + turn.words, 0);
  const short = shortUtterances(turns);
  const issues = turns.length === 0 ? ["Nenhuma fala identificada - verificar formato"] : short.issues;
  const warnings =
    turns.length === 0 ? [] : [...short.warnings, ...timestampWarnings(turns), ...countWarnings(speakers)];
  return {
    quality_score: turns.length === 0 ? 0 : Math.max(0, 100 - 20 * issues.length - 10 * warnings.length),
    issues,
    warnings,
    reduction_percentage: originalLength === 0 ? 0 : round1(((originalLength - cleanedLength) / originalLength) * 100),
    avg_utterance_length: turns.length === 0 ? 0 : round1(words / turns.length),
    statistics: {
      original_chars: originalLength,
      cleaned_chars: cleanedLength,
      total_utterances: turns.length,
      unique_speakers: speakers,
    },
  };
}

function shortUtterances(turns: readonly Turn[]): { issues: string[]; warnings: string[] } {
  const share = turns.filter(({ words }) => words < 5).length / turns.length;
  const percentage = `${Math.round(share * 100)}%`;
  if (share > 0.5) return { issues: [`${percentage} das falas são muito curtas (< 5 palavras)`], warnings: [] };
  return { issues: [], warnings: share > 0.3 ? [`${percentage} das falas são curtas`] : [] };
}

function timestampWarnings(turns: readonly Turn[]): string[] {
  const timed = turns.filter(({ timestamp }) => timestamp !== undefined).length;
  if (timed === 0) return ["Nenhum timestamp encontrado"];
  return timed < turns.length / 2 ? ["Poucos timestamps encontrados"] : [];
}

function countWarnings(speakers: number): string[] {
  if (speakers === 1) return ["Apenas um participante identificado"];
  return speakers > 20 ? [`Muitos participantes (${speakers}) - possível erro de parsing`] : [];
}
