import { resolve } from 'node:path';
import { type ExplainPath, explainSource, type Given } from '../author/explain.js';
import { validateSource } from '../author/validate.js';
import { buildPassport } from '../author/build.js';
import type { Diagnostic } from '../diagnostic.js';
import { fieldName } from '../encoding/pointer.js';
import { formatTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import type { PreviewContent } from '../node/preview-server.js';
import { emitDocument } from '../passport/document.js';
import { renderPage } from '../render/page.js';
import {
  type PreviewState,
  renderNoPage,
  renderPreviewShell,
  type ShownOrigin,
  type ShownPlace,
  type ShownProblem,
} from '../render/preview-page.js';
import type { Context } from './command.js';
import { Inputs } from './inputs.js';
import type { GivenFiles, Project } from './project.js';

/** The scripts of the two pages. */
export interface PreviewScripts {
  readonly shell: string;
  readonly page: string;
}

/** A source as a page, with what there is to be said of it. Read anew whenever it is told to. */
export class Preview implements PreviewContent {
  private readonly around: string;
  private problems: readonly ShownProblem[] = [];
  private built: string | undefined;
  private stale = false;
  private explainPath: ExplainPath | undefined;
  private files: Partial<GivenFiles> = {};

  constructor(
    private readonly path: string,
    private readonly scripts: PreviewScripts,
    private readonly context: Context,
  ) {
    this.around = renderPreviewShell(scripts.shell, path);
  }

  /** @param readProject reads the configuration anew; what is wrong with it is a problem like others */
  async read(readProject: () => Promise<Project>): Promise<void> {
    try {
      await this.build(await readProject());
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      const { code, message, hint, diagnostics } = error;
      this.stale = this.built !== undefined;
      this.problems =
        diagnostics.length > 0
          ? diagnostics.map((one) => this.problem(one))
          : [{ severity: 'error', ruleId: code, message, hint }];
    }
  }

  private async build({ given, profile, levels }: Project): Promise<void> {
    this.files = given;
    const inputs = new Inputs(this.context.io);
    const now = formatTimestamp(this.context.io.now());
    const options = {
      file: this.path,
      overlay: await inputs.overlay(given.overlay),
      overlayMayIdle: given.overlayMayIdle,
      observations: await inputs.observations(given.observations),
      registry: await inputs.registry(given.registry),
      now,
    };
    const text = await inputs.text(this.path);
    const { source, diagnostics } = validateSource(text, { ...options, profile, levels });
    this.problems = diagnostics.map((one) => this.problem(one));
    this.stale = this.built !== undefined && source === undefined;
    if (!source) return;
    const { payload } = buildPassport(source, options);
    const { registry } = options;
    this.built = renderPage(emitDocument({ unfragile: payload }), { registry, script: this.scripts.page, now });
    this.explainPath = explainSource(text, options);
  }

  shell(): string {
    return this.around;
  }

  page(): string {
    return this.built ?? renderNoPage();
  }

  state(): string {
    return JSON.stringify({ problems: this.problems, stale: this.stale } satisfies PreviewState);
  }

  explain(pointer: string): string {
    try {
      if (!this.explainPath) return JSON.stringify({ problem: 'Nothing can be explained yet.' });
      return JSON.stringify(this.origin(this.explainPath, pointer));
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      return JSON.stringify({ problem: error.message });
    }
  }

  private origin(explainPath: ExplainPath, pointer: string): ShownOrigin {
    const { value, rule, from, how, members, capped, absent } = explainPath(pointer);
    const shown = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    // What only holds others comes from where those do.
    const origins = how === 'held' ? members.flatMap((member) => member.from.slice(0, 1)).slice(0, 5) : from;
    const lost = capped?.dropped.length ?? 0;
    return {
      field: fieldName(pointer),
      value: shown.length > 600 ? `${shown.slice(0, 600)}…` : shown,
      rule: how === 'held' ? 'it holds what was made from' : rule,
      from: origins.map((given) => this.given(given)),
      note:
        lost > 0 && capped?.position === undefined
          ? `Its cap keeps the first ${capped?.cap}: ${lost} dropped.`
          : absent && `Not given: ${absent.of} ${fieldName(absent.pointer)}.`,
    };
  }

  private given({ of, pointer, range }: Given): ShownOrigin['from'][number] {
    const file = of === 'source' ? this.path : this.files[of];
    const name = file ?? `the ${of}`;
    return { name, field: fieldName(pointer), place: file !== undefined && range ? placeOf(file, range) : undefined };
  }

  private problem({ severity, ruleId, message, hint, range, file = this.path }: Diagnostic): ShownProblem {
    return { severity, ruleId, message, hint, place: range && placeOf(file, range) };
  }
}

function placeOf(file: string, { start }: NonNullable<Diagnostic['range']>): ShownPlace {
  return { file, path: resolve(file), line: start.line, column: start.column };
}
