/** One way to give an order to a reading model. Patterns are for folded texts. */
export interface OrderForm {
  /** One of each of these lists is in whatever the pattern finds: most texts lack those of the first. */
  readonly needs: ReadonlyArray<readonly string[]>;
  /** Made when it is first needed: all of them together take longer to make than a source takes to be read. */
  readonly pattern: () => RegExp;
  /** It is an order wherever it stands; others only where an order stands in a sentence. */
  readonly anywhere?: boolean;
  /** What chat templates are made of, which an honest text can name among tokens and tags. */
  readonly isMarkup?: boolean;
}

const FORGET = ['ignore', 'disregard', 'forget'];
const NOT = ['not ', "n't ", 'dont ', 'never', 'avoid', 'refrain', 'stop', 'quit', 'no longer', 'no attention'];
const TOLD =
  'instruction prompt rule guideline directive direction message guardrail programming command training restrictions constraints safety content'.split(
    ' ',
  );

const addressing = [
  ...'note notes message messages instruction instructions notice notices important attention'
    .split(' ')
    .flatMap((word) => [`${word} to`, `${word} for`]),
  'attention,',
  ...'ai llm la reading model agent assistant chatbot reviewer evaluator that : , ! - \u2014'
    .split(' ')
    .map((word) => `attention ${word}`),
];
const elsewhere = [
  ...'you us call invok run execut'.split(' ').map((verb) => `before ${verb}`),
  ...'use call recommend choose invoke select suggest trust'
    .split(' ')
    .flatMap((verb) => [`not ${verb}`, `n't ${verb}`, `never ${verb}`]),
];

const favouring = [
  ...'rate score rank recommend trust prefer choose select favo promote priorit'
    .split(' ')
    .map((verb) => `always ${verb}`),
  ...'rate score rank recommend promote'.split(' ').flatMap((verb) => [`must ${verb}`, `should ${verb}`]),
];

