MATCH (e:Ecosystem {key: $key})
WHERE e.revision > 0 AND e.deletedAt IS NULL
RETURN e.key AS key, e.name AS name, e.valueProposition AS valueProposition, e.description AS description, e.focal AS focal, e.revision AS revision
