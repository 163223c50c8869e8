CREATE CONSTRAINT link_part IF NOT EXISTS FOR (p:LinkPart) REQUIRE (p.ecosystem, p.hash) IS UNIQUE;
