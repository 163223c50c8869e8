MATCH (r:Record {ecosystem: $ecosystem, recordKind: $kind})
WHERE r.identity > $after
WITH r ORDER BY r.identity LIMIT toInteger($first)
RETURN [field IN $fields | r[field]] AS cells