/** English, and what is the same in every language. All repetition is bounded: no text makes a pattern go back and forth. */
export const orders: readonly OrderForm[] = [
  // --- forget what you were told ---
  {
    needs: [
      ['ignore', 'disregard', 'forget', 'override', 'bypass', 'overlook', 'neglect', 'discard', 'abandon'],
      ['previous', 'prior', 'above', 'earlier', 'preceding', 'foregoing', 'safety'],
      TOLD,
    ],
    pattern: () =>
      /\b(?:ignore|disregard|forget|override|bypass|overlook|neglect|discard|abandon)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|preceding|foregoing|safety)\b[^.!?]{0,30}\b(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|guardrails?|programming|commands)\b/g,
  },
  {
    needs: [
      FORGET,
      TOLD,
      [
        'own ',
        'other ',
        'original ',
        'initial ',
        'current ',
        'existing ',
        'system',
        'safety ',
        'hidden ',
        'developer ',
      ],
    ],
    pattern: () =>
      /\b(?:ignore|disregard|forget)\s(?:about\s)?(?:all\s(?:of\s)?|any\s(?:of\s)?)?(?:the\s|your\s|its\s|those\s|these\s|other\s|every\s)?(?:own\s|other\s|original\s|initial\s|current\s|existing\s|system\s|system's\s|safety\s|hidden\s|developer\s){1,3}(?:instructions?|prompts?|messages?|rules?|guidelines?|directives?)\b/g,
  },
  {
    needs: [FORGET, TOLD],
    pattern: () =>
      /\b(?:ignore|disregard|forget)\s(?:about\s)?(?:all\s(?:of\s)?|any\s(?:of\s)?)?(?:your\s(?:instructions?|prompts?|rules|guidelines?|directives?|training|programming|guardrails?|restrictions|constraints)\b|(?:all|any|every|the)\s(?:instructions?|guidelines?|directives?|guardrails)\b(?!\s(?:on|for|about|in|of)\b)|(?:all|any)\sof\s(?:the\s|your\s|those\s)(?:instructions?|prompts?|rules)\b(?!\s(?:on|for|about|in|of)\b))/g,
  },
  {
    needs: [['bypass', 'override', 'disable', 'circumvent'], TOLD],
    pattern: () =>
      /\b(?:bypass|override|disable|circumvent)\s(?:all\s|any\s|every\s)?(?:of\s)?(?:your\s(?:own\s)?(?:safety|guardrails?|guidelines|instructions|programming|content\s(?:policy|filters?))|(?:all|any)\s(?:of\s)?(?:the\s|your\s)?(?:instructions|guidelines|directives|guardrails))\b/g,
  },
  {
    needs: [
      FORGET,
      ['everything', 'anything', 'all ', 'whatever', 'what '],
      [
        'above',
        'before',
        'previously',
        'so far',
        'up to',
        'you ',
        "you'",
        'said',
        'told',
        'wrote',
        'prompt',
        'context',
      ],
    ],
    pattern: () =>
      /\b(?:ignore|disregard|forget)\s(?:about\s)?(?:everything|anything|all|whatever|what)\s(?:that\s)?(?:else\s)?(?:(?:is\s|was\s|has\sbeen\s|came\s|comes\s|stands\s|written\s|said\s|stated\s){0,2}(?:above|before\s(?:this|now|that)|before(?=[,.!;]|$)|previously|so\sfar|up\sto\s(?:now|here|this))|you(?:'ve|\shave)?\s(?:were|been|was)?\s?(?:told|instructed|taught|given|trained)|(?:i|we)\s(?:said|told|wrote)|in\s(?:your|the)\s(?:system\s)?(?:prompt|context))/g,
  },
  {
    needs: [FORGET, TOLD],
    pattern: () =>
      /\b(?:ignore|disregard|forget)\s[^.!?]{0,30}\b(?:instructions?|prompts?|rules|guidelines?|directives?)\s(?:that\s)?(?:(?:you\s)?(?:were|have\sbeen|are)\s(?:given|told)|given\s(?:to\syou|above|before|earlier)|(?:from\s)?(?:above|before|earlier)|in\s(?:your|the)\s(?:system\s)?prompt)/g,
  },
  {
    needs: [['follow', 'obey', 'comply', 'listen', 'attention'], NOT, TOLD],
    pattern: () =>
      /\b(?:do\snot|don't|dont|never|stop|quit|no\slonger)\s(?:follow|obey|comply\swith|listen\sto|pay\sattention\sto)(?:ing)?\s[^.!?]{0,30}\b(?:previous|prior|above|earlier|preceding|system|your)\s[^.!?]{0,20}\b(?:instructions?|prompts?|rules?|guidelines?|directives?)\b|\b(?:pay\sno\sattention\sto|stop\s(?:following|obeying))\s[^.!?]{0,30}\b(?:previous|prior|above|earlier|preceding|system|your)\s[^.!?]{0,20}\b(?:instructions?|prompts?|rules?|guidelines?|directives?)\b/g,
  },
  // --- chat templates ---
  {
    needs: [
      ['<|', '[inst', '[/inst', '<<sys', '<</sys', '<start_of_turn', '<end_of_turn', '[system', '[/system', '<\uff5c'],
    ],
    pattern: () =>
      /<[|\uff5c][a-z_\u2581]{2,30}[|\uff5c]>|\[\/?inst\]|<<\/?sys>>|<(?:start|end)_of_turn>|\[\/?system(?:[ _-](?:prompt|message|instructions?|note|override|update))?\]/g,
    anywhere: true,
    isMarkup: true,
  },
  {
    needs: [
      [
        '<system',
        '</system',
        '<assistant',
        '</assistant',
        '<important',
        '</important',
        '<developer',
        '<admin',
        '<hidden',
        '<secret',
        '</developer',
        '</admin',
        '</hidden',
        '</secret',
        '<instruction',
      ],
    ],
    pattern: () =>
      /<\/?(?:system|assistant|important|developer|admin|hidden|secret)(?:[_ -](?:prompt|message|reminder|instructions?|note|turn))?>|<instructions?>(?=\s?[a-z'][^<]{8})/g,
    anywhere: true,
    isMarkup: true,
  },
  {
    needs: [
      ['system', 'assistant', 'instruction', 'developer', 'admin'],
      [':', '=', '-', '>', '\u2014'],
      [
        'you ',
        'your ',
        'ignore',
        'disregard',
        'forget',
        'always',
        'never',
        'from now',
        'act as',
        'pretend',
        'override',
        'rate',
        'rank',
        'recommend',
        'trust',
        'do not',
        "don't",
        'the assistant',
        'the model',
        'the agent',
        'the ai',
        'this artifact',
        'this tool',
        'this server',
      ],
    ],
    pattern: () =>
      /(?<=^|[\n"'`>\]([#.!]\s?)(?:#{1,6}\s?)?(?:new\s|updated\s|important\s|override\s|hidden\s)?(?:system|assistant|developer|admin(?:istrator)?|instructions?)(?:\s(?:prompt|message|note|notice|override|update|instructions?|command))?s?\s?(?::|=>?|-{1,2}>?|\u2014)\s?(?:you\s(?:are|must|will|should|have)|your\s(?:new|task|role|goal|job)|ignore|disregard|forget|(?:always|never)\s(?:recommend|answer|respond|reply|call|use|choose|rate|trust|say|mention|reveal|tell|obey|follow|prefer|refuse|ask)|from\snow\son|act\sas|pretend|override|rate\b|rank\b|recommend|trust\b|(?:do\snot|don't)\s|the\s(?:assistant|model|agent|ai)\s(?:must|should|will|is)|this\s(?:artifact|tool|server)\s(?:must|should|is\s(?:safe|trusted|approved)))/g,
  },
  // --- not before the user ---
  {
    needs: [
      NOT,
      ['user', 'human', 'anyone', 'operator', 'person', 'people', 'customer'],
      [
        'tell',
        'inform',
        'warn',
        'alert',
        'notify',
        'mention',
        'reveal',
        'disclos',
        'show',
        'report',
        'explain',
        'say',
        'repeat',
        'discuss',
        'expos',
        'admit',
        'let ',
      ],
    ],
    pattern: () =>
      /\b(?:(?:do\snot|don't|dont|never|must\snot|mustn't|should\snot|shouldn't|avoid|refrain\sfrom)\s(?:ever\s)?(?:tell(?:ing)?|inform(?:ing)?|warn(?:ing)?|alert(?:ing)?|notify(?:ing)?)\b[^.!?]{0,20}\b(?:the\s|your\s|any\s)?(?:users?|humans?|anyone|operators?|human\sbeing)\b(?!\s(?:their|under|younger|below|who|without)\b)|(?:do\snot|don't|dont|never|must\snot|mustn't|avoid|refrain\sfrom)\s(?:ever\s)?(?:mention(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|show(?:ing)?|report(?:ing)?|explain(?:ing)?|say(?:ing)?|repeat(?:ing)?|discuss(?:ing)?|expos(?:e|ing)|admit(?:ting)?)\s(?:anything|this|that|it|these|those|any\sof\s(?:this|these|it)|(?:this|these|that|your|the|of)\s?(?:\w{1,20}\s)?(?:instructions?|prompts?|notes?|messages?|steps?|facts?|tool\scalls?|tags?|rules?|details?))\b[^.!?]{0,40}\b(?:to|with|before|in\sfront\sof)\s(?:the\s|your\s|any\s|a\s)?(?:users?|humans?|anyone|people|operators?|customers?|person)\b(?!\s(?:under|younger|below|who|without)\b)|(?:do\snot|don't|never)\slet\s(?:the|your|any)\s(?:users?|human|operator)\s(?:know|see|notice|find\sout))/g,
  },
  {
    needs: [['assistants do not', 'agents do not', 'assistants don', 'agents don']],
    pattern: () =>
      /(?<=^|[\n.!?:;,]\s?)(?:agents|assistants)\s(?:do\snot|don't)\s(?:tell|inform|warn|alert|notify)\b[^.!?]{0,20}\busers?\b/g,
  },
  {
    needs: [
      ['hide', 'conceal', 'keep', 'withhold', 'must', 'should'],
      ['user', 'human', 'operator'],
      ['from ', 'not ', 'never'],
    ],
    pattern: () =>
      /\b(?:hide|conceal|keep|withhold)\s(?:this|these|that|it|your\s\w{1,20}|the\s(?:instructions?|prompts?|tool\scalls?|facts?|steps?))\s(?:\w{1,20}\s){0,3}from\s(?:the|your|any)\s(?:user|human|operator)s?\b|\bthe\s(?:user|human|operator)\s(?:must|should)\s(?:not|never)\s(?:know\b|find\sout|be\s(?:told|informed|made\saware)\b)\b/g,
  },
  {
    needs: [
      [
        'mention',
        'reveal',
        'disclose',
        'talk about',
        'leak',
        'repeat',
        'output',
        'recite',
        'expose',
        'dump',
        'print',
        'show',
      ],
      ['your ', 'not ', "don't", 'never'],
      ['prompt', 'instruction', 'message', 'note', 'told', 'given', 'these', 'this', 'your', 'that you'],
    ],
    pattern: () =>
      /\b(?:(?:do\snot|don't|never)\s(?:mention|reveal|disclose|talk\sabout)\s(?:these|this|your|that\syou\s(?:were|have|are|received))\s?(?:instructions?|prompt|message|note|told|been\stold|instructed|given)?\b(?=[.!,;]|$|\s(?:instructions?|in\syour|to\s|when|even|under))|(?:reveal|leak|repeat|output|disclose|recite|expose|dump)\s(?:me\s)?(?:all\s(?:of\s)?)?your\s(?:full\s|entire\s|complete\s|original\s|initial\s|hidden\s|secret\s|developer\s){0,2}(?:system\s(?:prompt|message|instructions)|instructions|initial\sprompt|hidden\sprompt)|(?:print|show)\s(?:me\s)?your\s(?:full\s|entire\s|hidden\s|secret\s|initial\s|original\s)?(?:system\sprompt|hidden\sinstructions)\s(?:verbatim|word\sfor\sword|in\sfull|exactly))/g,
  },
  // --- this tool, before all others ---
  {
    needs: [
      ['always', 'must'],
      ['this ', 'the present'],
      ['call', 'use', 'run', 'invoke', 'execute', 'choose', 'select', 'pick', 'query'],
      ['tool', 'function', 'server', 'skill', 'plugin', 'agent', 'api'],
    ],
    pattern: () =>
      /\b(?:always|must|you\sshould\salways)\s(?:first\s)?(?!run\sthis\sserver)(?:call|use|run|invoke|execute|choose|select|pick|query)\s(?:this|the\spresent)\s(?:mcp\s)?(?:tool|function|server|skill|plugin|agent|api)\s(?:first|before\s(?:any|all|every|anything|(?:us|call|invok|runn)ing\s(?:any|other|all|every)|doing\sanything|answering|responding|replying)|instead\sof\s(?:any|all|every|other)|in\severy|on\severy|for\s(?:every|all|any)|whenever|when(?:ever)?\s(?:the\suser|asked)|no\smatter|exclusively|and\s(?:no|never))/g,
  },
  {
    needs: [elsewhere, ['tool', 'function', 'server', 'skill', 'agent', 'artifact']],
    pattern: () =>
      /\b(?:before\s(?:you\s)?(?:us(?:e|ing)|call(?:ing)?|invok(?:e|ing)|run(?:ning)?|execut(?:e|ing))\s(?:any|all|every)\s(?:of\sthe\s)?(?:other\s)?(?:tools?|functions?|servers?|skills?)(?:\s(?:on|from|in)\s\w{1,20}(?:\s\w{1,20})?)?,\s?\w|(?:do\snot|don't|never)\s(?:use|call|recommend|choose|invoke|select|suggest|trust)\s(?:any\s)?(?:of\sthe\s)?other\s(?:tools?|functions?|servers?|skills?|agents?|artifacts?)\b)/g,
  },
  {
    needs: [
      ['this tool', 'this function', 'this server', 'this skill'],
      ['must', 'has to', 'needs to', 'should'],
      ['called', 'used', 'invoked', 'run', 'executed'],
    ],
    pattern: () =>
      /\bthis\s(?:tool|function|server|skill)\s(?:must|has\sto|needs\sto|should)\s(?:always\s)?be\s(?:called|used|invoked|run|executed)\s(?:first|before\s(?:any|all|every)\s(?:of\sthe\s)?other)/g,
    anywhere: true,
  },
  // --- be another one ---
  {
    needs: [
      ['you are', "you're", 'you will', 'you shall'],
      ['now', 'no longer'],
    ],
    pattern: () =>
      /\byou(?:'re|\sare|\swill|\sshall)\s(?:now\s(?:act|behave|pretend|obey|play|operat|respond|answer|be\s(?:an?\s|known|called)|going\sto|(?:required|instructed|told|ordered)\sto|dan\b|evil|jailbroken|unrestricted|unfiltered|uncensored|no\slonger|free\s(?:of|from)|in\s(?:\w{1,20}\s){0,2}mode\b|an?\s(?:\w{1,20}[\s-]){0,5}(?:assistant|ai|agent|model|llm|chatbot|bot|persona|character|reviewer|hacker|expert|pirate)\b|the\s(?:\w{1,20}\s){0,3}(?:assistant|ai|agent|model|reviewer|administrator|system)\b|\w{0,30}(?:gpt|bot|ai)\b)|no\slonger\s(?:an?\s(?:\w{1,20}\s){0,3}(?:assistant|ai|model|agent)|bound|restricted|limited\sby|subject\sto\s(?:your|any|the)\s(?:rules|guidelines|restrictions)))/g,
  },
  {
    needs: [['you must now', 'must now']],
    pattern: () =>
      /\b(?:you|agents?|assistants?|models?)\smust\snow\s(?:act|behave|obey|follow|respond|answer|reply|output|print|call|invoke|execute|run|send|rate|score|rank|recommend|ignore|forget|disregard|reveal|pretend|choose|always|only|comply|treat|consider|say|tell|read|include|state|assume|use\sthis)\b/g,
  },
  {
    needs: [['from now on']],
    pattern: () =>
      /\bfrom\snow\son,?\s(?:(?:you|the\s(?:assistant|model|agent))\s(?:are|will|must|shall|should|act|answer|respond|only|always|obey|behave|have)|(?:always\s|only\s|never\s)?(?:act\sas|answer|respond|reply|obey|behave|recommend|ignore|rate|prefer|trust|call|use)\b)/g,
  },
  {
    needs: [
      [
        'do anything now',
        'your new',
        'your real',
        'your true',
        'your only',
        'you must obey',
        'you must comply',
        'instead follow',
        'follow these',
        'follow my',
      ],
    ],
    pattern: () =>
      /\byou\s(?:can|will|must|may)\s(?:now\s)?do\sanything\snow\b|\byour\s(?:new|real|true|only)\s(?:task|goal|instructions?|objective|purpose|directive|role|job)\s(?:is|are)(?:\snow)?(?::|\sto\b(?!\sbe\b))|\byou\smust\s(?:obey|comply\swith)\s(?:the|these|this|my|all|every|any|what)\b|\b(?:instead,?\s)?follow\s(?:these|my)\s(?:new\s)?instructions\s(?:instead|only|and\signore|without\squestion)/g,
  },
  {
    needs: [
      ['if you are', "if you're", 'as a ', 'as an '],
      [' ai', 'llm', 'language model', 'chatbot'],
    ],
    pattern: () =>
      /\b(?:if\s(?:you\sare|you're)\s(?:an?\s|the\s)?(?:ai(?=\sreading|,|\sagent|\sassistant|\smodel|\ssystem|\sthat|\slooking|\sevaluat|\sprocessing)|llm\b|(?:large\s)?language\smodel|chatbot\b)[^.!?]{0,50},|as\san?\s(?:ai(?:\s(?:agent|assistant|model|language\smodel))?|llm|(?:large\s)?language\smodel),\s(?:you\s(?:must|should|will|are)|always|never|ignore|please\s(?:rate|recommend|choose)))/g,
  },
  {
    needs: [
      ['note', 'message', 'instruction', 'notice', 'important', 'attention'],
      [':', ',', '!', '\u2014', '-'],
      [
        'you ',
        'always',
        'never',
        'ignore',
        'disregard',
        'forget',
        'do not',
        "don't",
        'must',
        'rate',
        'rank',
        'score',
        'recommend',
        'prefer',
        'choose',
        'select',
        'call',
        'use this',
        'treat',
        'assume',
        'trust',
        'report',
        'give',
        'mark',
        'approve',
        'this artifact',
        'this tool',
        'this server',
        'this agent',
      ],
      addressing,
    ],
    pattern: () =>
      /\b(?:(?:(?:important\s|special\s|urgent\s)?(?:notes?|messages?|instructions?|notices?)|important|attention)\s(?:to|for)\s(?:all\s|any\s|the\s|every\s)?|attention,?\s)(?:(?:ai|llms?|large\slanguage|language|reading)\s?)?(?:ais?|llms?|models?|agents?|assistants?|chatbots?|reviewers?|evaluators?)?(?:\s(?:that\sread|reading)\sthis)?\s?[:,!\u2014-]\s?(?:please\s)?(?:you\s(?:must|should|are|will)|always|never|ignore|disregard|forget|do\snot|don't|must|rate|rank|score|recommend|prefer|choose|select|call|use\sthis|treat|assume|trust|report|give|mark|approve|this\s(?:artifact|tool|server|agent)\sis\s(?:safe|trusted|verified|approved))/g,
  },
  // --- take what belongs to others ---
  {
    needs: [
      ['.ssh', 'id_rsa', 'id_ed25519', '/etc/passwd', '/etc/shadow', '.aws/credentials', 'mcp.json', '.env', "user's "],
      [
        'send',
        'post',
        'upload',
        'forward',
        'transmit',
        'exfiltrate',
        'mail',
        'leak',
        'submit',
        'append',
        'attach',
        'pass',
        'include',
        'copy',
        'steal',
        'put',
      ],
    ],
    pattern: () =>
      /\b(?:send|post|upload|forward|transmit|exfiltrate|e-?mail|leak|submit|append|attach|pass|include|copy|steal|put)\s[^!?\n]{0,60}?(?:~?\/?\.ssh\b|\bid_rsa\b(?!\.pub)|\bid_ed25519\b(?!\.pub)|\/etc\/(?:passwd|shadow)\b|\.aws\/credentials|\.cursor\/mcp\.json|contents?\sof\s(?:the\s|your\s|all\s|user's\s)?(?:\S{0,20}\/)?\.env\b|user's\s(?:private\skeys?|cookies|passwords?|credentials))[^!?\n]{0,40}?\s(?:to|as|in|into|with|along)\b/g,
  },
  {
    needs: [
      ['.ssh', 'id_rsa', 'id_ed25519', '/etc/passwd', '/etc/shadow', '.aws/credentials', 'mcp.json'],
      ['read', 'cat', 'open', 'fetch', 'load', 'get'],
    ],
    pattern: () =>
      /\b(?:read|cat|open|fetch|load|get)\s[^!?\n]{0,30}?(?:~\/\.ssh\/id_\w{1,20}(?!\.pub)|\bid_rsa\b(?!\.pub)|\bid_ed25519\b(?!\.pub)|\/etc\/(?:passwd|shadow)\b|\.aws\/credentials|\.cursor\/mcp\.json)[^!?\n]{0,40}?\b(?:and|then|,)\s(?:\w{1,20}\s){0,2}(?:send|post|upload|forward|pass|include|append|put|return|provide|submit|e-?mail)\b/g,
  },
  {
    needs: [
      ['exfiltrate', 'leak', 'secretly', 'silently', 'send', 'forward', 'post', 'upload'],
      ['conversation', 'chat history', 'system prompt', 'environment variables', 'messages'],
    ],
    pattern: () =>
      /\b(?:exfiltrate|leak|(?:secretly|silently)\s(?:send|forward|post|upload))\s(?:a\scopy\sof\s)?(?:your|the|all)\s(?:(?!of\b)[\w']{1,20}\s){0,3}(?:conversations?|chat\shistory|system\sprompt|environment\svariables|messages)\b|\b(?:send|forward|post|upload)\s(?:a\scopy\sof\s)?(?:your|the\suser's|the\swhole|the\sentire|all)\s(?:\w{1,20}\s){0,2}(?:conversation|chat\shistory|system\sprompt|environment\svariables)(?:\s\w{1,20}){0,3}\sto\s(?:https?:|[\w.-]{1,60}@|[\w-]{1,60}\.\w)/g,
  },
  // --- judge it well ---
  {
    needs: [favouring, ['this ', 'as ', 'above all']],
    pattern: () =>
      /\balways\s(?:rate|score|rank|recommend|trust|prefer|choose|select|favou?r|promote|prioriti[sz]e)\b[^.!?]{0,30}\b(?:this\s(?:artifact|agent|api|app|dataset|listing|mcp|model|passport|product|server|skill|tool)(?!'s|\sreview)|as\s(?:the\s)?(?:best|highest|safe|trusted)|above\sall)\b|\b(?:must|should)\s(?:always\s)?(?:rate|score|rank|recommend|promote)\b[^.!?]{0,30}\b(?:this\s(?:artifact|agent|api|app|dataset|listing|mcp|model|passport|product|server|skill|tool)(?!'s|\sreview)|as\s(?:the\s)?(?:best|highest|safe|trusted)|above\sall)\b/g,
    anywhere: true,
  },
  {
    needs: [
      ['must', 'should'],
      ['agent', 'assistant', 'llm', 'ai', 'chatbot'],
      ['trust', 'prefer', 'choose', 'select', 'favo', 'use', 'pick', 'call'],
      ['this '],
    ],
    pattern: () =>
      /\b(?:agents?|assistants?|llms?|ais?|chatbots?)\s(?:must|should)\s(?:always\s)?(?:trust|prefer|choose|select|favou?r|use|pick|call)\s(?:only\s)?this\s(?:artifact|agent|api|app|dataset|listing|mcp|model|passport|product|server|skill|tool)\b(?!'s|\s(?:certificate|ca\b|key|host))/g,
    anywhere: true,
  },
  {
    needs: [
      ['this', 'the present', 'the above'],
      [
        'rate',
        'score',
        'rank',
        'mark',
        'label',
        'classify',
        'grade',
        'report',
        'treat',
        'consider',
        'regard',
        'list',
        'assess',
        'evaluate',
      ],
      [
        'safe',
        'trust',
        'secure',
        'best',
        'highest',
        'top',
        'risk',
        'harmless',
        'benign',
        'verified',
        'approved',
        '100',
        '10',
        'stars',
        'excellent',
        'first',
        'number one',
        'perfect',
        'maximum',
        'full',
      ],
    ],
    pattern: () =>
      /\b(?:rate|score|rank|mark|label|classify|grade|report|treat|consider|regard|list|assess|evaluate)\s(?:this|the\s(?:present|above))\s(?:\w{1,20}\s)?(?:artifact|agent|api|app|dataset|listing|mcp|mcp\sserver|model|passport|product|server|skill|tool|submission)\s(?:as\s|with\s|at\s|a\s|an\s|to\sbe\s|the\s){0,3}(?:\w{1,20}\s)?(?:safe|trusted|trustworthy|secure|best|highest|top|low[- ]risk|no[- ]risk|risk[- ]free|harmless|benign|verified|approved|100\b(?!\s?\w)|10\s?\/\s?10|10\b(?!\s?\w)|five\sstars|5\sstars|excellent|first|number\sone|perfect|maximum|full)/g,
  },
  {
    needs: [
      [
        'give this',
        'give it',
        'assign this',
        'assign it',
        'award this',
        'award it',
        'trust',
        'safety',
        'security',
        'reputation',
        'overall',
      ],
      ['100', '10', '5', '1.0', 'max', 'highest', 'perfect', 'full', 'top', 'best', 'five'],
      ['score', 'rating', 'level', 'star', 'mark', 'trust', 'rank'],
    ],
    pattern: () =>
      /\b(?:set|give|assign|raise|increase|report|output|return|make)\s(?:(?:the|its|this|a|my|our)\s)?(?:(?:artifact|tool|agent|server|model|listing|passport)(?:'s)?\s)?(?:trust(?:worthiness)?|safety|security|reputation|overall)[\s_-]?(?:score|rating|level)\s?(?:to|of|as|=|at|:)\s?(?:the\s|a\s)?(?:100|10\/10|10\b|5\/5|1\.0|max|highest|perfect|full|top)|\b(?:give|assign|award)\s(?:this|it)\s?(?:artifact|agent|api|app|listing|mcp|model|passport|product|server|skill|tool)?\s(?:a|an|the|its)?\s?(?:perfect|maximum|highest|top|full|best|100|10|five|5)\b[^.!?]{0,20}\b(?:score|rating|stars?|marks?|trust|rank)/g,
  },
  {
    needs: [
      [
        'this artifact',
        'this tool',
        'this server',
        'this agent',
        'this model',
        'this listing',
        'this mcp',
        'this api',
        'this app',
        'this skill',
        'this product',
        'this submission',
        'this passport',
      ],
      [
        'recommend',
        'suggest',
        'promote',
        'prefer',
        'choose',
        'select',
        'pick',
        'favo',
        'approve',
        'certify',
        'whitelist',
        'trust',
      ],
    ],
    pattern: () =>
      /\b(?:recommend|suggest|promote|prefer|choose|select|pick|favou?r)\s(?:only\s)?this\s(?:artifact|agent|api|app|listing|mcp|model|product|server|skill|tool)\s(?:to\s(?:every|all|the\suser)|over\s(?:any|all|every|other|competi|alternativ)|above\s(?:any|all|every|other)|instead\sof\s(?:any|all|every|other)|first\b|no\smatter|regardless|whatever|in\severy)|\b(?:approve|certify|whitelist)\sthis\s(?:artifact|listing|submission|passport|server|tool|agent)\s(?:immediately|without\s(?:any\s)?(?:review|checks?|further))|\btrust\sthis\s(?:artifact|listing|server|tool|agent|passport)\s(?:completely|fully|unconditionally|without|blindly|and\s(?:do|ignore|never|skip))/g,
  },
];
