MATCH (e:Ecosystem)
WHERE e.revision > 0 AND e.deletedAt IS NULL
RETURN e.key AS key
LIMIT 1
