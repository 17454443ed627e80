const names = {
  portuguese: ["Muito Fácil", "Fácil", "Moderado", "Difícil", "Muito Difícil"],
  english: ["Very Easy", "Easy", "Moderate", "Difficult", "Very Difficult"],
} as const;

const thresholds = [80, 60, 40, 20];

/** The name of the level a score of 0…100 falls in, in the language of the text. */
export function levelOf(score: number, language: keyof typeof names): string {
  const level = thresholds.findIndex((threshold) => score >= threshold);
  return names[language].at(level) ?? "";
}
