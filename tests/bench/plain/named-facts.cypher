MATCH (r:Record {ecosystem: $ecosystem})
WHERE r.recordKind IS NOT NULL AND r.identity IS NOT NULL
RETURN properties(r) AS record
