MATCH (s:ImportSource {ecosystem: $ecosystem, key: $key})
SET s += $source
RETURN s {.*} AS source
