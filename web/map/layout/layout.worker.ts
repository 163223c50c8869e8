import { layOut } from "./lay-out.ts";
import type { LayoutNews, LayoutTask } from "./task.ts";

// Lays out off the main thread: the map stays usable meanwhile, and ending the worker is how a layout is cancelled.
const tell = (news: LayoutNews) => self.postMessage(news);
self.onmessage = ({ data }: MessageEvent<LayoutTask>) =>
  tell({ places: [...layOut(data, (share) => tell({ share }))] });
