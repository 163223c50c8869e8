MATCH (e:Ecosystem {key: $key})
WHERE e.revision > 0 AND e.deletedAt IS NULL
RETURN e.revision AS revision
