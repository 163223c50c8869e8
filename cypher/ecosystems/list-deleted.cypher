MATCH (e:Ecosystem)
WHERE e.deletedAt > $after
RETURN e.key AS key, e.name AS name, e.valueProposition AS valueProposition, e.description AS description, e.focal AS focal, e.deletedAt AS deletedAt, e.deletedBy AS deletedBy
ORDER BY deletedAt DESC
