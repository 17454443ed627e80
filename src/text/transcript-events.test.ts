import { describe, expect, it } from "vitest";
import { announcesEvent } from "./transcript-events.ts";

describe("announcesEvent", () => {
  it.each([
    ...["Recording has started", "Recording has stopped.", "The recording has started", "Recording stopped"],
    "Recording has started. This meeting is being recorded. By joining, you are giving consent for it to be recorded.",
    ...["Recording in progress", "This meeting is being recorded", "Esta reunião está sendo gravada."],
    ...["A gravação foi iniciada", "A gravação foi iniciada por Maria Silva", "A gravação começou"],
    ...["Gravação iniciada", "Gravação encerrada", "Gravação interrompida", "Gravação finalizada", "Gravação parada"],
    ...["Transcription started", "Transcription stopped", "Transcrição iniciada", "Transcrição encerrada"],
    ...["Transcrição interrompida", "Maria interrompeu a transcrição", "Maria Silva started transcription"],
    ...["Maria is now presenting", "Maria started presenting", "Maria Silva começou a apresentar"],
    ...["Maria Silva joined", "Maria left", "Maria Silva (Guest) entrou", "Maria saiu.", "maria silva joined the call"],
    ...["Maria ingressou na reunião", "Maria joined the call", "Maria left the call", "Maria Silva left the chat"],
  ])("takes the line %j for one", (line) => {
    expect(announcesEvent(line, "line")).toBe(true);
  });

  it.each([
    ...["ele saiu", "Ele saiu", "Ela entrou", "Everyone left", "o João saiu", "O João saiu", "Depois Maria saiu"],
    ...[
      "ana saiu",
      "que a gravação começou",
      "A gravação começou a falhar ontem",
      "A gravação começou. Eu acho que ela falhou ontem de novo",
      "minha gravação foi interrompida",
    ],
    ...["Maria started presenting the data", "he left the call", "e aí Maria saiu", "Maria entrou na sala", "saiu"],
  ])("leaves the line %j", (line) => {
    expect(announcesEvent(line, "line")).toBe(false);
  });

  it.each([
    ...["ele saiu", "Maria saiu", "Ana joined", "a gravação começou?", "a gravação começou", "Gravação iniciada?"],
    ...["o gerente entrou na reunião atrasado e gritou", "she started presenting symptoms", "Maria left the call"],
  ])("leaves %j to who says it", (text) => {
    expect(announcesEvent(text, "speech")).toBe(false);
  });

  it("takes phrases that are never said for announcements in speech too", () => {
    expect(announcesEvent("Recording has started", "speech")).toBe(true);
    expect(announcesEvent("Maria interrompeu a transcrição", "speech")).toBe(true);
  });

  it("takes a name and a verb in a caption for speech", () => {
    expect(announcesEvent("Maria saiu", "caption")).toBe(false);
    expect(announcesEvent("Maria left the call", "caption")).toBe(true);
  });
});
