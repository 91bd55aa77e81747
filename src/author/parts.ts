import type { Diagnostic } from '../diagnostic.js';
import { normalizeTimestamp } from '../encoding/rfc3339.js';
import { pointerTokens } from '../encoding/pointer.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { type AuthoredSource, deriveFailureModes } from '../trust/failure-modes.js';
import { derivePermissions } from '../trust/permissions.js';
import { evidenceAge } from '../validate/evidence-age.js';
import { type Locate, toDiagnostic, withPointers } from '../validate/finding.js';
import { checkObservations } from '../validate/observations.js';
import type { CapabilityView, SourceView, TextEntry } from '../validate/source-view.js';
import { droppedByCaps } from './build.js';

interface PartsOptions {
  readonly observations?: Observations | undefined;
  readonly registry?: RegistryProfile | undefined;
  readonly now?: string | undefined;
  readonly file?: string | undefined;
}

/**
 * What shows already in the sound parts of a source from which no passport can be built: what the caps drop of these
 * they drop of the whole, and observations have nothing to do with what is wrong in it.
 * @param locate by pointers into what the author wrote
 */
export function deriveFromParts(view: SourceView, locate: Locate, options: PartsOptions): Diagnostic[] {
  const { observations = {}, registry = unfragileAi, now, file } = options;
  const count = view.capabilities.length;
  const wrong = checkObservations(observations, count === 0 ? undefined : count);
  const time = now === undefined ? undefined : normalizeTimestamp(now, 'now');
  const age = time === undefined || wrong.length > 0 ? [] : evidenceAge(observations.maintenance, time);
  const parts = partsOf(view);
  const permissions = derivePermissions(parts, registry);
  const failureModes = deriveFailureModes(parts, { verified: false, matches: 0 }, registry);
  const dropped = droppedByCaps(parts, { permissions, failureModes }, registry);
  return [
    ...[...wrong, ...age].map((finding) => toDiagnostic(finding)),
    ...dropped.map((finding) =>
      toDiagnostic(
        withPointers(finding, (pointer) => written(view, pointer)),
        { locate, file },
      ),
    ),
  ];
}

/** As much of a source as the derived lists are made from. */
function partsOf({ capabilities, failureModes }: SourceView): AuthoredSource {
  const textsOf = (entries: readonly TextEntry[] = []): string[] => entries.map(({ text }) => text);
  const lists = capabilities.map(({ requires, limitations }) => ({
    requires: textsOf(requires),
    limitations: textsOf(limitations),
  }));
  return { capabilities: lists, failure_modes: textsOf(failureModes) } as unknown as AuthoredSource;
}

/** Where an entry of the parts stands in what the author wrote. */
function written({ capabilities, failureModes }: SourceView, pointer: string): string {
  const [list, number, field, index] = pointerTokens(pointer);
  if (list === 'failure_modes') return failureModes?.[Number(number)]?.pointer ?? pointer;
  const capability = capabilities[Number(number)];
  if (field === undefined || !capability) return capability?.pointer ?? pointer;
  return (
    capability[field as keyof Pick<CapabilityView, 'requires' | 'limitations'>]?.[Number(index)]?.pointer ?? pointer
  );
}
