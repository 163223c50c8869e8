MATCH (s:ImportSource {ecosystem: $ecosystem, key: $key})
DELETE s
