/** What a task that hubs of models have a name for takes and gives, and where it is filed. */
export interface HubTask {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Artifact category; none where no category fits. */
  readonly category?: string;
  /** Capability category; none where no category fits. */
  readonly capability?: string;
}

type Row = readonly [names: string, inputs: string, outputs: string, category: string, capability: string];

// A chat model is never filed under what makes pictures, nor what only looks at them: filed is by what comes out.
const rows: readonly Row[] = [
  ['text-generation text2text-generation', 'text', 'text', 'llm-apis', 'text-generation-language'],
  ['question-answering', 'text', 'text', 'chatbots-assistants', 'text-generation-language'],
  ['summarization translation fill-mask', 'text', 'text', 'data-analysis', 'text-generation-language'],
  [
    'text-classification zero-shot-classification',
    'text',
    'labels with scores',
    'data-analysis',
    'data-processing-analysis',
  ],
  ['token-classification', 'text', 'labels of tokens with scores', 'data-analysis', 'data-processing-analysis'],
  ['table-question-answering', 'table, text', 'text', 'data-analysis', 'data-processing-analysis'],
  ['feature-extraction', 'text', 'vectors', 'data-analysis', 'search-retrieval'],
  ['sentence-similarity text-ranking', 'text', 'scores', 'data-analysis', 'search-retrieval'],
  [
    'image-classification zero-shot-image-classification',
    'image',
    'labels with scores',
    'data-analysis',
    'image-visual',
  ],
  [
    'object-detection zero-shot-object-detection',
    'image',
    'labels and boxes with scores',
    'data-analysis',
    'image-visual',
  ],
  ['image-segmentation mask-generation', 'image', 'image masks', 'data-analysis', 'image-visual'],
  ['depth-estimation', 'image', 'depth map', 'data-analysis', 'image-visual'],
  ['image-feature-extraction', 'image', 'vectors', 'data-analysis', 'image-visual'],
  ['image-to-text', 'image', 'text', 'data-analysis', 'image-visual'],
  ['image-text-to-text visual-question-answering', 'image, text', 'text', 'llm-apis', 'image-visual'],
  ['document-question-answering', 'image of a document, text', 'text', 'data-analysis', 'image-visual'],
  ['video-classification', 'video', 'labels with scores', 'data-analysis', 'image-visual'],
  ['video-text-to-text', 'video, text', 'text', 'llm-apis', 'image-visual'],
  ['text-to-image', 'text', 'image', 'image-generation', 'image-visual'],
  ['image-to-image', 'image', 'image', 'image-generation', 'image-visual'],
  ['unconditional-image-generation', '', 'image', 'image-generation', 'image-visual'],
  ['text-to-video', 'text', 'video', 'image-generation', 'image-visual'],
  ['image-to-video', 'image', 'video', 'image-generation', 'image-visual'],
  ['text-to-3d', 'text', '3D mesh', 'image-generation', 'image-visual'],
  ['image-to-3d', 'image', '3D mesh', 'image-generation', 'image-visual'],
  ['automatic-speech-recognition', 'audio', 'text', 'voice-audio', 'data-processing-analysis'],
  [
    'audio-classification voice-activity-detection',
    'audio',
    'labels with scores',
    'voice-audio',
    'data-processing-analysis',
  ],
  ['text-to-speech text-to-audio', 'text', 'audio', 'voice-audio', ''],
  ['audio-to-audio', 'audio', 'audio', 'voice-audio', ''],
  ['audio-text-to-text', 'audio, text', 'text', 'voice-audio', 'text-generation-language'],
  ['tabular-classification', 'table', 'labels with scores', 'data-analysis', 'data-processing-analysis'],
  ['tabular-regression', 'table', 'numbers', 'data-analysis', 'data-processing-analysis'],
  ['time-series-forecasting', 'time series', 'numbers', 'data-analysis', 'data-processing-analysis'],
];

export const hubTasks: ReadonlyMap<string, HubTask> = new Map(
  rows.flatMap(([names, inputs, outputs, category, capability]) => {
    const listed = (text: string): string[] => (text === '' ? [] : text.split(', '));
    const task: HubTask = {
      inputs: listed(inputs),
      outputs: listed(outputs),
      ...(category !== '' && { category }),
      ...(capability !== '' && { capability }),
    };
    return names.split(' ').map((name) => [name, task] as const);
  }),
);
