/** How a part of a text may stand out; a painter turns it into colours, or leaves the text as it is. */
export type Tone = 'title' | 'label' | 'good' | 'warning' | 'bad' | 'quiet';

export type Paint = (tone: Tone, text: string) => string;
