import { layOut } from "./lay-out.ts";
import type { LayoutNews, LayoutTask } from "./task.ts";

// Web worker: the map stays usable during a layout, and terminating the worker cancels it.
const tell = (news: LayoutNews) => self.postMessage(news);
self.onmessage = ({ data }: MessageEvent<LayoutTask>) =>
  tell({ places: [...layOut(data, (share) => tell({ share }))] });
