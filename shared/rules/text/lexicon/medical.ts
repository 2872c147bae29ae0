/**
 * Words that tell of somebody's health: what the illness is, how it shows, how it is treated. What a person can and cannot
 * do at work ("lyfta", "stå länge", "halva dagar") is none of them: that is what the employer has to know.
 */
const illness =
  /^(?:\p{L}*diagnos|\p{L}*depress|utmattning|utbränd|utbrändhet|\p{L}*ångest|panikattack|ptsd|adhd|\p{L}*autis|asperger|bipolär|\p{L}*psykos|schizofren|tvångssyndrom|anorexi|bulimi|ätstörning|missbruk|alkoholis|alkoholberoende|alkoholproblem|drogberoende|\p{L}*cancer|\p{L}*tumör|leukemi|lymfom|metasta|stroke|\p{L}*infarkt|hjärtsvikt|kärlkramp|astma|\p{L}*diabet|epilep|parkinson|reumati|\p{L}*artros|\p{L}*artrit|fibromyalgi|ischias|diskbråck|ryggskott|lumbago|karpaltunnel|impingement|migrän|borrelia|endometrios|crohn|ulcerös|hiv$|hiv-|hepatit|lupus|psoriasis|tinnitus|hjärnskak|whiplash|\p{L}*fraktur|benbrott|posttrauma|stressyndrom|stressreaktion|(?:sömn|ät|personlighets|anpassnings|utvecklings|stress|ångest|tvångs|ämnesomsättnings|hjärtrytm)störning|sömnapné|\p{L}*demens|missfall|postcovid|långtidscovid|sepsis|\p{L}*inflammation|skleros|\p{L}*sjukdom|självmord|suicid|självskad)/u
const notIllness = /^(?:arbetssjukdom|sjukdomsfall)\p{L}*$/u
const sign =
  /^(?:symtom|symptom|\p{L}*smärt(?:a|or|an|orna|problemati\p{L}*)|\p{L}{3,}värk|värk)(?:en|et|er|erna|bild\p{L}*)?$/u
const treatment =
  /^(?:(?:trauma|strål|smärt|medicin|läkemedels|missbruks|drog|efter|cellgifts|hormon)?behandling(?:en|ar|arna|s|ens)?|medicin(?:en|er|erna|eras|erar|erad|ering|eringen)?|läkemedel\p{L}*|antidepress\p{L}*|ssri|sertralin|morfin\p{L}*|kortison\p{L}*|cellgift\p{L}*|cytosta\p{L}*|kemoterapi\p{L}*|kbt|kbt-\p{L}+|ect|\p{L}*terapi(?:n|er|erna|samtal|samtalen)?|operation(?:en|er|erna)?|operera\p{L}*|opereras|röntg\p{L}*|magnetröntgen|provsvar\p{L}*|psykolog(?:en|er|s|ens|samtal|kontakt\p{L}*)?|psykiat\p{L}+|\p{L}*terapeut(?:en|er|s|ens)?|sjukgymnast\p{L}*|fysioterapi\p{L}*|kurator(?:n|s|ns)?|neuropsyk\p{L}+|avgiftning\p{L}*|rehabklinik\p{L}*|smärtklinik\p{L}*|patientjournal\p{L}*|läkarjournal\p{L}*)$/u

/** Whether a word (lower case) tells of an illness, a sign of one, or a treatment. */
export function isMedical(word: string): boolean {
  return (illness.test(word) && !notIllness.test(word)) || sign.test(word) || treatment.test(word)
}

/** A code of the classification of diseases: "F43.9", "M54". */
export const diseaseCode =
  /(?<![\p{L}\p{N}])(?:[A-TV-Z]\d{2}\.\d[\p{L}\d]?|[FM]\d{2}[A-Z]?)(?![\p{L}\p{N}])/gu

/** Words of telling, in a clause that may deny it: "nämndes inte", "lämnade inga uppgifter om". */
export const disclosing =
  /^(?:nämn\p{L}*|berätt\p{L}*|lämn\p{L}*|uppg\p{L}*|sa|sades?|säg\p{L}*|sagts?|informer\p{L}*|avslöj\p{L}*|röj\p{L}*|dela\p{L}*|diskuter\p{L}*|tala\p{L}*|prata\p{L}*|gick|gå|gått|skick\p{L}*|ut|framgick|framgår|kommenter\p{L}*|redogjor\p{L}*|ta|tog|tagit)$/u
/** Words of asking: what somebody wants to know is not what was told. */
export const enquiring = /^(?:fråga\p{L}*|undra\p{L}*|efterfråga\p{L}*)$/u
/** Forms in which somebody is told, and does not tell: "informerad", "informerades", "upplyst". */
export const beingTold = /(?:ad|ade?s|ats|as|yst|ystes)$/u
/** What may be told only on a condition: "bara med medgivande". */
export const onlyUnder = /^(?:bara|endast|enbart|först)$/
export const permission = /^(?:medgivande|samtycke|tillåtelse|godkännande)\p{L}*$/u
