import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

function streamOf(...parts: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

test('lines come out whole however the stream is cut', async () => {
  const bytes = new TextEncoder().encode('{"a":"é"}\n\n{"b":1}\n{"half');
  const parts = [...bytes].map((byte) => Uint8Array.of(byte));
  const lines: string[] = [];
  for await (const line of linesOf(streamOf(...parts))) lines.push(line);
  expect(lines).toEqual(['{"a":"é"}', '{"b":1}']);
});
