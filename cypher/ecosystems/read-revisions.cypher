UNWIND $keys AS key
MATCH (e:Ecosystem {key: key})
WHERE e.revision > 0 AND e.deletedAt IS NULL
RETURN e.key AS key, e.revision AS revision
