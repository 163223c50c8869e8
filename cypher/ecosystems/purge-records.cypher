UNWIND $kinds AS kind
MATCH (r:Record {ecosystem: $ecosystem, recordKind: kind})
WHERE r.identity IS NOT NULL
WITH r LIMIT 5000
DETACH DELETE r
RETURN count(r) AS removed
