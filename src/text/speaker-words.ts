import { splitWords } from "./space.ts";

/** Words in lower case within names. */
export const connectives = wordSet("de da do dos das e del la las los y van von der den di du le bin al and of");

// The lists below are without accents, as `fold` in speaker-name.ts makes words.

/** Roles that take words in lower case after them: `Voz feminina`, `Professora da turma`. */
export const roles = wordSet(`
  entrevistador entrevistadora entrevistado entrevistada participante pesquisador pesquisadora moderador moderadora
  mediador mediadora facilitador facilitadora aluno aluna estudante professor professora diretor diretora coordenador
  coordenadora mae pai avo mulher homem menino menina jovem crianca voz pessoa morador moradora paciente medico medica
  cliente usuario usuaria agente informante narrador narradora locutor locutora plateia publico grupo dona seu sr sra dr
  dra prof profa tia tio interviewer interviewee participant moderator host speaker student teacher voice woman man
  mother father audience mr mrs ms entrevistadores entrevistados speakers hombre mujer profesora entrev
  pesquis coord moder particip`);

/** Abbreviations of roles that are as long as words at the end of a sentence. */
export const longAbbreviations = wordSet("entrev pesquis coord moder particip");

/** Labels of interviews without names. */
export const questionAndAnswer = wordSet("pergunta resposta question answer pregunta respuesta");

/** First words of labels that head a note, a field or a remark, and words that make one of two words: `Key point`. */
export const headings = wordSet(`
  nota notas note notes obs observacao observacoes observation observations nb ps link links url site website fonte
  fontes source ref refs referencia referencias reference references aviso avisos warning atencao attention importante
  important dica tip lembrete reminder pauta agenda data date fecha hora horario time local lugar location place
  participantes participants attendees presentes ausentes absent present convidados invitees asistentes
  assunto asunto subject topic topics tema temas topico topicos titulo title duracao duration duracion telefone tel
  email mail mailto http https ftp file www anexo anexos attachment arquivo archivo versao version status resumo resumen
  summary abstract conclusao conclusoes conclusion conclusions conclusiones resultado resultados result results objetivo
  objetivos goal goals decisao decisoes decision decisions decisiones encaminhamento encaminhamentos tarefas tarea tareas
  task tasks todo acoes action actions acciones proximo proximos proxima proximas next prazo deadline responsavel
  exemplo exemplos example ejemplo ex capitulo chapter item itens items passo passos step etapa parte secao section
  bloco ata minutes reuniao meeting reunion entrevista interview transcricao transcript transcription idioma language
  idade nome name nombre cidade profissao bairro escolaridade instituicao pseudonimo codigo comentario comentarios comment
  comments detalhe detalhes detail details contexto context resumindo concluindo enfim finalmente alias ou por
  tipo olha veja vejam bom bem entao assim isto isso pois ok okay mira bueno entonces pues ojo remember finally basically
  as ate hoje amanha ontem inicio termino fim comeco intervalo almoco from until at desde hasta hoy ayer
  senha password update updates fyi video foto imagem image tabela table figura figure quadro mensagem message chat
  votacao primeiro primeira segundo segunda terceiro terceira first second third gente meu minha my

  ponto pontos punto questao questoes cuestion pergunta perguntas pregunta resposta respostas respuesta duvida duvidas
  problema problemas ideia ideias proposta propostas sugestao sugestoes destaque destaques motivo motivos razao razoes
  causa causas efeito efeitos vantagem vantagens desvantagem desvantagens regra regras lista listas plano planos projeto
  projetos etapas fase fases conceito conceitos definicao categoria categorias codigos variavel variaveis metodo metodos
  perfil renda sexo cor faixa carga genero raca religiao estado municipio endereco setor area areas nivel grau valor valores preco custo
  custos total totais media numero numeros quantidade percentual porcentagem periodo ano anos mes semana dia dias tarde
  noite manha outra outro outras outros otra otro ultima ultimo ultimas ultimos primeiras primeiros maior menor melhor
  pior principal principais geral inicial central basico basica especial seguinte seguintes pesquisa estudo trabalho
  saude transporte moradia ambiente ensino curso direito direitos vida casa bolsa cultura lazer historia memoria
  experiencia analise discussao metodologia abertura leitura verba contato registro opiniao palavras encontro sala
  risos pausa silencio inaudivel musica aplausos legenda filhos sim claro exato yes
  humanos finais virtual presencial infantil familiar socioeconomico socioeconomica civil tecnico tecnica politico politica social
  completo completa nossa nosso deus dios god
  point points key main idea ideas question questions answer answers problem problems issue issues reason reasons quick
  side final general overall average number numbers list plan project background quote rule rules phase other another
  last best worst oh good morning afternoon evening

  segundafeira tercafeira quartafeira quintafeira sextafeira terca quarta quinta sexta sabado domingo monday tuesday
  wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes
  oi ola cpf cnpj cep rua av avenida travessa praca rodovia alameda calle`);

