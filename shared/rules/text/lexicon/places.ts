const set = (words: string) => new Set(words.split(/\s+/))

/** Where the agency sits: "FK Umeå" is the agency there, "FK Metall" a company. Municipalities, counties and quarters. */
export const places =
  set(`ale alingsås alvesta aneby arboga arjeplog arvidsjaur arvika askersund avesta bengtsfors berg
  bjurholm bjuv boden bollebygd bollnäs borgholm borlänge borås botkyrka boxholm bromölla bräcke burlöv båstad
  dals-ed danderyd degerfors dorotea eda ekerö eksjö emmaboda enköping eskilstuna eslöv essunga fagersta falkenberg
  falköping falun filipstad finspång flen forshaga färgelanda gagnef gislaved gnesta gnosjö gotland grums grästorp
  gullspång gällivare gävle göteborg götene habo hagfors hallsberg hallstahammar halmstad hammarö haninge haparanda
  heby hedemora helsingborg herrljunga hjo hofors huddinge hudiksvall hultsfred hylte håbo hällefors härjedalen
  härnösand härryda hässleholm höganäs högsby hörby höör jokkmokk järfälla jönköping kalix kalmar karlsborg karlshamn
  karlskoga karlskrona karlstad katrineholm kil kinda kiruna klippan knivsta kramfors kristianstad kristinehamn krokom
  kumla kungsbacka kungsör kungälv kävlinge köping laholm landskrona laxå lekeberg leksand lerum lessebo lidingö
  lidköping lindesberg linköping ljungby ljusdal lomma ludvika luleå lund lycksele lysekil malmö malung mariestad mark
  markaryd mellerud mjölby mora motala mullsjö munkedal munkfors mölndal mönsterås mörbylånga nacka nora norberg
  nordanstig nordmaling norrköping norrtälje norsjö nybro nykvarn nyköping nynäshamn nässjö ockelbo olofström orsa
  orust osby oskarshamn ovanåker oxelösund pajala partille perstorp piteå ragunda robertsfors ronneby rättvik sala
  salem sandviken sigtuna simrishamn sjöbo skara skellefteå skinnskatteberg skurup skövde smedjebacken sollefteå
  sollentuna solna sorsele sotenäs staffanstorp stenungsund stockholm sthlm gbg storfors storuman strängnäs strömstad
  strömsund sundbyberg sundsvall sunne surahammar svalöv svedala svenljunga säffle säter sävsjö söderhamn söderköping
  södertälje sölvesborg tanum tibro tidaholm tierp timrå tingsryd tjörn tomelilla torsby torsås tranemo tranås
  trelleborg trollhättan trosa tyresö täby töreboda uddevalla ulricehamn umeå uppsala uppvidinge vadstena vaggeryd
  valdemarsvik vallentuna vansbro vara varberg vaxholm vellinge vetlanda vilhelmina vimmerby vindeln vingåker vårgårda
  vänersborg vännäs värmdö värnamo västervik västerås växjö ydre ystad åmål ånge åre årjäng åsele åstorp åtvidaberg
  älmhult älvdalen älvkarleby älvsbyn ängelholm öckerö ödeshög örebro örkelljunga örnsköldsvik östersund österåker
  östhammar östra västra norra södra norr syd söder väst öst mitt nord mellersta skåne halland blekinge småland dalarna
  värmland dalsland närke västmanland uppland södermanland sörmland östergötland västergötland gästrikland hälsingland
  jämtland medelpad ångermanland västerbotten norrbotten lappland bohuslän öland kista farsta vällingby globen
  skärholmen hisingen angered rosengård city centrum`)

/** What else follows the agency's short name when it is the agency: its own lines of work. */
export const ownUnits =
  set(`kundcenter sjukförsäkring sjukpenning rehab handläggare handl utredare utr person personal
  specialist rehabspecialist lokalkontor kontor enhet enheten avdelning avd team teamet genom via tillsammans ihop och
  samt eller med i på efter via hos vid från för ordnar håller nfc lfc sfd sft samverkan själv`)
