/** Texts to measure with, made by rule so that every run measures the same. */

const words = `
  pesquisa bairro água escola professora memória cidade trabalho família conversa moradora história caminho criança
  dificuldade ônibus saúde cozinha entrevista sentimento comunidade território não também você até já está são através
  porque quando onde depois antes ainda sempre nunca talvez muito pouco mais menos sobre entre durante contra desde
  a o e de que em um para com por uma os no se na do da dos das ao lembrança inverno colheita rio ponte praça igreja
  mutirão creche posto guarda-chuva vizinhança silêncio resposta decisão reunião coração avó irmão manhã noite tarde
  chegar falar ouvir contar viver sair voltar perder ganhar construir aprender ensinar cuidar esperar lutar crescer
`
  .trim()
  .split(/\s+/);

/** Portuguese-like prose of at least `bytes` bytes of UTF-8: sentences of 6 to 14 words, 8 to a paragraph. */
export function portuguese(bytes: number, seed = 20_261): string {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(1_103_515_245, state) + 12_345) & 0x7fff_ffff;
    return (state >>> 16) % below;
  };
  const sentences: string[] = [];
  for (let size = 0; size < bytes; ) {
    const picked = Array.from({ length: 6 + draw(9) }, () => words[draw(words.length)] ?? "");
    const first = picked[0] ?? "";
    picked[0] = first.charAt(0).toUpperCase() + first.slice(1);
    const count = sentences.length;
    const sentence = `${picked.join(" ")}${".?!".charAt(count % 3)}${(count + 1) % 8 === 0 ? "\n\n" : " "}`;
    size += utf8Bytes(sentence);
    sentences.push(sentence);
  }
  return sentences.join("");
}

/** The same with an emoji in it, so that the runtime keeps it at two bytes a character. */
export function portugueseWithEmoji(bytes: number, seed?: number): string {
  return `😀 ${portuguese(bytes - 5, seed)}`;
}

/** A meeting's transcript of at least `bytes` bytes, as a typist writes it. */
export function transcript(bytes: number, seed?: number): string {
  const speakers = ["Ana Souza", "João Lima", "Conceição Alves", "Pedro"];
  const lines: string[] = [];
  let size = 0;
  for (const sentence of portuguese(bytes, seed).split(/(?<=[.?!])\s+/)) {
    if (size >= bytes) break;
    const at = lines.length * 7;
    const time = [at / 3600, (at / 60) % 60, at % 60]
      .map((part) => String(Math.floor(part)).padStart(2, "0"))
      .join(":");
    const line = `[${time}] ${speakers[lines.length % speakers.length]}: ${sentence}\n`;
    size += utf8Bytes(line);
    lines.push(line);
  }
  return lines.join("");
}

/** Texts that quadratic or backtracking code is slow on: each repeated to the length asked for. */
export const hostile: Readonly<Record<string, string>> = {
  "one word": "a",
  "one capital word": "Á",
  "short lines": "linha ou\n",
  "round brackets": "(",
  "square brackets": "[",
  colons: ":",
  "full stops": ".",
  "marked spaces": ". ",
  spaces: " ",
  newlines: "\n",
  digits: "7",
  hyphens: "a-",
  apostrophes: "a'",
  "stamps in a line": "[00:00:00] ",
  "stamped lines": "[00:00:00] Ana: oi\n",
  "names in a line": "Name: ",
  "lines of names": "Name: oi\n",
  "voice tags": "<v ",
  "less-than signs": "<",
  ampersands: "&amp;",
  arrows: "--> ",
  cues: "WEBVTT\n\n00:00.000 --> 00:01.000\n<v A>x\n",
  "combining marks": "\u0301",
  "paragraphs of a word": "palavra\n\n",
  emoji: "😀",
};

/** A hostile text of so many UTF-16 units, with a word in front so that no plugin refuses it as empty. */
export function hostileText(pattern: string, length: number): string {
  return `Olá ${pattern.repeat(Math.ceil(length / pattern.length))}`.slice(0, length);
}

/** As many distinct words as fit: what tables of words grow by. */
export function distinctWords(length: number): string {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < length; n++) {
    const word = Array.from(n.toString(20), (digit) => "bcdfghjklmnpqrstvwxz".charAt(Number.parseInt(digit, 20))).join(
      "a",
    );
    parts.push(`q${word}`);
    size += word.length + 2;
  }
  return parts.join(" ").slice(0, length);
}

function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
