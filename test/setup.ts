import fc from 'fast-check';

// The same random cases in every run, so that the gate says the same of the same code; FC_SEED gives others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