/** Common given names, by which names in lower case are told from headings. */
export const givenNames = wordSet(`
  adriana adriano alan alberto alessandra alex alexandre alice aline alvaro amanda ana anderson andre andrea andreia
  angela anna antonia antonio arthur artur augusto barbara beatriz benedita benedito bernardo bianca bruna
  bruno caio camila carla carlos carmen carolina caroline catarina cecilia celia cesar clara claudia claudio cristiane
  cristina daniel daniela danilo davi david debora denise diana diego eduarda eduardo elaine eliane elisa elisabeth
  emilia emilio enzo eva fabiana fabio fatima felipe fernanda fernando flavia flavio francisca francisco gabriel
  gabriela geraldo gilberto giovana gisele guilherme gustavo helena heloisa henrique hugo igor ines irene isabel
  isabela isadora ivan jaqueline jessica joana joao joaquim jorge jose josefa juan julia juliana julio karina larissa
  laura leandro leonardo leticia lidia livia lorena luana lucas lucia luciana luciano luis luisa luiz luiza manuel
  manuela marcela marcelo marcia marcio margarida maria mariana marina mario marta mateus matheus mauricio
  miguel monica natalia nicolas olivia otavio pablo patricia paula paulo pedro priscila rafael rafaela raimunda
  raimundo raquel regina renata renato ricardo rita roberta roberto rodrigo rosana rui ruth samuel sandra
  sebastiana sebastiao sergio silvana silvia simone sofia sonia sueli tania tatiana teresa tereza thais thiago tiago
  valeria vanessa vera veronica vicente victor vinicius vitor viviane wagner yasmin
  anne emily emma george henry james jane john mary michael peter robert sarah susan thomas william`);

/** Common surnames that are no nouns. */
export const surnames = wordSet(`
  silva souza sousa santos oliveira pereira carvalho ferreira ribeiro almeida gomes martins araujo melo barbosa alves
  cardoso fernandes rodrigues goncalves lopes soares vieira moreira nascimento teixeira correia correa mendes nunes
  moura freitas garcia lopez gonzalez rodriguez fernandez martinez sanchez perez smith johnson`);

/** Names that end as nouns such as `formação`, `idade` and `andamento` do. */
export const namesLikeNouns = wordSet(`
  conceicao assuncao encarnacao anunciacao ascensao purificacao nascimento sacramento livramento trindade piedade
  natividade caridade felicidade soledade`);

/** Words that, in lower case, belong to sentences and not to names. */
export const sentenceWords = wordSet(`
  eu ele ela eles elas nos voces voce tu me te se lhe que quem qual quais quando onde como porque por para pra pro com sem
  em no na nas ao aos o a os as um uma uns umas foi sao ser estar estava esta tem tinha ter teve nao sim ja so mais mas ou
  entao ai assim isso isto esse essa este aquele aquela disse dizer digo falei falou fala falando perguntou perguntei
  respondeu respondi gente coisa agora depois antes hoje muito bem ate i he she it they we you the an is was were are be
  been to in on at for with but or if so not no yes that this said says asked told like then because what when where who
  yo el ellos nosotros usted lo un una unos es son cuando pero si muy dijo digo pregunto respondio asi entonces

  vou vai vamos vao quero quer queria queremos acho achei acha achava penso pensei pensa sei sabe sabia deixa deixe
  imagina imagine espera lembra lembro lembrei entendi entende entendeu contou contei explicou expliquei explicar pode
  posso podia poder deve devia dever fica ficou ficava falta faltou tenho tinham temos somos sou fui fomos era eram sera
  seria seja faz faco fez fazer feito ver vejo viu vem veio vinha dei deu dar diz dizem diziam falar falaram falava
  chama chamou comeca comecou acabou acontece aconteceu parece pareceu existe existem precisa preciso precisamos gostaria
  tudo nada algo alguem ninguem cada toda todos todas tanto pouco muita muitos muitas nunca sempre ainda tambem talvez
  quase aqui ali daqui la desse dessa deste desta nisso nisto disso disto dele dela deles delas sua seus suas nossos
  nossas teu tua vez vezes lado jeito modo caso fato verdade mesmo mesma coisas lembrando pensando vendo continuando
  obrigado obrigada gracias everyone everybody nobody someone somebody going want think know mean guess let lets see look thing things way one two three all every some any most more less
  here there now well yeah yep right sure thanks thank please sorry wait hello hi hey how why which your his our their
  its us them do does did have has had can could would should might must get got make made take took go went say tell
  quiero voy vamos creo pienso tengo tiene hay hace todo siempre tambien alli ahora luego despues verdad nuestra`);

/** First words that make a label of several words a sentence, even in capitals. */
export const sentenceOpeners = wordSet(
  "o a e os as um uma eu na no em para por com como quando mas que se i the el es",
);

/** Words to look up, split at the first look: start-up has a budget. */
interface WordList {
  has(word: string): boolean;
}

function wordSet(words: string): WordList {
  let set: ReadonlySet<string> | undefined;
  return {
    has(word) {
      set ??= new Set(splitWords(words));
      return set.has(word);
    },
  };
}
