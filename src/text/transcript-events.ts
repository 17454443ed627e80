import { countWords, trim } from "./space.ts";
import { isName, isProperName, letterOrDigit } from "./speaker-name.ts";

/** Where a text stands: a line of nobody's, a caption of nobody's, or what somebody is written to have said. */
export type Standing = "line" | "caption" | "speech";

/**
 * Whether a text is an announcement: it holds a phrase of one, nothing or a name stands before it, and at most seven
 * words are in it and after it. What somebody said may also be one if at most seven words end in the phrase, and it is
 * no question. Phrases that are said as well as announced count only in lines of nobody's.
 */
export function announcesEvent(text: string, standing: Standing): boolean {
  if (text.length > 200) return false;
  if (standing === "speech" && text.includes("?")) return false;
  if (standing !== "speech" && announcesAlone(text, standing)) return true;
  const phrase = announced.exec(text);
  if (!phrase) return false;
  const before = trim(text.slice(0, phrase.index));
  if (before === "" || isName(before)) return countWords(text.slice(phrase.index)) <= 7;
  const after = text.slice(phrase.index + phrase[0].length);
  return standing === "speech" && !letterOrDigit.test(after) && countWords(text) <= 7;
}

/** Whether the whole line is an announcement: `A gravação começou`, `Ana left the call`, `Ana saiu`. */
function announcesAlone(text: string, standing: Standing): boolean {
  if (recordingChanged.test(text)) return true;
  const person = personActed.exec(text);
  if (person) return isName(trim(text.slice(0, person.index)));
  const cameOrWent = standing === "line" ? bareVerb.exec(text) : null;
  return cameOrWent !== null && isProperName(trim(text.slice(0, cameOrWent.index)));
}

// Texts are short here, so that no pattern has much to go over.
const announced = new RegExp(
  [
    "(?:recording|transcription) (?:has )?(?:started|stopped)",
    "(?:started|stopped) (?:recording|transcription)",
    "(?:gravação|transcrição) (?:iniciada|encerrada|interrompida|finalizada|parada)",
    "(?:iniciou|parou|interrompeu|encerrou|finalizou) a (?:gravação|transcrição)",
    "(?:joined|left) the meeting",
    "(?:entrou|ingressou) na reunião",
    "saiu da reunião",
    "is (?:now )?presenting",
    "stopped presenting",
    "está apresentando",
    "parou de apresentar",
    "was admitted",
    "foi admitid[oa]",
  ].join("|"),
  "iu",
);
const recordingChanged = new RegExp(
  "^(?:the |this |a |esta )?(?:" +
    "recording in progress|meeting is being recorded|reunião está sendo gravada|" +
    "(?:recording|transcription) (?:has (?:been )?|was )?(?:started|stopped|ended)|" +
    "(?:gravação|transcrição) (?:foi (?:iniciada|encerrada|interrompida|finalizada|parada)|começou|terminou|parou)" +
    ")(?: (?:by|por|pelo|pela)(?: [^\\s.!?]+){1,5})?" +
    "(?:[.!](?: (?:this meeting|you|by joining|esta reunião|você|ao ingressar|ao entrar) .*)?)?$",
  "iu",
);
const personActed = new RegExp(
  " (?:" +
    "(?:joined|left) the (?:call|chat)|started presenting|" +
    "(?:entrou|ingressou) na (?:chamada|conversa)|saiu da (?:chamada|conversa)|(?:entrou no|saiu do) chat|" +
    "começou a apresentar" +
    ")[.!]?$",
  "iu",
);
const bareVerb = / (?:joined|left|entrou|saiu)[.!]?$/iu;
