import { betweennessOf, type Ties } from "./centrality.ts";

// Counts betweenness off the main thread: 3 s for 5,000 nodes would freeze the page.
self.onmessage = ({ data }: MessageEvent<Ties>) => self.postMessage([...betweennessOf(data)]);
