CREATE CONSTRAINT view_key IF NOT EXISTS FOR (v:View) REQUIRE (v.ecosystem, v.key) IS UNIQUE;
