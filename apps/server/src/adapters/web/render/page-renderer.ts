import type { RenderOrder, RenderResult } from './rendered.schemas.ts'

/**
 * Opens a page in a browser as a phone shows it, touches nothing, and tells what was seen. Every way to fail is a result; only a wrong use
 * throws. What the page asks for goes where a WebReader may go, and nowhere else.
 */
export interface PageRenderer {
  render(order: RenderOrder, signal?: AbortSignal): Promise<RenderResult>
  close(): Promise<void>
}
