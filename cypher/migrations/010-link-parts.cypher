CREATE CONSTRAINT link_part IF NOT EXISTS FOR (p:LinkPart) REQUIRE (p.ecosystem, p.hash) IS UNIQUE;
CREATE INDEX link_part_used_at IF NOT EXISTS FOR (p:LinkPart) ON (p.usedAt);
