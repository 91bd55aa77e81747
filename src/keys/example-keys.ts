/** Public keys of keys.example/, in hex. Their secret keys are published: anybody can sign with them. */
const exampleKeys = ['a9725826c90421f39302d752611c4990d2b9f25019381284e4da4d0deb4d581a'].map((hex) =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
);

/** Whether a public key is one of the published examples, under which no signature means anything. */
export function isExampleKey(publicKey: Uint8Array): boolean {
  return exampleKeys.some((key) => key.length === publicKey.length && key.every((byte, at) => byte === publicKey[at]));
}
