import type { Backend } from './contract.ts';
import { httpBackend, takeToken } from './http.ts';
import { windowBackend } from './window.ts';

const inWindow = '__TAURI_INTERNALS__' in window;

export const backend: Backend = inWindow ? windowBackend() : httpBackend(takeToken());
