MATCH (s:ImportSource {ecosystem: $ecosystem})
WHERE s.key IS NOT NULL
RETURN s {.*} AS source
ORDER BY s.key
