import type { KeyFormat } from '../backend/index.ts';

interface KeyFormatFacts {
  name: string;
  text: string;
  isEncrypted: boolean;
}

/** What a private key is written as, the safest first. */
export const keyFormats: Record<KeyFormat, KeyFormatFacts> = {
  encryptedPem: {
    name: 'PEM, encrypted',
    text: 'PKCS#8, for tools that ask for a passphrase. Without it the file is of no use.',
    isEncrypted: true,
  },
  pkcs12: {
    name: 'PKCS#12',
    text: 'Key and certificate in one file with a passphrase, for keychains and Java.',
    isEncrypted: true,
  },
  pem: {
    name: 'PEM, not encrypted',
    text: 'PKCS#8 that every tool reads. Whoever has the file can act as this integration.',
    isEncrypted: false,
  },
};
