import type { YAMLError } from 'yaml';

/** Our words for what the parser found: what is wrong, and what to do. */
export function syntaxMessage(error: YAMLError): readonly [message: string, hint: string] {
  const colon = 'put a text that holds ": " in quotes';
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return error.message.startsWith('Nested')
        ? ['a second ": " stands on this line', colon]
        : ['a list stands where a key is expected', 'check the indentation of this line and the lines around'];
    case 'MULTILINE_IMPLICIT_KEY':
      return [
        'a key goes over more than one line',
        'a key and its colon stand on one line; check the indentation of the lines around',
      ];
    case 'TAB_AS_INDENT':
      return ['a tab is used as indentation', 'indent with spaces'];
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow'))
        return [
          'a [ or { above is not closed, or its lines are not indented',
          'close it, and indent what stands within',
        ];
      return [
        'the indentation does not fit the lines above',
        'let the entries of one list or mapping start in the same column',
      ];
    case 'BAD_DQ_ESCAPE':
      return ['an unknown escape sequence stands in double quotes', 'write \\\\ for a backslash, or use single quotes'];
    case 'BAD_SCALAR_START':
      return ['a text cannot start with this character unless it is in quotes', 'put the text in quotes'];
    case 'MISSING_CHAR':
      return [
        `something is missing here: ${lowerFirst(error.message)}`,
        'check quotes, colons, commas and brackets around this place',
      ];
    default:
      return [
        `this is not well-formed YAML: ${lowerFirst(error.message)}`,
        'check the indentation, and quote texts with special characters',
      ];
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
