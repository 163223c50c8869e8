import { betweennessOf, type Ties } from "./centrality.ts";

// Web worker for betweenness: 3 s for 5,000 nodes would freeze the page.
self.onmessage = ({ data }: MessageEvent<Ties>) => self.postMessage([...betweennessOf(data)]);
