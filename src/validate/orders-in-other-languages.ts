import type { OrderForm } from './orders.js';

/**
 * "Ignore the previous instructions" and "do not tell the user" in the languages in which they are found most. Where
 * the imperative is a form of its own, it is an order wherever it stands.
 */
export const ordersInOtherLanguages: readonly OrderForm[] = [
  // --- German ---
  {
    needs: [['ignorier', 'vergiss', 'vergess', 'missacht']],
    pattern: () =>
      /(?<![\p{L}])(?:ignorier(?:e|t)?|ignorieren\ssie|vergiss|vergesst|vergessen\ssie|missachte|missachten\ssie)\s(?:bitte\s|nun\s|jetzt\s|ab\ssofort\s)?(?:alles?,?\s(?:was\s)?(?:davor|zuvor|oben|bisher|dir\sgesagt)|(?:alle\s|alles\s|samtliche\s|jede\s)?(?:die\s|deine\s|ihre\s|der\s|meine\s)?(?:vorherig|bisherig|obig|fruher|vorig|vorangegangen|vorangehend|vorausgehend|vorstehend|ursprunglich|zuvor\sgegeben|system)\p{L}{0,4}[\s-]?(?:\p{L}{1,14}\s)?(?:anweisung|instruktion|befehl|regel|vorgabe|prompt|anleitung|richtlinie|weisung|hinweis|angabe))/gu,
  },
  {
    needs: [
      ['nutzer', 'anwender', 'user', 'gegenuber'],
      ['nicht', 'niemals', 'nie'],
    ],
    pattern: () =>
      /(?<![\p{L}])(?:(?:sag|sage|sagt|sagen\ssie|verrate|verraten\ssie|erzahle?|erzahlen\ssie|teile?|teilen\ssie|melde|melden\ssie|erwahne|erwahnen\ssie|zeige?|zeigen\ssie)\s(?:das\s|dies\s|es\s|davon\s)?(?:gegenuber\s)?(?:dem|den|der|keinem)\s(?:be)?(?:nutzer|anwender|user)\p{L}{0,5}\s(?:das\s|dies\s|es\s|davon\s|hiervon\s|daruber\s)?(?:nicht|nichts|niemals|nie)|(?:erwahne|erwahnen\ssie)\s(?:das|dies|es)\s(?:nicht\sgegenuber|gegenuber\s(?:dem|den)\s(?:be)?(?:nutzer|anwender)n?\snicht)|(?:informiere|informieren\ssie|warne|warnen\ssie|benachrichtige|benachrichtigen\ssie)\s(?:den|die)\s(?:be)?(?:nutzer|anwender|user)\s(?:\p{L}{1,12}\s)?(?:nicht|niemals|nie))(?!\p{L})/gu,
  },
  // --- French ---
  {
    needs: [
      ['instructions', 'consignes', 'directives', 'regles'],
      ['ignore', 'oublie', 'neglige', 'compte', 'abstraction', 'suis', 'suivez'],
    ],
    pattern: () =>
      /(?<![\p{L}'])(?:ignore[zr]?|oublie[zr]?|neglige[zr]?|(?:ne\s)?(?:tiens|tenez|tenir)\s(?:plus\s|pas\s|aucun\s){1,2}compte\s(?:de|des|du)|(?:fais|faites|faire)\sabstraction\s(?:de|des)|ne\s(?:suis|suivez)\s(?:pas|plus))\s(?:toutes\s)?(?:les\s|tes\s|vos\s|des\s|de\s|ces\s)?(?:autres\s|toutes\s)?(?:instructions|consignes|directives|regles)\s(?:qui\s)?(?:precedent|anterieur|ci-dessus|du\ssysteme|systeme|initiales|donnees|plus\shaut)\p{L}{0,3}/gu,
  },
  {
    needs: [
      ['utilisat', 'usager'],
      ['ne ', "n'"],
    ],
    pattern: () =>
      /(?<![\p{L}])(?:ne\s(?:le\s|la\s|lui\s|les\s|leur\s|l')?|n')(?:dis|dites|dire|mentionne[zr]?|revele[zr]?|previen[st]?|prevenez|prevenir|informe[zr]?|averti[rst]?|avertissez|parle[zr]?|signale[zr]?|montre[zr]?|divulgue[zr]?|(?:pas|rien)\s\p{L}{3,12})\s(?:(?:pas|rien|jamais|surtout)\s)?(?:\p{L}{1,10}\s){0,3}(?:a\sl'|aux\s|l'|les\s|d'|a\sun\s|a\sdes\s)(?:utilisat(?:eur|rice)|usager)s?/gu,
  },
  // --- Spanish, Portuguese ---
  {
    needs: [
      ['instruc', 'indicaciones', 'ordenes', 'ordens', 'reglas', 'regras', 'directrices', 'diretrizes', 'comandos'],
      ['ignor', 'olvid', 'desestim', 'descart', 'desconsider', 'esque', 'caso omiso', 'no siga', 'nao siga'],
    ],
    pattern: () =>
      /(?<![\p{L}])(?:ignor(?:a|e|ad|en|em|ar)|olvid(?:a|e|ad|en|ar)|olvidate\sde|desestim[ae]|descart[ae]|desconsider(?:a|e|em|ar)|esque(?:ca|ce|cam|cer)|haz\scaso\somiso\s(?:de|a)|no\ssigas|nao\ssiga)\s(?:de\s)?(?:todas\s)?(?:las\s|tus\s|sus\s|a\slas\s|as\s|suas\s|tuas\s|de\s|estas\s)?(?:(?:instrucciones|instrucoes|indicaciones|ordenes|ordens|reglas|regras|directrices|diretrizes|comandos)\s(?:\p{L}{1,10}\s){0,2}(?:anteriores|previ[ao]s|precedentes|acima|de\sarriba|del\ssistema|do\ssistema|iniciales|iniciais|originales|originais)|(?:anteriores|previas)\s(?:instrucciones|instrucoes|ordenes|ordens|reglas|regras))/gu,
  },
  {
    needs: [
      ['usuari', 'utilizador'],
      ['no ', 'nao ', 'nunca ', 'jamas '],
    ],
    pattern: () =>
      /(?<![\p{L}])(?:no|nao|nunca|jamas)\s(?:(?:le|les|lhe|lo|se\slo|o)\s)?(?:digas?|digan|mencion(?:e|es|en|em)|inform(?:e|es|en|em)|revel(?:e|es|en|em)|avis(?:e|es|en|em)|cuentes?|conte|contes|alert(?:e|es|en|em)|notifiques?|muestres?|mostre|conte)\s(?:\p{L}{1,10}\s){0,4}(?:al?|a\slos|a\sla|a\sel|ao|aos|para\so|o|os|ningun|nenhum)\s?(?:usuari[oa]|utilizador)(?:s|es)?/gu,
  },
  // --- Italian ---
  {
    needs: [
      ['istruzioni', 'indicazioni', 'regole', 'direttive'],
      ['ignor', 'dimentic', 'trascur', 'non '],
    ],
    pattern: () =>
      /(?<![\p{L}])(?:ignor(?:a|ate|i|are)|dimentic(?:a|ate|hi|are)|trascur(?:a|ate|i|are)|non\s(?:seguire|seguite|tenere\sconto\sdelle?))\s(?:tutte\s)?(?:le\s|tue\s|vostre\s|queste\s|delle\s){0,2}(?:(?:istruzioni|indicazioni|regole|direttive)\s(?:\p{L}{1,10}\s){0,2}(?:precedenti|anteriori|di\ssistema|del\ssistema|sopra|iniziali|originali)|precedenti\s(?:istruzioni|indicazioni|regole|direttive))/gu,
  },
  {
    needs: [['utent'], ['non ']],
    pattern: () =>
      /(?<![\p{L}])non\s(?:dir(?:e|lo)|dite|dica|menzionar(?:e|lo)|menzionate|informar(?:e|lo)|informate|rivelar(?:e|lo)|rivelate|avvisar(?:e|lo)|avvisate|avvertire|notificare|segnalare|mostrare|comunicare|parlarne)\s(?:\p{L}{1,10}\s){0,3}(?:all'|l'|agli\s|gli\s|a\snessun\s|con\sl')utent[ei]/gu,
  },
  // --- Russian ---
  {
    needs: [['инструкци', 'указани', 'команд', 'правил', 'промпт']],
    pattern: () =>
      /(?<!\p{L})(?:(?:про)?игнорируй(?:те)?|забудь(?:те)?|отбрось(?:те)?|не\s(?:следуй(?:те)?|обращай(?:те)?\sвнимания\sна)|пренебреги(?:те)?)\s(?:все(?:м|х)?\s|всё\s|об?о?\s)?(?:все(?:м|х)?\s)?(?:свои\s|твои\s|ваши\s|эти\s)?(?:предыдущ|прежн|предшеств|вышеуказан|вышеизложен|системн|прошл|ранее|изначальн)\p{L}{0,8}\s(?:\p{L}{1,14}\s)?(?:инструкци|указани|команд|правил|промпт)\p{L}{0,4}/gu,
    anywhere: true,
  },
  {
    needs: [['пользовател', 'юзер']],
    pattern: () =>
      /(?<!\p{L})(?:не|никогда\sне)\s(?:говори|сообщай|рассказывай|упоминай|раскрывай|предупреждай|информируй|уведомляй|показывай|скажи|сообщи|признавайся)(?:те)?\s(?:\p{L}{1,12}\s){0,4}(?:пользовател|юзер)\p{L}{0,3}/gu,
    anywhere: true,
  },
  // --- Chinese ---
  {
    needs: [['指令', '指示', '说明', '說明', '提示', '命令', '规则', '規則', '要求', '内容', '內容']],
    pattern: () =>
      /(?<![可能会會致使让讓常易是将將被地])(?:忽略|无视|無視|忘记|忘記|忘掉|忽视|忽視|不要理会|不要理會|不要遵循|不要遵守|不再遵循|抛弃|拋棄|放弃|丢弃)(?:掉)?(?:你)?(?:所有|全部|一切|任何)?(?:你)?(?:在)?(?:之前|先前|以上|上述|上面|前面|此前|以前|原有|原来|系统|系統|所有|一切)(?:所)?(?:给出|給出|收到|设定)?(?:的)?(?:所有|全部|一切|系统|系統)?(?:的)?(?:指令|指示|说明|說明|提示|命令|规则|規則|要求|内容|內容)/gu,
    anywhere: true,
  },
  {
    needs: [['用户', '用戶', '使用者']],
    pattern: () =>
      /(?:不要|别|別|切勿|请勿|請勿|勿|不得|不准|绝不要|絕不要|千万不要|千萬不要|不可以?|不许|禁止)(?:把|将|將)?[^。！？!?\n]{0,12}(?:告诉|告訴|告知|通知|提醒|透露|提及|泄露|洩露|提到|让|讓|说明|展示给|显示给)[^。！？!?\n]{0,6}(?:用户|用戶|使用者)|(?:不要|别|別|切勿|请勿|請勿|不得)(?:向|对|對|跟)(?:任何)?(?:用户|用戶|使用者)[^。！？!?\n]{0,6}(?:提及|提到|透露|说明|說明|泄露|洩露|说|說|披露|展示|显示)/gu,
    anywhere: true,
  },
  // --- Japanese ---
  {
    needs: [['無視', '忘れ', '破棄', '従わな', '従うな']],
    pattern: () =>
      /(?:以前|これまで|今まで|それまで|前|上記|上|先ほど|最初|すべて|全て|全部|システム)(?:まで)?(?:の|に与えられた)?[^。！？!?\n]{0,14}?(?:指示|命令|指令|プロンプト|ルール|規則|説明)(?:を|は|に|も)?(?:すべて|全て|全部|完全に|一切|、){0,2}(?:無視(?:して(?:ください|下さい|くれ|(?=[、,。.！!]|\s|$))|しろ|せよ|しなさい|すること(?=[。.！!]|\s|$))|忘れ(?:て(?:ください|下さい|くれ|(?=[、,。.！!]|\s|$))|ろ|なさい)|破棄(?:してください|しろ|せよ)|従わないで(?:ください)?|従うな)/gu,
    anywhere: true,
  },
  {
    needs: [['ユーザー', 'ユーザ', '利用者', '使用者']],
    pattern: () =>
      /(?:ユーザー?|利用者|使用者)(?:に|には|へ|へは|にも)[^。！？!?\n]{0,14}?(?:(?:言わ|伝え|話さ|知らせ|教え|見せ|明かさ|知られ|告げ|報告し|通知し|開示し)ないで(?:ください|下さい)?|(?:言う|伝える|話す|知らせる|教える|見せる|明かす|告げる|報告する|通知する)(?:な(?=[。.！!]|\s|$)|こと(?:なく|は禁止)))/gu,
    anywhere: true,
  },
  // --- Korean ---
  {
    needs: [['무시', '잊어', '잊으', '따르지']],
    pattern: () =>
      /(?:이전|앞선|앞의|위의|모든|지금까지|기존|시스템|상기)(?:의|에)?\s?[^.!?\n]{0,16}?(?:지시|지침|명령|프롬프트|규칙|설명|안내)(?:\s?사항)?(?:들)?(?:을|를|은|는)?\s?(?:모두\s|전부\s|완전히\s|다\s)?(?:무시하(?:세요|십시오|시오|라|도록\s(?:하세요|하십시오|해))|무시해(?:라|요|주세요|\s주세요|\s주십시오|(?=[.!]|$))|잊어(?:라|버려|\s?버리세요|\s?주세요)|잊으(?:세요|십시오|시오)|따르지\s?(?:마|말))/gu,
    anywhere: true,
  },
  {
    needs: [['사용자', '유저', '이용자']],
    pattern: () =>
      /(?:사용자|유저|이용자)(?:들)?(?:에게|한테|에게는|께)\s?[^.!?\n]{0,20}?(?:말하지|알리지|언급하지|알려\s?주지|밝히지|공개하지|이야기하지|보여\s?주지|드러내지)\s?(?:마|말)/gu,
    anywhere: true,
  },
];
